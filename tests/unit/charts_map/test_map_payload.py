"""Figures of regions as the map takes them: classes, states, legend, compact form."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from charts.map import ENTRIES, FILLS, PATTERNS, MapRow, MapView, entry_of, payload
from i18n import text
from warehouse.vocabulary import State

STATES = {state.value: f"word of {state}" for state in State}


def view(*rows: MapRow) -> MapView:
    return MapView(
        rows=rows,
        geometry="/geo/skematik-0.json",
        level="kabupaten",
        focus=None,
        indicator="documented_events",
        label="1 of 2",
        region_url="/wilayah?wilayah=",
        states=STATES,
    )


@pytest.mark.parametrize(
    ("low", "high", "key"),
    [
        (0, 0, "nilai-0"),
        (1, 1, "nilai-1"),
        (2, 2, "nilai-2"),
        (3, 3, "nilai-2"),
        (3, 9, "nilai-2"),  # classed by what is certain
        (4, None, "nilai-4"),
        (7, 7, "nilai-4"),
        (8, 8, "nilai-8"),
        (900, 900, "nilai-8"),
    ],
)
def test_a_value_is_classed_by_its_lower_bound(low: int, high: int | None, key: str) -> None:
    assert entry_of(MapRow("33.03", State.NILAI, low, high)).key == key


@pytest.mark.parametrize("state", [state for state in State if state is not State.NILAI])
def test_a_state_without_a_value_is_its_own_entry(state: State) -> None:
    assert entry_of(MapRow("33.03", state)).key == state


def test_no_two_entries_look_alike() -> None:
    assert len({entry.fill for entry in ENTRIES}) == len(ENTRIES)
    assert set(PATTERNS) == set(State) - {State.NILAI}


def test_classes_grow_darker_so_that_a_grey_print_keeps_their_order() -> None:
    grey = [sum(int(fill[i : i + 2], 16) * w for i, w in ((1, 0.2126), (3, 0.7152), (5, 0.0722))) for fill in FILLS]
    assert min(lighter - darker for lighter, darker in pairwise(grey)) > 25


def test_rows_name_their_entry_and_carry_figures_only_with_a_value() -> None:
    rows = (
        MapRow("34.01", State.BELUM_LAPOR),
        MapRow("33.03", State.NILAI, 1, 1, 4, "C", dt.date(2023, 11, 24)),
        MapRow("33.10", State.NILAI, 8, None, 1),
    )
    made = payload(view(*rows), text("id"))
    named = [[code, made["legend"][place]["key"], *figures] for code, place, *figures in made["rows"]]
    assert named == [
        ["34.01", "belum_lapor"],
        ["33.03", "nilai-1", 1, 1, 4, "C", "2023-11-24"],
        ["33.10", "nilai-8", 8, None, 1, None, None],
    ]


@pytest.mark.parametrize(("low", "shown"), [(0, True), (1, False)])
def test_the_class_of_zero_is_shown_only_where_a_zero_is(low: int, shown: bool) -> None:
    made = payload(view(MapRow("33.03", State.NILAI, low, low)), text("id"))
    assert ("nilai-0" in {entry["key"] for entry in made["legend"]}) is shown
    assert sum(entry["count"] for entry in made["legend"]) == 1


def test_all_five_states_are_in_the_legend_even_where_none_has_them() -> None:
    made = payload(view(), text("id"))
    assert {entry["state"] for entry in made["legend"]} == set(State)
    assert sum(entry["count"] for entry in made["legend"]) == 0


@pytest.mark.parametrize(
    ("language", "labels"), [("id", ["1", "2–3", "4–7", "8 atau lebih"]), ("en", ["1", "2–3", "4–7", "8 or more"])]
)
def test_the_legend_names_spans_and_states(language: str, labels: list[str]) -> None:
    legend = payload(view(), text(language))["legend"]
    assert [entry["label"] for entry in legend] == [*labels, *(STATES[state] for state in PATTERNS)]
