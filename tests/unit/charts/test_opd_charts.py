"""Funnel, steps and pace: bounds are ranges, no upper limit reaches the edge, and what has no evidence has no bar."""

from __future__ import annotations

import datetime as dt
from math import log10

import pytest

from charts.funnel import Curve, Mark, Middle, funnel
from charts.pace import pace
from charts.steps import Step, steps
from i18n import text
from indicators.comparing.funnel import Place
from indicators.comparing.pace import Reading

T = text("id")
CURVES = (Curve((10, 100), (0.2, 0.4), (0.9, 0.7)), Curve((10, 100), (0.3, 0.45), (0.8, 0.65)))


def mark(people: int, low: float, high: float | None, place: Place = Place.WITHIN) -> Mark:
    return Mark(people, low, high, place, ("Dinas",))


def test_a_unit_is_a_range_at_its_size() -> None:
    figure = funnel([mark(20, 0.4, 0.6)], CURVES, None, T)
    *_, line, strokes = figure.data
    assert (list(line.x), list(line.y)) == ([20, 20, None], [0.4, 0.6, None])
    assert list(strokes.y) == [0.4, 0.6]
    assert figure.layout.xaxis.type == "log"
    assert tuple(figure.layout.xaxis.range) == (log10(10), log10(100))


def test_no_upper_limit_is_an_arrow_at_the_edge_of_the_funnel() -> None:
    figure = funnel([mark(20, 0.4, None)], CURVES, None, T)
    strokes = figure.data[-1]
    assert strokes.marker.symbol == ("line-ew", "triangle-up")
    assert strokes.y[1] == figure.layout.yaxis.range[1]


def test_who_is_outside_looks_different() -> None:
    inside = funnel([mark(20, 0.5, 0.5)], CURVES, None, T).data[-1]
    outside = funnel([mark(20, 0.1, 0.1, Place.FAR_BELOW)], CURVES, None, T).data[-1]
    assert inside.marker.color != outside.marker.color
    assert inside.marker.size < outside.marker.size


def test_the_rate_compared_with_is_a_band_between_its_bounds() -> None:
    figure = funnel([mark(20, 0.5, 0.5)], CURVES, Middle(0.5, 0.6, "bersama-sama"), T)
    [band] = figure.layout.shapes
    assert (band.y0, band.y1) == (0.5, 0.6)
    assert [note.text for note in figure.layout.annotations] == ["bersama-sama"]


def test_where_all_have_signed_the_scale_begins_higher() -> None:
    curves = (Curve((10, 100), (0.8, 0.85), (1.0, 1.0)),)
    assert funnel([mark(20, 0.9, 0.9)], curves, None, T).layout.yaxis.range[0] > 0.7
    assert funnel([mark(20, 0.1, 0.9)], curves, None, T).layout.yaxis.range[0] < 0


def step(label: str, low: float | None, high: float | None, *, aside: bool = False) -> Step:
    return Step(label, low, high, "angka", (label,), aside)


def test_a_step_without_evidence_has_no_bar_and_breaks_the_stair() -> None:
    rows = [step("pimpinan", 1.0, 1.0), step("administrator", None, None), step("pengawas", 0.4, 0.7)]
    sure, more, stair = steps(rows, T, goal=0.95, goal_label="selesai").data
    assert list(sure.x) == [1.0, 0.4]
    assert [round(x, 2) for x in more.x] == [0.0, 0.3]
    assert list(stair.x) == [1.0, 1.0, None, None, 0.4, 0.4]


def test_a_step_beside_the_stair_is_no_step_of_it() -> None:
    rows = [step("pelaksana", 0.5, 0.5), step("fungsional", 0.9, None, aside=True)]
    figure = steps(rows, T, goal=0.95, goal_label="selesai")
    sure, more, stair = figure.data
    assert list(stair.x) == [0.5, 0.5]
    assert sure.x[1] + more.x[1] == figure.layout.xaxis.range[1], "no upper limit reaches the edge"


READINGS = [Reading(dt.date(2024, 10, 1), 10, 100), Reading(dt.date(2024, 10, 15), 40, None)]


def test_the_way_leads_to_the_goal_on_the_deadline() -> None:
    figure = pace(READINGS, (95, 95), T, deadline=dt.date(2024, 10, 31), goal_label="95 %")
    low, high, line, way = figure.data
    assert list(low.y) == list(line.y) == [10, 40]
    assert list(high.y) == [100, figure.layout.yaxis.range[1]]
    assert (list(way.x), list(way.y)) == (["2024-10-15", "2024-10-31"], [40, 95])


def test_after_the_deadline_there_is_no_way() -> None:
    assert len(pace(READINGS, (95, 95), T, deadline=dt.date(2024, 10, 10), goal_label="95 %").data) == 3
    assert len(pace(READINGS, (30, 30), T, deadline=dt.date(2024, 10, 31), goal_label="95 %").data) == 3


@pytest.mark.parametrize(("day", "sides"), [(31, ("left", "right")), (2, ("right", "left"))])
def test_the_name_of_the_deadline_is_above_all_counts_and_beside_that_of_the_goal(
    day: int, sides: tuple[str, str]
) -> None:
    figure = pace(READINGS, (95, 95), T, deadline=dt.date(2024, 10, day), goal_label="95 %")
    goal, deadline = figure.layout.annotations
    assert (goal.xanchor, deadline.xanchor) == sides
    assert (deadline.yref, deadline.y, deadline.yanchor) == ("paper", 1, "top")
    assert max(figure.data[2].y) < figure.layout.yaxis.range[1] * 0.9
