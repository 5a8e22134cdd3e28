"""The sections of the OPD page: gaps, funnel, tiers, types, pace and comparison say what is known and no more."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from i18n import text
from indicators import DEFINITIONS, query
from indicators.figure_words import figure_words
from pages.context import Context
from pages.opd.model import RegionView, build
from pages.wilayah.figures import tally_scope
from tests.lent.rows import table
from warehouse.frames import Frames

ContextOf = Callable[..., Context]
T = text("id")
AUGUST, OCTOBER = dt.date(2024, 8, 31), dt.date(2024, 10, 15)
REGIONS = [
    {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
    {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
    {"code": "33.04", "level": "kabupaten", "name": "Kabupaten Banjarnegara", "parent_code": "33"},
]
CAMPAIGN = {
    "campaign_id": "pilkada-2024",
    "name": "Pilkada 2024",
    "election_date": dt.date(2024, 11, 27),
    "campaign_start": dt.date(2024, 9, 25),
}
SOURCE = {"source_id": "rekap", "kind": "workbook", "publisher": "BKPSDM", "grade": "B", "is_simulated": False}
DUTY = {
    "obligation_id": "pakta",
    "campaign_id": "pilkada-2024",
    "region_code": "33.03",
    "scope": "every_opd",
    "what": "pakta",
    "status": "wajib",
    "due_date": dt.date(2024, 10, 31),
    "set_by": "Sekda",
    "source_id": "rekap",
}


def cell(unit: str, **values: Any) -> dict[str, Any]:
    place = {"unit_id": unit, "opd_id": unit, "region_code": unit.split("/", maxsplit=1)[0]}
    return {**place, "employee_type": "ASN", "tier": "semua", "source_id": "rekap", **values}


def head(unit: str, people: int, **more: Any) -> dict[str, Any]:
    exact = {"people_low": people, "people_high": people, "as_of": AUGUST, "as_of_precision": "day"}
    return cell(unit, **exact, **more)


def tally(unit: str, low: int, high: int | None = None, day: dt.date = OCTOBER, **more: Any) -> dict[str, Any]:
    signed = {"signed_low": low, "signed_high": low if high is None else high, "as_of": day}
    return cell(unit, campaign_id="pilkada-2024", **signed, **more)


def world(heads: list[dict[str, Any]], tallies: list[dict[str, Any]], *duties: dict[str, Any]) -> Frames:
    units = sorted({row["unit_id"] for row in heads})
    named = [
        {"opd_id": unit, "region_code": unit.split("/")[0], "name": unit.split("/")[1].upper(), "kind": "dinas"}
        for unit in units
    ]
    return Frames.of(
        region=table("region", *REGIONS),
        campaign=table("campaign", CAMPAIGN),
        source=table("source", SOURCE),
        opd=table("opd", *named),
        headcount=table("headcount", *heads),
        signature=table("signature", *tallies),
        obligation=table("obligation", *duties),
    )


A, B, C, D = (f"33.03/{name}" for name in "abcd")
HEADS = [head(A, 1000), head(B, 100), head(C, 40), head(D, 50)]
TALLIES = [tally(A, 500), tally(B, 90, 95), tally(C, 39)]


def region(context: Context) -> RegionView:
    view = build(context).region
    assert view is not None
    return view


def test_gaps_are_in_people_the_largest_first_and_silence_is_said(context_of: ContextOf) -> None:
    gaps = region(context_of(world(HEADS, TALLIES))).gaps
    assert gaps is not None
    assert [(row.name, row.words) for row in gaps.rows] == [("A", "500"), ("B", "5–10"), ("C", "1")]
    assert gaps.heading == "Paling banyak kurang: A, 500 orang"
    assert gaps.notes == (
        "1 OPD belum ada rekapnya: dari 50 pegawainya tidak diketahui berapa yang belum menandatangani.",
    )


def test_the_weight_of_the_largest_and_the_rate_without_it(context_of: ContextOf) -> None:
    weight = region(context_of(world(HEADS, TALLIES))).weight
    assert weight is not None
    assert weight.heading.startswith("A 84\u00a0% dari pegawai")
    assert "67,9–96,8\u00a0%" in weight.heading, "(90 + 39) / 190 to (95 + 39 + 50) / 190"


def test_the_funnel_names_who_is_surely_outside(context_of: ContextOf) -> None:
    funnel = region(context_of(world(HEADS, TALLIES))).funnel
    assert funnel is not None
    assert len(funnel.marks) == 3
    assert funnel.heading == "1 OPD jauh di bawah yang wajar untuk besarnya"
    assert any(note.startswith("Jauh di bawah: A") for note in funnel.notes)
    assert any(note.startswith("Jauh di atas: B") for note in funnel.notes)


def test_targets_of_different_kinds_are_not_put_in_one_funnel(context_of: ContextOf) -> None:
    heads = [head(A, 1000), head(B, 100, employee_type="PNS")]
    funnel = region(context_of(world(heads, TALLIES[:2]))).funnel
    assert funnel is not None
    assert not funnel.marks
    assert "jenis pegawai yang berbeda" in funnel.notes[0]


SPLIT = [
    head(A, 12, employee_type="PNS", tier="pimpinan"),
    head(A, 30, employee_type="PNS", tier="pengawas"),
    head(A, 60, employee_type="PPPK", tier="fungsional"),
]
SPLIT_SIGNED = [
    tally(A, 30, employee_type="PNS", tier="pengawas"),
    tally(A, 10, employee_type="PPPK", tier="fungsional"),
]


def test_a_step_is_done_by_its_own_evidence_alone(context_of: ContextOf) -> None:
    tiers = region(context_of(world(SPLIT, SPLIT_SIGNED))).tiers
    assert tiers is not None
    rows = {row.code: row for row in tiers.rows}
    assert rows["pengawas"].rate == "100,0\u00a0%"
    assert tiers.heading == "Jenjang yang tuntas: pengawas"
    assert not rows["pimpinan"].has_own
    assert {step.label: step.low for step in tiers.steps} == {
        "pimpinan tinggi": None,
        "administrator": None,
        "pengawas": 1.0,
        "pelaksana": None,
        "jabatan fungsional": pytest.approx(1 / 6),
    }
    assert [step.aside for step in tiers.steps] == [False] * 4 + [True]


def test_an_unsplit_source_proves_no_tier_and_no_type(context_of: ContextOf) -> None:
    view = region(context_of(world(HEADS, [*TALLIES, tally(D, 50)])))
    assert view.tiers is not None
    assert view.types is not None
    assert view.tiers.heading == "Belum ada jenjang dengan bukti sendiri"
    assert {step.low for step in view.tiers.steps} == {None}
    assert view.types.heading == "Belum ada sumber yang memisahkan PNS dan PPPK"
    notes = {row.code: row.note for row in view.types.rows}
    assert notes["PNS"] == notes["PPPK"] == "tanpa rekap sendiri: sumber tidak merincinya"
    assert notes["NON_ASN"] == "tanpa rekap sendiri"


TWO_DAYS = [tally(A, 300, day=dt.date(2024, 10, 1)), *TALLIES]


@pytest.mark.parametrize(
    ("as_of", "heading"),
    [
        (dt.date(2024, 10, 17), "Sampai 31 Oktober 2024 perlu 45–51 orang per hari kerja untuk mencapai 95\u00a0%"),
        (dt.date(2024, 11, 5), "Tenggat 31 Oktober 2024 sudah lewat: masih kurang 447–502 orang dari 95\u00a0%"),
    ],
)
def test_the_pace_to_the_deadline(context_of: ContextOf, as_of: dt.date, heading: str) -> None:
    context = replace(context_of(world(HEADS, TWO_DAYS, DUTY)), as_of=as_of)
    pace = region(context).pace
    assert pace is not None
    assert pace.heading == heading
    assert [(reading.low, reading.high) for reading in pace.readings] == [(300, 490), (629, 684)]
    assert any("ditetapkan oleh Sekda" in sentence for sentence in pace.sentences)


def test_without_a_deadline_the_campaign_is_counted_to_and_said(context_of: ContextOf) -> None:
    context = replace(context_of(world(HEADS, TALLIES)), as_of=OCTOBER)
    pace = region(context).pace
    assert pace is not None
    assert any("hari pertama kampanye, 25 September 2024" in sentence for sentence in pace.sentences)
    assert any("Baru ada rekap untuk satu tanggal" in sentence for sentence in pace.sentences)


OTHER = "33.04/a"


@pytest.mark.parametrize(
    ("other", "heading", "is_ranked"),
    [
        ((head(OTHER, 100), tally(OTHER, 80)), "A · Kabupaten Banjarnegara pasti paling depan: 80,0\u00a0%", True),
        (
            (head(OTHER, 100), tally(OTHER, 45, 60)),
            "Rentangnya bertumpang tindih: tidak ada yang pasti paling depan",
            True,
        ),
        ((head(OTHER, 100, employee_type="PNS"), tally(OTHER, 80)), "OPD ini tidak dapat diperingkat", False),
        ((head(OTHER, 100), None), "Kurang dari dua OPD ini yang sudah ada angkanya", True),
    ],
)
def test_the_same_opd_of_two_regions(context_of: ContextOf, other: Any, heading: str, is_ranked: bool) -> None:
    its_head, its_tally = other
    frames = world([*HEADS, its_head], [*TALLIES, *([its_tally] if its_tally else [])])
    compare = region(context_of(frames, wilayah="33.03", banding=f"{A},{OTHER},{A},33.99/x")).compare
    assert compare is not None
    assert compare.picked == (A, OTHER)
    assert compare.heading == heading
    assert (compare.note is None) is is_ranked
    assert {row.opd_id for row in compare.rows} == {A, OTHER}
    assert compare.hrefs[OTHER] == "/opd?wilayah=33.04"


def test_one_choice_offers_its_namesakes(context_of: ContextOf) -> None:
    frames = world([*HEADS, head(OTHER, 100)], TALLIES)
    compare = region(context_of(frames, wilayah="33.03", banding=A)).compare
    assert compare is not None
    assert compare.elsewhere == {OTHER: "A · Kabupaten Banjarnegara"}
    assert compare.rows == ()


def test_a_provincial_government_is_its_own_opd_alone(context_of: ContextOf) -> None:
    frames = world([*HEADS, head("33/a", 200)], [*TALLIES, tally("33/a", 150)])
    view = region(context_of(frames, wilayah="33"))
    assert view.name == "Pemerintah Provinsi Jawa Tengah"
    assert [row.opd_id for row in view.units.rows] == ["33/a"]
    assert dict(view.sentence.figures)["rate"] == ("signed_rate", "75,0\u00a0%")


def test_a_withheld_unit_says_so_is_never_zero_and_in_no_ranking(context_of: ContextOf) -> None:
    few = "33.03/few"
    view = region(context_of(world([*HEADS, head(few, 4)], [*TALLIES, tally(few, 1)])))
    row = view.units.rows[-1]
    assert (row.opd_id, row.state) == (few, "ditahan")
    assert (row.signed, row.signed_rate, row.gap, row.chart.signed) == (None, None, None, None)
    assert row.chart.note == "▨ ditahan"
    assert view.gaps is not None
    assert few not in {gap.opd_id for gap in view.gaps.rows}
    assert any("ditahan" in note for note in view.gaps.notes)
    assert view.heading.endswith("ditahan")


def test_a_tier_whose_counts_are_withheld_says_so(context_of: ContextOf) -> None:
    heads = [head(A, 2, employee_type="PNS", tier="pimpinan"), *SPLIT[1:]]
    signed = [*SPLIT_SIGNED, tally(A, 1, employee_type="PNS", tier="pimpinan")]
    tiers = region(context_of(world(heads, signed))).tiers
    assert tiers is not None
    [top] = [row for row in tiers.rows if row.code == "pimpinan"]
    assert not top.has_own
    assert top.note == "rekapnya ditahan: terlalu sedikit orang"
    assert tiers.steps[0].low is None


@pytest.mark.parametrize("code", ["33.74", "33"])
def test_every_figure_drawn_is_the_indicators(
    draw_page: Callable,
    html_of: Callable,
    example_store: Path,
    example_frames: Frames,
    code: str,
    context_of: ContextOf,
) -> None:
    html = html_of(draw_page("opd", example_store, wilayah=code))
    scope = replace(tally_scope(context_of(example_frames), code), campaign="pilkada-2024")
    drawn = 0
    for link in re.findall(r'<a [^>]*class="figure"[^>]*>[^<]*</a>', html):
        data = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', link))
        words = unescape(re.sub(r"<[^>]*>", "", link))
        asked = replace(
            scope,
            region=data["code"].split("/")[0],
            level="opd" if "/" in data["code"] else data["level"],
            tier=data.get("tier"),
            employee_type=data.get("employee-type"),
        )
        assert data["indicator"] in DEFINITIONS
        figures = query(data["indicator"], example_frames, asked)
        figure = figures.row(by_predicate=pl.col("code") == data["code"], named=True)
        said = [figure_words(data["indicator"], figure, T)]
        said += [T.interval(figure[f"{part}_low"], figure[f"{part}_high"]) for part in ("numerator", "denominator")]
        assert words in said, link
        drawn += 1
    assert drawn > 60
