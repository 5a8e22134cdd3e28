"""The map page's model: the same figures as the indicator, nothing left out, nothing counted where it is not of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import polars as pl
import pytest

import geo
from briefings.answer import Answer
from briefings.finding import Query
from briefings.maps.finding import finding
from briefings.wording import share
from i18n import text
from indicators import DEFINITIONS, Scope, query
from indicators.figure_words import figure_or_state
from indicators.question import Evidence
from indicators.registry import INDICATORS
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.map_component import packed
from pages.peta.lists import MOST
from pages.peta.model import PetaModel, build
from warehouse.frames import Frames
from warehouse.vocabulary import State

ContextOf = Callable[..., Context]
VIEWS: list[tuple[dict[str, Any], dict[str, str], int]] = [
    ({}, {}, 38),
    ({}, {"tingkat": "kabupaten"}, 514),
    ({"province": "33"}, {}, 35),
    ({"province": "31"}, {"tingkat": "provinsi"}, 6),  # a province has one level
    ({"grade": "A"}, {"tingkat": "kabupaten"}, 514),
    ({}, {"ukuran": "signed_rate", "kelas": "alami", "tingkat": "kabupaten"}, 514),
    ({}, {"putar": "1", "tingkat": "kabupaten"}, 514),
    ({}, {"lapis2": "ikp", "tingkat": "kabupaten"}, 38),  # the overlay is of provinces
]


def shown(model: PetaModel) -> dict[str, Any]:
    """What the (left) map's component is given."""
    return model.panes[0].payload


def states_of(model: PetaModel) -> dict[str, str]:
    legend = shown(model)["legend"]
    return {code: legend[place]["state"] for code, place, *_ in shown(model)["rows"]}


@pytest.mark.parametrize(("filters", "params", "regions"), VIEWS)
def test_every_region_is_on_the_map_once_and_in_the_legend(
    bundled_frames: Frames, context_of: ContextOf, filters: dict[str, Any], params: dict[str, str], regions: int
) -> None:
    model = build(context_of(bundled_frames, filters=filters, **params))
    codes = [row[0] for row in shown(model)["rows"]]
    assert len(codes) == len(set(codes)) == regions
    assert sum(entry["count"] for entry in shown(model)["legend"]) == regions
    if model.risk is None:
        valued = Counter(states_of(model).values())[State.NILAI]
        assert model.finding.numbers["with_evidence"] == (str(valued) if valued else "Belum satu pun")


@pytest.mark.parametrize("indicator", DEFINITIONS)
@pytest.mark.parametrize("level", ["provinsi", "kabupaten"])
def test_the_map_shows_what_the_indicator_says(
    example_frames: Frames, context_of: ContextOf, indicator: str, level: Any
) -> None:
    model = build(context_of(example_frames, ukuran=indicator, tingkat=level))
    campaign = None if INDICATORS[indicator].evidence is Evidence.TALLIES else ALL_CAMPAIGNS
    figures = query(indicator, example_frames, Scope(level=level, campaign=campaign)).to_dicts()
    rows = {code: rest for code, _, *rest in shown(model)["rows"]}
    assert states_of(model) == {row["code"]: row["state"] for row in figures}
    for row in figures:
        if row["state"] != State.NILAI:
            assert rows[row["code"]] == []
            continue
        words, _, sources, grade, *_ = rows[row["code"]]
        assert (words, sources, grade) == (figure_or_state(indicator, row, text("id")), row["sources"], row["grade"])
    assert model.valued


def test_rates_are_shown_in_percent_with_both_bounds(example_frames: Frames, context_of: ContextOf) -> None:
    model = build(context_of(example_frames, ukuran="signed_rate"))
    figures = query("signed_rate", example_frames, Scope(level="provinsi")).sort("low", descending=True)
    t = text("id")
    assert [row[0] for row in shown(model)["rows"]] == figures["code"].to_list()  # the highest first
    assert shown(model)["rows"][0][2] == t.rate(*figures.row(0)[3:5])
    assert share(*query("signed_rate", example_frames, Scope()).row(0)[3:5], t) in model.finding.words
    assert model.own is None
    assert model.aside is None


def test_the_newest_day_is_the_corrected_one(bundled_frames: Frames, context_of: ContextOf) -> None:
    model = build(context_of(bundled_frames, filters={"province": "33"}))
    [purbalingga] = [row for row in shown(model)["rows"] if row[0] == "33.03"]
    assert purbalingga[6] == "2023-11-24"


