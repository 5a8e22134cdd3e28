"""Natural breaks are the optimum: no other way of cutting the same values leaves less squared deviation."""

from __future__ import annotations

from itertools import combinations, pairwise
from statistics import fmean

from hypothesis import given
from hypothesis import strategies as st

from charts.map.classes import Classes, natural_starts, quantile_starts

VALUES = st.lists(st.integers(-9, 40).map(lambda n: n / 4), min_size=1, max_size=11)


def deviation(values: list[float], starts: list[float]) -> float:
    """Squared deviation from the means of the classes that begin at `starts`."""
    ends = [*starts[1:], float("inf")]
    groups = [[v for v in values if start <= v < end] for start, end in zip(starts, ends, strict=True)]
    return sum((value - fmean(group)) ** 2 for group in groups if group for value in group)


@given(VALUES, st.integers(1, 5))
def test_no_other_cut_leaves_less(values: list[float], most: int) -> None:
    distinct = sorted(set(values))
    others = (
        [distinct[0], *(distinct[place] for place in cut)]
        for cut in combinations(range(1, len(distinct)), min(most, len(distinct)) - 1)
    )
    best = min(deviation(values, starts) for starts in others)
    found = natural_starts(values, most)
    assert len(found) == min(most, len(distinct))
    assert deviation(values, found) <= best + 1e-6


@given(VALUES, st.integers(1, 5))
def test_every_class_of_either_method_holds_a_value(values: list[float], most: int) -> None:
    for starts in (natural_starts(values, most), quantile_starts(values, most)):
        made = Classes("alami", tuple(starts), is_fraction=False)
        assert {made.place(value) for value in values} == set(range(len(starts)))
        assert all(low < high for low, high in pairwise(starts))
        assert len(starts) <= most
