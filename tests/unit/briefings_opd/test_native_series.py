"""Bounds as series that an office program draws: what is sure, what may be, and nothing where nothing is known."""

from __future__ import annotations

import datetime as dt

import pytest

from briefings.ceremonies.picture import periods
from briefings.native import Bar, month_columns, range_bars
from i18n import text

T, UNIT = text("id"), "bagian"
MAYBE, OPEN = "rentang kemungkinan", "batas atas tidak diketahui"
SURE, POSSIBLE = "pasti pada waktu itu", "mungkin pada waktu itu"


@pytest.mark.parametrize(
    ("low", "high", "series"),
    [
        (0.6, 0.6, {UNIT: 0.6}),
        (0.0, 0.0, {UNIT: 0.0}),
        (0.5, 0.75, {"sedikitnya": 0.5, MAYBE: 0.25}),
        (None, 0.4, {"sedikitnya": 0.0, MAYBE: 0.4}),
        (0.75, None, {"sedikitnya": 0.75, OPEN: 0.25}),
        (1.5, None, {"sedikitnya": 1.5, OPEN: 0.0}),
        (0.5, 1.5, {"sedikitnya": 0.5, MAYBE: 1.0}),
        (None, None, {UNIT: None}),
    ],
)
def test_a_bars_series_end_at_its_bounds(low: float | None, high: float | None, series: dict[str, float]) -> None:
    chart = range_bars([Bar("Dinas A", low, high)], UNIT, T)
    assert chart.kind == "bars"
    assert chart.is_fraction
    assert {one.name: one.values[0] for one in chart.series} == series


def test_silence_is_null_beside_a_figure_and_says_why() -> None:
    chart = range_bars([Bar("Dinas A", 0.5, 0.75), Bar("Dinas B", None, None, "belum lapor"), Bar("C", 1, None)], "", T)
    assert chart.categories == ("Dinas A", "Dinas B (belum lapor)", "C")
    assert [one.values[1] for one in chart.series] == [None, None, None]
    assert [one.values for one in chart.series][1:] == [(0.25, None, None), (None, None, 0.0)]
    assert len({one.colour for one in chart.series}) == 3


@pytest.mark.parametrize(
    ("days", "categories", "series"),
    [
        (["09-01"], ("Sep 2024",), {UNIT: (1,)}),
        (["09-01", "09-30", "11-02"], ("Sep 2024", "Okt 2024", "Nov 2024"), {UNIT: (2, 0, 1)}),
        (["09-01", "09-28..10-02"], ("Sep 2024", "Okt 2024"), {SURE: (1, 0), POSSIBLE: (1, 1)}),
    ],
)
def test_ceremonies_of_a_month(days: list[str], categories: tuple[str, ...], series: dict[str, object]) -> None:
    spans = [day.split("..") for day in days]
    read = [tuple(dt.date.fromisoformat(f"2024-{end}") for end in (span[0], span[-1])) for span in spans]
    chart = month_columns(periods([(low, high) for low, high in read]), UNIT, T)
    assert chart.kind == "columns"
    assert chart.categories == categories
    assert {one.name: one.values for one in chart.series} == series


def test_many_years_are_columns_of_years() -> None:
    days = [(dt.date(2018, 1, 5), dt.date(2018, 1, 5)), (dt.date(2023, 12, 30), dt.date(2024, 1, 2))]
    chart = month_columns(periods(days), "acara", T)
    assert chart.categories == ("2018", "2019", "2020", "2021", "2022", "2023", "2024")
    assert [one.values for one in chart.series] == [(1, 0, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 1, 1)]