def test_events_of_provinces_are_told_where_no_kabupaten_shows_them(
    bundled_frames: Frames, context_of: ContextOf
) -> None:
    babel = build(context_of(bundled_frames, filters={"province": "19"}))
    national = build(context_of(bundled_frames, tingkat="kabupaten"))
    assert babel.own is not None
    assert national.own is not None
    assert "babel-beltim-2023-11-27" in {row.event_id for row in babel.own.rows}
    assert national.own.total >= babel.own.total > 0


def test_central_and_election_bodies_stand_apart(bundled_frames: Frames, context_of: ContextOf) -> None:
    model = build(context_of(bundled_frames))
    assert model.own is not None
    assert model.aside is not None
    assert model.aside.total >= len(model.aside.rows) > 0
    assert all(row.aside for row in model.aside.rows)
    assert not any(row.aside for row in model.own.rows)
    assert len(model.aside.rows) <= MOST


@pytest.mark.parametrize("kind", [layer.kind for layer in geo.layers()])
def test_a_link_chooses_the_kind_of_map(bundled_frames: Frames, context_of: ContextOf, kind: str) -> None:
    model = build(context_of(bundled_frames, lapis=kind))
    assert shown(model)["geometry"].startswith(f"/geo/{kind}-")
    assert {choice["key"]: choice["chosen"] for choice in shown(model)["choices"]} == {
        "ukuran": "documented_events",
        "kelas": "tetap",
        "banding": "",
        "tingkat": "provinsi",
        "lapis": kind,
        "lapis2": "",
        "putar": "0",
    }


def test_a_link_that_asks_for_nonsense_gets_the_first_map(bundled_frames: Frames, context_of: ContextOf) -> None:
    nonsense = dict.fromkeys(("lapis", "lapis2", "tingkat", "ukuran", "kelas", "putar", "banding"), "<script>")
    assert build(context_of(bundled_frames, **nonsense)).panes == build(context_of(bundled_frames)).panes


@pytest.mark.parametrize(("filters", "params", "regions"), VIEWS)
def test_a_change_of_filter_sends_few_bytes_even_of_a_full_country(
    example_frames: Frames, context_of: ContextOf, filters: dict[str, Any], params: dict[str, str], regions: int
) -> None:
    made = build(context_of(example_frames, filters=filters, **params))
    assert [len(shown(made)["rows"])] == [regions]
    assert sum(len(packed(pane.payload)) for pane in made.panes) < 10_000


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            {State.NILAI: 12, State.BELUM_LAPOR: 2, State.BELUM_ADA_BUKTI: 21},
            "12 dari 35 kabupaten/kota di Jawa Tengah memiliki bukti ikrar; 2 belum melapor dan 21 belum ada bukti.",
        ),
        ({State.NILAI: 35}, "Seluruh 35 kabupaten/kota di Jawa Tengah memiliki bukti ikrar."),
        (
            {State.BELUM_ADA_BUKTI: 9},
            "Belum satu pun dari 9 kabupaten/kota di Jawa Tengah memiliki bukti ikrar.",
        ),
    ],
)
def test_the_sentence_leaves_out_states_that_no_region_has(counts: dict[State, int], expected: str) -> None:
    states = [state for state, count in counts.items() for _ in range(count)]
    rows = {
        f"33.{place:02}": {"state": state, "low": 1.0 if state == State.NILAI else None}
        for place, state in enumerate(states)
    }
    asked = Query("documented_events", Scope(region="33", level="kabupaten"))
    found = finding(Answer(asked, rows, text("id")), None, "Jawa Tengah", "kabupaten")
    assert found.words == expected
    counted = {state: number.low for number in found.numbers.values() for state in number.reference.states}
    assert counted.pop(State.NILAI) == counts.get(State.NILAI, 0)
    said = {State(state): count for state, count in counted.items()}
    assert said == {state: count for state, count in counts.items() if state != State.NILAI and count < len(rows)}


@pytest.mark.parametrize("indicator", DEFINITIONS)
@pytest.mark.parametrize(
    ("frames", "regions"), [(Frames.of(), 0), ("one province", 1), ("bundled", 38)], ids=["none", "one", "bundled"]
)
def test_every_measure_has_a_sentence_and_a_legend_whatever_there_is(
    bundled_frames: Frames, context_of: ContextOf, indicator: str, frames: Frames | str, regions: int
) -> None:
    if frames == "one province":
        region = bundled_frames.region.filter(pl.col("code").str.starts_with("33"))
        frames = Frames.of(bundled_frames.snapshot, region=region)
    found = build(context_of(bundled_frames if isinstance(frames, str) else frames, ukuran=indicator))
    assert found.finding.words.endswith(".")
    assert "{" not in found.finding.words
    assert sum(entry["count"] for entry in shown(found)["legend"]) == regions
    assert found.valued is any(len(row) > 2 for row in shown(found)["rows"])
