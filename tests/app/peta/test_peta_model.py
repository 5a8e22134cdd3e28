"""The map page's model: the same figures as the indicator, nothing left out, nothing counted where it is not of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

import geo
from i18n import text
from indicators import Coverage, Scope, query
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.map_component import packed
from pages.peta.finding import numbers, sentence
from pages.peta.model import MOST, PetaModel, build
from warehouse.frames import Frames
from warehouse.vocabulary import State

ContextOf = Callable[..., Context]
VIEWS: list[tuple[dict[str, Any], dict[str, str], int]] = [
    ({}, {}, 38),
    ({}, {"tingkat": "kabupaten"}, 514),
    ({"province": "33"}, {}, 35),
    ({"province": "31"}, {"tingkat": "provinsi"}, 6),  # a province has one level
    ({"grade": "A"}, {"tingkat": "kabupaten"}, 514),
]


def states_of(model: PetaModel) -> dict[str, str]:
    legend = model.payload["legend"]
    return {code: legend[place]["state"] for code, place, *_ in model.payload["rows"]}


@pytest.mark.parametrize(("filters", "params", "regions"), VIEWS)
def test_every_region_is_on_the_map_once_and_in_the_legend(
    bundled_frames: Frames, context_of: ContextOf, filters: dict[str, Any], params: dict[str, str], regions: int
) -> None:
    model = build(context_of(bundled_frames, filters=filters, **params))
    codes = [row[0] for row in model.payload["rows"]]
    assert len(codes) == len(set(codes)) == regions == model.covered.total
    assert sum(entry["count"] for entry in model.payload["legend"]) == regions
    assert model.numbers["with_evidence"] == str(Counter(states_of(model).values())[State.NILAI])


@pytest.mark.parametrize("params", [{}, {"tingkat": "kabupaten"}])
def test_the_map_shows_what_the_indicator_says(
    bundled_frames: Frames, context_of: ContextOf, params: dict[str, str]
) -> None:
    model = build(context_of(bundled_frames, **params))
    figures = query("documented_events", bundled_frames, Scope(level=model.level, campaign=ALL_CAMPAIGNS))
    expected = {row["code"]: (row["low"], row["sources"], row["grade"]) for row in figures.to_dicts()}
    shown = {row[0]: (row[2], row[4], row[5]) if len(row) > 2 else (None, 0, None) for row in model.payload["rows"]}
    assert shown == expected


def test_the_newest_day_is_the_corrected_one(bundled_frames: Frames, context_of: ContextOf) -> None:
    model = build(context_of(bundled_frames, filters={"province": "33"}))
    [purbalingga] = [row for row in model.payload["rows"] if row[0] == "33.03"]
    assert purbalingga[6] == "2023-11-24"


def test_events_of_provinces_are_told_where_no_kabupaten_shows_them(
    bundled_frames: Frames, context_of: ContextOf
) -> None:
    babel = build(context_of(bundled_frames, filters={"province": "19"}))
    assert "babel-beltim-2023-11-27" in {row.event_id for row in babel.own.rows}
    national = build(context_of(bundled_frames, tingkat="kabupaten"))
    assert national.own.total >= babel.own.total > 0


def test_central_and_election_bodies_stand_apart(bundled_frames: Frames, context_of: ContextOf) -> None:
    model = build(context_of(bundled_frames))
    assert model.aside.total >= len(model.aside.rows) > 0
    assert all(row.aside for row in model.aside.rows)
    assert not any(row.aside for row in model.own.rows)
    assert len(model.aside.rows) <= MOST


@pytest.mark.parametrize("kind", [layer.kind for layer in geo.layers()])
def test_a_link_chooses_the_kind_of_map(bundled_frames: Frames, context_of: ContextOf, kind: str) -> None:
    model = build(context_of(bundled_frames, lapis=kind))
    assert model.payload["geometry"].startswith(f"/geo/{kind}-")
    assert {choice["key"]: choice["chosen"] for choice in model.payload["choices"]} == {
        "tingkat": "provinsi",
        "lapis": kind,
    }


def test_a_link_that_asks_for_nonsense_gets_the_first_map(bundled_frames: Frames, context_of: ContextOf) -> None:
    asked = build(context_of(bundled_frames, lapis="<script>", tingkat="kelurahan"))
    assert asked.payload == build(context_of(bundled_frames)).payload


@pytest.mark.parametrize(("filters", "params", "regions"), VIEWS)
def test_a_change_of_filter_sends_few_bytes_even_of_a_full_country(
    example_frames: Frames, context_of: ContextOf, filters: dict[str, Any], params: dict[str, str], regions: int
) -> None:
    made = packed(build(context_of(example_frames, filters=filters, **params)).payload)
    assert len(made) < 6_000


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        (
            Coverage(total=35, with_evidence=12, not_reported=2, exempt=0, no_evidence=21),
            "12 dari 35 kabupaten/kota di Jawa Tengah punya bukti ikrar; 2 belum melapor dan 21 belum ada bukti.",
        ),
        (
            Coverage(total=35, with_evidence=35, not_reported=0, exempt=0, no_evidence=0),
            "35 dari 35 kabupaten/kota di Jawa Tengah punya bukti ikrar.",
        ),
    ],
)
def test_the_sentence_leaves_out_states_that_no_region_has(covered: Coverage, expected: str) -> None:
    t = text("id")
    assert sentence(covered, "kabupaten", "Jawa Tengah", t).format_map(numbers(covered, "Jawa Tengah", t)) == expected
