"""The timeline's model: every ceremony is somewhere, dates are as sure as their sources, nothing is invented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from indicators import Scope, query
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.linimasa.model import View, build
from warehouse.frames import Frames

ContextOf = Callable[..., Context]


@pytest.fixture
def view(bundled_frames: Frames, context_of: ContextOf) -> View:
    return build(context_of(bundled_frames))


def lanes_with(view: View, event_id: str) -> dict[str, str]:
    """Lane by panel heading in which a ceremony is drawn."""
    return {
        panel.heading.split(":")[0]: lane.name
        for panel in view.panels
        for lane in panel.chart.lanes
        for mark in lane.marks
        if mark.event_id == event_id
    }


def test_every_ceremony_is_drawn_or_listed_as_undated(view: View) -> None:
    drawn = {mark.event_id for panel in view.panels for lane in panel.chart.lanes for mark in lane.marks}
    undated = {row.event.event_id for row in view.undated}
    assert drawn.isdisjoint(undated)
    assert drawn | undated == {row.event_id for row in view.events}


def test_the_sentence_counts_what_the_indicator_counts(view: View, bundled_frames: Frames) -> None:
    figure = query("documented_events", bundled_frames, Scope(campaign=ALL_CAMPAIGNS)).row(0, named=True)
    assert view.counted == f"{figure['low']:.0f}"
    assert "{events}" in view.sentence
    assert "{where}" in view.sentence


def test_a_corrected_date_is_drawn_on_its_true_day_in_its_province(view: View) -> None:
    assert lanes_with(view, "probolinggo-2023-11-06") == {"Pemilu 2024": "Jawa Timur"}
    [mark] = {
        mark
        for panel in view.panels
        for lane in panel.chart.lanes
        for mark in lane.marks
        if mark.event_id == "probolinggo-2023-11-06"
    }
    assert (mark.low, mark.high, mark.status) == (dt.date(2023, 11, 6), dt.date(2023, 11, 6), "corrected")
    assert "6 November 2023 (dikoreksi)" in mark.words


def test_staff_posted_elsewhere_stand_in_their_own_province(view: View) -> None:
    assert lanes_with(view, "babel-beltim-2023-11-27") == {"Pemilu 2024": "Kepulauan Bangka Belitung"}


def test_a_circulars_day_is_not_the_ceremonys(view: View) -> None:
    [row] = [row for row in view.undated if row.event.event_id.startswith("kulon-progo")]
    assert row.event.low is None
    assert any("800/1417" in fact and "2 Agustus 2023" in fact and "bukan tanggal acara" in fact for fact in row.known)


def test_a_panel_covers_its_marks_and_its_phases(view: View) -> None:
    for panel in view.panels:
        chart = panel.chart
        days = [day for lane in chart.lanes for mark in lane.marks for day in (mark.low, mark.high)]
        days += [day for phase in chart.phases for day in (phase.low, phase.high)]
        assert chart.first < min(days) <= max(days) < chart.last


def test_ceremonies_of_central_bodies_stand_apart(view: View) -> None:
    aside = {row.event_id for row in view.events if row.aside}
    in_aside_lanes = {
        mark.event_id for panel in view.panels for lane in panel.chart.lanes if lane.aside for mark in lane.marks
    }
    assert aside
    assert in_aside_lanes <= aside


def test_within_a_province_the_lanes_are_its_regions(bundled_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(bundled_frames, filters={"province": "35"}))
    names = {lane.name for panel in view.panels for lane in panel.chart.lanes if not lane.aside}
    assert "Kabupaten Probolinggo" in names
    assert view.where == "Jawa Timur"


def test_order_follows_the_link(bundled_frames: Frames, context_of: ContextOf, view: View) -> None:
    oldest = build(context_of(bundled_frames, urut="terlama")).events
    assert oldest == tuple(reversed(view.events))
    days = [row.high for row in view.events if row.high]
    assert days == sorted(days, reverse=True)


def test_nothing_under_the_filters_is_an_empty_view(bundled_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(bundled_frames, filters={"since": dt.date(2035, 1, 1)}))
    assert (view.events, view.panels, view.curve) == ((), (), ())


def test_the_curve_never_falls_and_its_bounds_stay_in_order(view: View) -> None:
    lows, highs = [step.low for step in view.curve], [step.high for step in view.curve]
    assert lows == sorted(lows)
    assert highs == sorted(highs)
    assert all(step.low <= step.high for step in view.curve)
