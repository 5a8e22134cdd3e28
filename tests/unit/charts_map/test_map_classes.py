"""How figures are put into classes: fixed limits, quantiles, natural breaks; ties and few values."""

from __future__ import annotations

import pytest

from charts.map import METHODS, Classes, Method, classes, explained
from charts.map.classes import natural_starts, quantile_starts
from i18n import text
from indicators import DEFINITIONS


@pytest.mark.parametrize(
    ("indicator", "is_fraction", "low", "place"),
    [
        ("documented_events", False, 0, 0),
        ("documented_events", False, 1, 1),
        ("documented_events", False, 3, 2),
        ("documented_events", False, 900, 4),
        ("signed_rate", True, 0.2499, 0),
        ("signed_rate", True, 0.25, 1),
        ("signed_rate", True, 0.95, 4),
        ("signed_rate", True, 1.2, 4),
        ("days_before_campaign", False, -40, 0),
        ("days_before_campaign", False, 0, 1),
        ("evidence_grade", False, 3, 3),
    ],
)
def test_fixed_limits_belong_to_the_class_that_they_begin(
    indicator: str, is_fraction: bool, low: float, place: int
) -> None:
    assert classes("tetap", indicator, [], is_fraction=is_fraction).place(low) == place


@pytest.mark.parametrize("indicator", DEFINITIONS)
@pytest.mark.parametrize("of_provinces", [False, True])
def test_every_indicator_has_fixed_classes_in_order(indicator: str, of_provinces: bool) -> None:
    fraction = DEFINITIONS[indicator].is_fraction
    starts = classes("tetap", indicator, [], is_fraction=fraction, of_provinces=of_provinces).starts
    assert list(starts) == sorted(set(starts))
    assert 2 <= len(starts) <= 5


@pytest.mark.parametrize(
    ("values", "starts"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 3, 5, 7, 9]),
        ([1, 1, 1, 1, 1, 1, 1, 2], [1, 2]),  # equal figures stay together
        ([7, 7, 7], [7]),
        ([3], [3]),
        ([2, 1], [1, 2]),
    ],
)
def test_quantiles_hold_equally_many_and_never_part_equal_figures(values: list[float], starts: list[float]) -> None:
    assert quantile_starts(values, 5) == starts


@pytest.mark.parametrize(
    ("values", "most", "starts"),
    [
        ([1, 2, 3, 100, 101, 102, 900], 3, [1, 100, 900]),
        ([5, 5, 5], 5, [5]),
        ([4, 8], 5, [4, 8]),
        ([0.1, 0.11, 0.5, 0.52, 0.9], 3, [0.1, 0.5, 0.9]),
    ],
)
def test_natural_breaks_lie_in_the_gaps(values: list[float], most: int, starts: list[float]) -> None:
    assert natural_starts(values, most) == starts


@pytest.mark.parametrize("method", METHODS)
def test_where_nothing_has_a_value_fixed_limits_hold(method: Method) -> None:
    assert classes(method, "signed_rate", [], is_fraction=True).starts == (0, 0.25, 0.5, 0.75, 0.95)


@pytest.mark.parametrize("method", ["kuantil", "alami"])
def test_limits_of_rates_are_what_is_printed(method: Method) -> None:
    lows = [place / 777 for place in range(1, 700, 7)]
    made = classes(method, "signed_rate", lows, is_fraction=True)
    assert all(round(start * 1000) / 1000 == start for start in made.starts)
    assert {made.place(low) for low in lows} == set(range(5))


@pytest.mark.parametrize(
    ("made", "indicator", "words"),
    [
        (Classes("tetap", (0, 1), False), "documented_events", ["Kelas tetap", "Batas bawah"]),
        (Classes("kuantil", (1, 2), False, 2), "documented_events", ["Kuantil", "Hanya ada 2 angka yang berbeda"]),
        (Classes("alami", (1, 2, 3, 4, 5), False, 9), "documented_events", ["Fisher", "Batas bawah"]),
        (Classes("tetap", (0, 1, 2, 3), False), "evidence_grade", ["tiap grade"]),
    ],
)
def test_classes_are_explained(made: Classes, indicator: str, words: list[str]) -> None:
    told = explained(made, indicator, text("id"))
    assert [word for word in words if word not in told] == []
    assert ("Hanya ada" in told) is ("Hanya ada 2 angka yang berbeda" in words)
