"""What holds of every printed count and of every column of them."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.clean.counts import Count, explain_count
from etl.clean.numbers import read_column
from etl.clean.numerals import spell

people = st.integers(0, 999_999)
WORDS = (
    "8.100|252|40–50|3,5|66,5%|1.2.3|4.2OO|-3|10 ribu|1,5 juta|50-an|±|sekitar|hampir|lebih dari|"
    "kurang dari|antara|dan|hingga|s.d.|minimal|maksimal|belasan|puluhan|ratusan|seluruh|perwakilan|"
    "mewakili|ASN|orang|OPD|Rp|tahun|H-7|dua|puluh|seribu|salah satu|24/11/2023|(|)|;|*)|¹|\u00a0|"
    "\u200b|E+17"
)
words = st.sampled_from(WORDS.split("|"))
phrases = st.lists(words, max_size=8).map(" ".join) | st.text(st.characters(codec="utf-8"))


def dotted(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def plain(value: int) -> str:
    return str(value)


def commas(value: int) -> str:
    return f"{value:,}"


def in_words(value: int) -> str:
    return f"{spell(value)} orang"


@given(phrases)
def test_any_text_is_read_or_has_a_reason(text: str) -> None:
    found = explain_count(text)
    if isinstance(found, Count):
        assert found.stated == text
        assert found.low is None or found.low >= 0
        assert found.low is None or found.high is None or found.low <= found.high


@given(people, people, st.sampled_from([" - ", "–", " s.d. ", " hingga ", "-"]))
def test_a_range_holds_both_its_ends(first: int, second: int, to: str) -> None:
    low, high = sorted((first, second))
    found = explain_count(f"{dotted(low)}{to}{dotted(high)} orang")
    assert isinstance(found, Count)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("form", [dotted, plain, commas, in_words])
@given(st.lists(people, max_size=12))
def test_a_column_in_one_style_reads_back(form: Callable[[int], str], values: list[int]) -> None:
    found = read_column(pl.Series([form(value) for value in values], dtype=pl.String))
    assert not found.choices
    assert found.cells["low"].to_list() == found.cells["high"].to_list() == values


@given(st.lists(people, min_size=1, max_size=8), st.integers(1, 999).map(lambda part: part * 10), st.data())
def test_a_lost_zero_is_asked_and_the_answer_restores_it(values: list[int], lost: int, data: st.DataObject) -> None:
    wounded = 7_000 + lost % 1_000 if lost % 1_000 else 7_100
    place = data.draw(st.integers(0, len(values)))
    printed = [dotted(value) for value in values]
    printed.insert(place, dotted(wounded).rstrip("0"))
    column = pl.Series(printed)
    assert read_column(column).choices == ("thousands", "decimal")
    restored = read_column(column, answer="thousands").cells["low"].to_list()
    assert restored == [*values[:place], wounded, *values[place:]]


@given(st.lists(st.none() | phrases, max_size=12), st.sampled_from(["count", "percent", "decimal"]))
def test_every_cell_stays_in_its_place(values: list[str | None], unit: str) -> None:
    found = read_column(pl.Series(values, dtype=pl.String), unit).cells  # type: ignore[arg-type]  # one of its words, drawn
    assert found.height == len(values)
    for stated, kind, rule, value in zip(found["stated"], found["kind"], found["rule"], values, strict=True):
        assert (stated is None) == (kind == "blank")
        assert (rule is not None) == (kind == "text")
        assert stated is None or stated == value
