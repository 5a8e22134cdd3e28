"""Figures of regions as the map takes them: entries, states, legend, compact form, steps, two maps."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from charts.map import MapRow, MapView, Moment, Scale, classes, payload
from charts.map.classes import Classes
from charts.map.scale import FILLS, PATTERNS, ZERO, fills
from i18n import text
from i18n.text import Language
from warehouse.vocabulary import State

STATES = {state.value: f"word of {state}" for state in State}
EVENTS = classes("tetap", "documented_events", [], is_fraction=False)


def value(code: str, low: float, high: float | None, **rest: Any) -> MapRow:
    return MapRow(code, State.NILAI, low, high, **{"text": "words", "sources": 2, "grade": "C", **rest})


def made(*rows: MapRow, language: Language = "id", of: Classes = EVENTS, **rest: Any) -> dict[str, Any]:
    t = text(language)
    view = MapView(
        rows=rows,
        key=Scale.of(of, "documented_events", STATES, t),
        geometry="/geo/skematik-0.json",
        note="schematic",
        level="kabupaten",
        focus=None,
        indicator="documented_events",
        title="Events",
        label="1 of 2",
        explain="fixed",
        region_url="/wilayah?wilayah=",
        states=STATES,
        **rest,
    )
    return payload(view, t)


def test_rows_come_by_their_figures_name_their_entry_and_have_words_only_with_a_value() -> None:
    found = made(
        MapRow("34.01", State.BELUM_LAPOR),
        value("33.03", 1, 1, sources=4, newest=dt.date(2023, 11, 24)),
        value("33.10", 8, None, sources=1, grade=None),
        MapRow("33.11", State.NILAI, text="not known", sources=1, grade="D"),
    )
    named = [[code, found["legend"][place]["key"], *figures] for code, place, *figures in found["rows"]]
    assert named == [
        ["33.10", "nilai-4", "words", 1, 1, None, None],
        ["33.03", "nilai-1", "words", 0, 4, "C", "2023-11-24"],
        ["33.11", "nilai-tanpa-angka", "not known", 1, 1, "D", None],
        ["34.01", "belum_lapor"],
    ]


@pytest.mark.parametrize(
    ("row", "weak"),
    [
        (value("1", 2, 3), 0),
        (value("1", 2, 3, grade="D"), 1),  # news alone
        (value("1", 2, 3, sources=1), 1),  # a single voice
        (value("1", 2, 4), 1),  # the true value may be in the next class
        (value("1", 8, None), 1),  # no upper limit, although no class is above
        (value("1", 9, 900), 0),
        (MapRow("1", State.NILAI, text="not known", sources=2, grade="B"), 0),
        (MapRow("1", State.BELUM_ADA_BUKTI), None),
    ],
)
def test_weak_evidence_is_marked_and_counted(row: MapRow, weak: int | None) -> None:
    found = made(row)
    assert (found["rows"][0][3] if weak is not None else None) == weak
    assert sum(entry["weak"] for entry in found["legend"]) == (weak or 0)


@pytest.mark.parametrize(("low", "shown"), [(0, True), (1, False)])
def test_the_class_of_zero_is_shown_only_where_a_zero_is(low: int, shown: bool) -> None:
    found = made(value("33.03", low, low))
    assert ("0" in {entry["label"] for entry in found["legend"]}) is shown
    assert sum(entry["count"] for entry in found["legend"]) == 1


def test_all_five_states_are_in_the_legend_even_where_none_has_them() -> None:
    found = made()
    assert {entry["state"] for entry in found["legend"]} == set(State)
    assert sum(entry["count"] for entry in found["legend"]) == 0


def test_steps_say_the_place_of_every_row_in_order_and_end_with_the_rows() -> None:
    now = [value("1", 5, 5), value("2", 2, 9, grade="D")]
    before = [value("2", 0, 0), MapRow("1", State.BELUM_ADA_BUKTI)]
    found = made(*now, moments=[Moment("Okt", before), Moment("Nov", now)], moments_label="Day")
    keys = [entry["key"] for entry in found["legend"]]
    read = [[keys[int(digit, 36)] for digit in item["places"]] for item in found["steps"]["items"]]
    assert read == [["belum_ada_bukti", "nilai-0"], ["nilai-3", "nilai-2"]]
    assert [item["weak"] for item in found["steps"]["items"]] == ["00", "01"]
    assert found["steps"]["at"] == 1
    assert read[-1] == [keys[row[1]] for row in found["rows"]]


def test_two_maps_have_one_legend_with_counts_of_their_own() -> None:
    first, second = [value("1", 0, 0)], [value("1", 9, 9)]
    left, right = made(*first, beside=second, pane="left"), made(*second, beside=first, pane="right")
    look = [[(entry["key"], entry["fill"], entry["label"]) for entry in one["legend"]] for one in (left, right)]
    assert look[0] == look[1]
    counts = [{entry["key"]: entry["count"] for entry in one["legend"] if entry["count"]} for one in (left, right)]
    assert counts == [{"nilai-0": 1}, {"nilai-4": 1}]


@pytest.mark.parametrize(
    ("language", "starts", "is_fraction", "labels"),
    [
        ("id", (0, 1, 2, 4, 8), False, ["1", "2–3", "4–7", "8 atau lebih"]),
        ("en", (0, 1, 2, 4, 8), False, ["1", "2–3", "4–7", "8 or more"]),
        ("id", (0, 0.5, 0.95), True, ["0 sampai di bawah 50 %", "50 sampai di bawah 95 %", "95 % atau lebih"]),
        ("en", (0.123, 0.5), True, ["12.3 to under 50.0%", "50.0% or more"]),
        ("id", (float("-inf"), 0, 1_000), False, ["di bawah 0", "0–999", "1.000 atau lebih"]),
    ],
)
def test_the_legend_names_spans_and_states(
    language: Language, starts: tuple[float, ...], is_fraction: bool, labels: list[str]
) -> None:
    legend = made(language=language, of=Classes("tetap", starts, is_fraction))["legend"]
    assert [entry["label"].replace("\u00a0", " ") for entry in legend] == [
        *labels,
        *(STATES[state] for state in PATTERNS),
    ]


@pytest.mark.parametrize("count", range(1, 6))
@pytest.mark.parametrize("has_zero", [False, True])
def test_classes_grow_darker_so_that_a_grey_print_keeps_their_order(count: int, has_zero: bool) -> None:
    shades = fills(count, has_zero=has_zero and count > 1)
    grey = [sum(int(fill[i : i + 2], 16) * w for i, w in ((1, 0.2126), (3, 0.7152), (5, 0.0722))) for fill in shades]
    assert len(shades) == count
    assert all(lighter - darker > 25 for lighter, darker in pairwise(grey))


def test_no_two_looks_are_alike() -> None:
    assert len({*FILLS, ZERO, *PATTERNS.values()}) == len(FILLS) + 1 + len(PATTERNS)
    assert set(PATTERNS) == set(State) - {State.NILAI}
