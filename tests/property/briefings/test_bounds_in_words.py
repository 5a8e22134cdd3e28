"""Whatever the bounds, what is said of them holds them, is no narrower, and never makes a false nothing or all."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from briefings.wording import count, share
from i18n import LANGUAGES, Text, text

HUNDRED = Decimal(100)
fractions = st.one_of(
    st.floats(1e-9, 1.5),
    st.builds(lambda done, target: done / target, st.integers(0, 10_000), st.integers(1, 10_000)),
    st.sampled_from([0.0, 0.0004, 0.5, 0.6666666666666666, 0.995, 0.9951, 0.99996, 1.0, 1.0000001]),
)
bounds = st.tuples(st.one_of(st.none(), fractions), st.one_of(st.none(), fractions)).map(
    lambda pair: pair if None in pair else tuple(sorted(pair))
)
people = st.integers(0, 5_000_000)
counts = st.tuples(st.one_of(st.none(), people), st.one_of(st.none(), people)).map(
    lambda pair: pair if None in pair else tuple(sorted(pair))
)
texts = st.sampled_from(LANGUAGES).map(text)


def read(words: str, t: Text) -> tuple[Decimal | None, Decimal | None]:
    """The interval that somebody understands who reads the words; null = open on that side."""
    point, comma = (",", ".") if t.language == "id" else (".", ",")
    said = [Decimal(found.replace(comma, "").replace(point, ".")) for found in re.findall(r"\d[\d.,]*\d|\d", words)]
    if t("at least {figure}", figure="") in words:
        return said[0], None
    if t("at most {figure}", figure="") in words:
        return None, said[0]
    return (said[0], said[-1]) if said else (None, None)


@given(bounds, texts)
def test_a_share_is_said_no_narrower_than_it_is(pair: tuple[float | None, float | None], t: Text) -> None:
    low, high = (None if bound is None else Decimal(repr(bound)) * HUNDRED for bound in pair)
    said_low, said_high = read(share(*pair, t), t)
    if low == high and low is not None:
        assert said_low == said_high is not None
        assert abs(said_low - low) <= Decimal("0.05")
        return
    assert said_low is None or (low is not None and said_low <= low)
    assert said_high is None or (high is not None and said_high >= high)
    # nothing that is known is left out but what every share is: no less than nothing
    assert (said_low is None) is not bool(low)
    assert (said_high is None) is (high is None)
    # and it is rounded by less than a percent
    assert said_low is None or low is None or low - said_low < 1
    assert said_high is None or high is None or said_high - high < 1


@given(bounds, texts)
def test_nothing_and_all_are_said_only_where_they_are_true(pair: tuple[float | None, float | None], t: Text) -> None:
    true = [None if bound is None else Decimal(repr(bound)) * HUNDRED for bound in pair]
    for said, bound in zip(read(share(*pair, t), t), true, strict=True):
        assert said not in {Decimal(0), HUNDRED} or said == bound


@given(counts, texts)
def test_a_count_is_said_as_it_is(pair: tuple[int | None, int | None], t: Text) -> None:
    low, high = pair
    is_nothing_less = low == 0 and high != 0
    assert read(count(low, high, t), t) == (None if is_nothing_less else low, high)
