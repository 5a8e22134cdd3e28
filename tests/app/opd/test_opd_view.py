"""What the OPD of a region reported: bounds, not points; comparable or not ranked; what is missing is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pages.context import Context
from pages.opd.model import RegionView, build
from tests.lent.rows import table
from warehouse.frames import Frames

ContextOf = Callable[..., Context]
REGION = {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"}
PROVINCE = {"code": "33", "level": "provinsi", "name": "Jawa Tengah"}
CAMPAIGN = {"campaign_id": "pilkada-2024", "name": "Pilkada 2024", "election_date": dt.date(2024, 11, 27)}
SOURCE = {
    "source_id": "rekap",
    "kind": "workbook",
    "publisher": "BKPSDM",
    "title": "Rekap",
    "grade": "B",
    "is_simulated": False,
}


def count(unit: str, **values: Any) -> dict[str, Any]:
    place = {"unit_id": f"33.03/{unit}", "opd_id": f"33.03/{unit}", "region_code": "33.03"}
    return {**place, "employee_type": "ASN", "tier": "semua", "source_id": "rekap", **values}


def head(unit: str, people: int, day: dt.date = dt.date(2024, 8, 31), kind: str = "ASN") -> dict[str, Any]:
    exact = {"people_low": people, "people_high": people, "as_of": day, "as_of_precision": "day"}
    return count(unit, employee_type=kind, **exact)


def tally(unit: str, low: int, high: int, kind: str = "ASN") -> dict[str, Any]:
    signed = {"signed_low": low, "signed_high": high, "as_of": dt.date(2024, 10, 31)}
    return count(unit, employee_type=kind, campaign_id="pilkada-2024", **signed)


def world(heads: list[dict[str, Any]], tallies: list[dict[str, Any]]) -> Frames:
    units = [
        {"opd_id": f"33.03/{name}", "region_code": "33.03", "name": f"Dinas {name.upper()}", "kind": "dinas"}
        for name in "abc"
    ]
    return Frames.of(
        region=table("region", PROVINCE, REGION),
        campaign=table("campaign", CAMPAIGN),
        source=table("source", SOURCE),
        opd=table("opd", *units),
        headcount=table("headcount", *heads),
        signature=table("signature", *tallies),
    )


HEADS = [head("a", 100), head("b", 50), head("c", 50)]
TALLIES = [tally("a", 60, 60), tally("b", 38, 42)]


def region(context: Context) -> RegionView:
    view = build(context).region
    assert view is not None
    return view


def test_the_designs_worked_example(context_of: ContextOf) -> None:
    view = region(context_of(world(HEADS, TALLIES)))
    words = {place: figure for place, (_, figure) in view.sentence.figures.items()}
    assert words == {"reported": "2", "units": "3", "rate": "49,0–76,0\u00a0%", "people": "200", "gap": "48–102"}
    rows = {row.name: row for row in view.units.rows}
    assert rows["Dinas A"].signed_rate == "60,0\u00a0%"
    assert (rows["Dinas B"].signed, rows["Dinas B"].signed_rate) == ("38–42", "76,0–84,0\u00a0%")
    assert rows["Dinas C"].signed_rate is None


def test_silence_is_a_word_in_the_chart_not_zero(context_of: ContextOf) -> None:
    rows = region(context_of(world(HEADS, TALLIES))).units.rows
    [silent] = [row for row in rows if row.name == "Dinas C"]
    assert silent.chart.signed is None
    assert silent.chart.note


@pytest.mark.parametrize(
    ("heads", "ranked", "order"),
    [
        (HEADS, 2, "BAC"),
        ([head("a", 100), head("b", 50, day=dt.date(2023, 12, 31)), head("c", 50)], 0, "ABC"),
        ([head("a", 100), head("b", 50, kind="PNS"), head("c", 50)], 0, "ABC"),
        ([head("a", 60, kind="PNS"), head("a", 40, kind="PPPK"), head("b", 50)], 2, "BAC"),
    ],
)
def test_only_targets_of_one_kind_and_day_are_ranked(
    context_of: ContextOf, heads: list[dict[str, Any]], ranked: int, order: str
) -> None:
    view = region(context_of(world(heads, TALLIES)))
    assert view.units.ranked == ranked
    assert (view.unranked is None) is (ranked == 2)
    assert "".join(row.name[-1] for row in view.units.rows) == order


def test_the_odd_one_out_stands_after_those_that_can_be_ranked(context_of: ContextOf) -> None:
    heads = [head("a", 100), head("b", 50, kind="PNS"), head("c", 50)]
    view = region(context_of(world(heads, [*TALLIES, tally("c", 10, 10)])))
    assert "".join(row.name[-1] for row in view.units.rows) == "ACB", "B has the largest share, of its PNS alone"
    assert "Dinas B" in (view.unranked or "")


def test_every_unit_with_figures_has_its_sources(context_of: ContextOf) -> None:
    view = region(context_of(world(HEADS, TALLIES)))
    assert all(row.source_ids for row in view.units.rows)
    assert [source.title for source in view.sources] == ["Rekap"]


def test_targets_alone_say_what_is_known_and_point_to_the_example(
    bundled_frames: Frames, context_of: ContextOf
) -> None:
    context = context_of(bundled_frames)
    view = region(context)
    assert view.name == "Kabupaten Aceh Tengah"
    assert len(view.units.rows) == 50
    assert not view.units.has_tallies
    assert "belum ada rekap" in view.sentence.template
    assert "tanpa angka" in view.sentence.template
    assert build(context).sample_href == "/opd?data=contoh"


@pytest.mark.parametrize("code", ["73.02", "33.03", "34.01", "91.71"])
def test_any_region_says_what_is_known(bundled_frames: Frames, context_of: ContextOf, code: str) -> None:
    view = region(context_of(bundled_frames, wilayah=code))
    assert view.code == code
    assert view.sentence.template.format_map(dict.fromkeys(view.sentence.figures, "1"))


def test_nothing_on_record_is_an_empty_page(draw_page: Callable, html_of: Callable, context_of: ContextOf) -> None:
    bare = Frames.of(region=table("region", PROVINCE, REGION))
    assert build(context_of(bare)).region is None


def test_the_example_has_bounds_for_every_unit_that_reported(example_frames: Frames, context_of: ContextOf) -> None:
    view = region(context_of(example_frames))
    reported = [row for row in view.units.rows if row.signed_rate]
    assert reported
    assert all(row.chart.signed or row.chart.note for row in reported)
    lows = [row.chart.signed.low for row in view.units.rows[: view.units.ranked] if row.chart.signed]
    assert lows
    assert lows == sorted(lows, reverse=True)


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Apa yang sudah dilaporkan OPD?"), ("en", "What have the OPD reported?")]
)
def test_it_draws_and_the_picker_writes_the_link(
    draw_page: Callable, html_of: Callable, example_store: Path, language: str, words: str
) -> None:
    app = draw_page("opd", example_store, language)
    assert words in html_of(app)
    (picker,) = app.selectbox
    other = next(option for option in picker.options if "33.74" in option)
    picker.set_value("33.74").run()
    assert other.split(" · ")[0] in html_of(app)
    assert app.query_params["wilayah"] in ("33.74", ["33.74"])
