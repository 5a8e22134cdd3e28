"""Who owes what and who reported, as the page says it: sentence, tables, letter, and long lists in parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from indicators.duties.reporting import Outcome, by_unit, duties_of_units
from indicators.scope import Scope
from pages.context import Context
from pages.kewajiban.model import UNITS_A_PAGE, View, build
from pages.kewajiban.paging import paging
from tests.lent.rows import table
from warehouse.frames import Frames, SnapshotInfo

ContextOf = Callable[..., Context]
DrawPage = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]
DUE = dt.date(2024, 10, 31)
LETTER = {"source_id": "edaran", "kind": "letter", "publisher": "Setda", "grade": "C", "is_simulated": False}


def duty(**more: Any) -> dict[str, Any]:
    every = {"obligation_id": "semua", "campaign_id": "pilkada-2024", "region_code": "33.03", "scope": "every_opd"}
    terms = {"what": "pakta", "status": "wajib", "due_date": DUE, "set_by": "Sekda (800/1)", "source_id": "edaran"}
    return {**every, **terms, **more}


def world(duties: list[dict[str, Any]], units: int = 3, reported: dict[str, dt.date] | None = None) -> Frames:
    names = [f"{place:03d}" for place in range(1, units + 1)]
    days = reported or {}
    return Frames.of(
        SnapshotInfo(1, dt.datetime(2024, 12, 1, tzinfo=dt.UTC)),
        region=table(
            "region",
            {"code": "33", "level": "provinsi", "name": "Jawa Tengah"},
            {"code": "33.03", "level": "kabupaten", "name": "Kabupaten Purbalingga", "parent_code": "33"},
        ),
        campaign=table(
            "campaign",
            {"campaign_id": "pilkada-2024", "name": "Pilkada 2024", "election_date": dt.date(2024, 11, 27)},
            {"campaign_id": "pemilu-2024", "name": "Pemilu 2024", "election_date": dt.date(2024, 2, 14)},
        ),
        source=table("source", LETTER),
        obligation=table("obligation", *duties),
        opd=table(
            "opd",
            *(
                {"opd_id": f"33.03/{name}", "region_code": "33.03", "name": f"Dinas {name}", "kind": "dinas"}
                for name in names
            ),
        ),
        signature=table(
            "signature",
            *(
                {
                    "campaign_id": "pilkada-2024",
                    "unit_id": f"33.03/{name}",
                    "opd_id": f"33.03/{name}",
                    "region_code": "33.03",
                    "employee_type": "ASN",
                    "tier": "semua",
                    "as_of": day,
                    "signed_low": 1,
                    "signed_high": 1,
                    "source_id": "edaran",
                }
                for name, day in days.items()
            ),
        ),
    )


def said(view: View) -> str:
    """The page's answer, its figures filled in."""
    assert view.chosen is not None
    standing = view.chosen.standing
    totals = {"reported": standing.reported, "units": standing.reported + standing.missing, "missing": standing.missing}
    return view.chosen.sentence.format_map(totals | dict(standing.counts))


LATE = dt.date(2024, 11, 2)


@pytest.mark.parametrize(
    ("duties", "reported", "as_of", "words"),
    [
        ([duty()], {"001": DUE, "002": LATE}, None, "2 dari 3 OPD yang tercatat sudah melapor: 1 tepat waktu dan 1"),
        ([duty()], {"001": DUE}, DUE, "1 dari 3 OPD yang tercatat sudah melapor, semuanya tepat waktu; 2 belum, semu"),
        ([duty(due_date=None)], {}, None, "0 dari 3 OPD yang tercatat sudah melapor; 3 belum, tanpa tenggat."),
        ([duty(region_code="33")], {}, None, "Setiap OPD wajib, tetapi belum ada OPD yang tercatat"),
        (
            [duty(scope="region", status="tidak_wajib", reason="x", due_date=None)],
            {},
            None,
            "1 dikecualikan, dan tidak ada",
        ),
        (
            [duty(), duty(obligation_id="prov", region_code="33")],
            {},
            DUE,
            "masih punya waktu. Di 1 wilayah lain setiap",
        ),
    ],
)
def test_the_answer_says_no_more_than_is_known(
    context_of: ContextOf,
    duties: list[dict[str, Any]],
    reported: dict[str, dt.date],
    as_of: dt.date | None,
    words: str,
) -> None:
    context = context_of(world(duties, reported=reported))
    day = Context(context.frames, context.filters, context.t, as_of=as_of)
    assert words in said(build(day))


def test_a_regions_page_names_its_units_the_gravest_first(context_of: ContextOf) -> None:
    frames = world(
        [duty(), duty(obligation_id="satu", scope="opd", opd_id="33.03/003", status="tidak_wajib", reason="baru")]
    )
    view = build(context_of(frames, wilayah="33.03"))
    assert view.chosen is not None
    assert [(row.name, row.outcome, row.note) for row in view.chosen.units] == [
        ("Dinas 001", Outcome.LEWAT_TENGGAT, None),
        ("Dinas 002", Outcome.LEWAT_TENGGAT, None),
        ("Dinas 003", Outcome.TIDAK_WAJIB, "baru"),
    ]
    assert [row.reason for row in view.duties] == [None, "baru"]


def test_the_letter_names_all_who_lack_and_nobody_else(context_of: ContextOf) -> None:
    later = duty(obligation_id="satu", scope="opd", opd_id="33.03/003", due_date=dt.date(2030, 1, 31))
    view = build(context_of(world([duty(), later], reported={"001": LATE}), "en", wilayah="33.03"))
    assert view.chosen is not None
    assert view.chosen.reminder is not None
    text = view.chosen.reminder.text
    assert text.startswith("Yth. Bapak/Ibu Kepala Perangkat Daerah Kabupaten Purbalingga")
    assert "1. Dinas 002 (batas waktu 31 Oktober 2024)\n2. Dinas 003 (batas waktu 31 Januari 2030)\n\n" in text
    assert "Dinas 001" not in text
    assert [row.unit_id for row in view.chosen.reminder.units] == ["33.03/002", "33.03/003"]


def test_the_letter_to_one_unit_speaks_to_it_with_deadline_and_order(context_of: ContextOf) -> None:
    view = build(context_of(world([duty()], units=1), wilayah="33.03"))
    assert view.chosen is not None
    assert view.chosen.reminder is not None
    text = view.chosen.reminder.text
    assert text.startswith("Yth. Bapak/Ibu Kepala Dinas 001, Kabupaten Purbalingga")
    assert "berdasarkan Sekda (800/1) dengan batas waktu 31 Oktober 2024, sampai dengan" in text
    assert "DATA CONTOH" not in text


def test_the_examples_letter_says_that_it_is_none(example_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(example_frames, wilayah="33.03"))
    assert view.chosen is not None
    assert view.chosen.reminder is not None
    assert view.chosen.reminder.text.startswith("DATA CONTOH")


def test_a_long_list_comes_in_parts_and_the_letter_says_how_many_more(context_of: ContextOf) -> None:
    frames = world([duty()], units=320)
    shown = []
    view = build(context_of(frames, wilayah="33.03"))
    for number in range(1, 8):
        view = build(context_of(frames, wilayah="33.03", hal=str(number)))
        assert view.chosen is not None
        assert len(view.chosen.units) <= UNITS_A_PAGE
        shown += [row.name for row in view.chosen.units]
    assert shown == [f"Dinas {place:03d}" for place in range(1, 321)]
    assert view.chosen is not None
    assert view.chosen.paging.later_href is None
    assert view.chosen.reminder is not None
    assert "dan 20 unit lainnya" in view.chosen.reminder.text
    assert len(view.chosen.reminder.units) == 320


@pytest.mark.parametrize(
    ("total", "wanted", "first", "last"),
    [
        (0, None, 0, 0),
        (1, "9", 1, 1),
        (120, None, 1, 50),
        (120, "3", 101, 120),
        (120, "0", 1, 50),
        (120, "²", 1, 50),
        (100, "2", 51, 100),
    ],
)
def test_any_link_names_a_page_that_there_is(total: int, wanted: str | None, first: int, last: int) -> None:
    found = paging(total, wanted, 50, lambda page: f"?hal={page}")
    assert (found.first, found.last) == (first, last)
    assert len(range(total)[found.place]) == (last - first + 1 if total else 0)
    assert (found.earlier_href is None) == (first <= 1)
    assert (found.later_href is None) == (last == total)


def test_the_regions_add_up_to_the_nation(example_frames: Frames, context_of: ContextOf) -> None:
    nation = build(context_of(example_frames, tugas="pakta"))
    province = build(context_of(example_frames, filters={"province": "33"}, tugas="pakta"))
    assert nation.chosen is not None
    assert province.chosen is not None
    units = by_unit(duties_of_units(example_frames, Scope()).filter(pl.col("what") == "pakta"))
    assert sum(sum(row.counts.values()) for row in nation.chosen.regions) == units.height
    [java] = [row for row in nation.chosen.regions if row.code == "33"]
    assert sum(java.counts.values()) == sum(sum(row.counts.values()) for row in province.chosen.regions)
    [own] = [row for row in province.chosen.regions if row.is_own]
    alone = build(context_of(example_frames, wilayah="33", tugas="pakta"))
    assert alone.chosen is not None
    assert sum(own.counts.values()) == sum(alone.chosen.standing.counts.values())


@pytest.mark.parametrize(
    ("filters", "params", "code"),
    [
        ({}, {"wilayah": "33.03"}, "33.03"),
        ({"province": "33"}, {"wilayah": "33.03"}, "33.03"),
        ({"province": "11"}, {"wilayah": "33.03"}, None),
        ({}, {"wilayah": "<b>"}, None),
    ],
)
def test_a_region_in_the_link_is_shown_where_it_is_one_of_the_province(
    example_frames: Frames, context_of: ContextOf, filters: dict[str, str], params: dict[str, str], code: str | None
) -> None:
    assert build(context_of(example_frames, filters=filters, **params)).code == code


def test_the_real_duties_are_all_on_the_page_with_their_sources(bundled_frames: Frames, context_of: ContextOf) -> None:
    view = build(context_of(bundled_frames))
    assert {row.obligation_id for row in view.duties} == set(bundled_frames.obligation["obligation_id"])
    assert {source.href for source in view.sources} == {row.source.href for row in view.duties}
    assert said(view) == "1 dari 1 unit yang tercatat sudah melapor, tanpa tenggat yang pasti."


@pytest.mark.parametrize(
    ("language", "words"), [("id", "Siapa wajib melapor, dan siapa yang sudah?"), ("en", "Who has to report, and")]
)
def test_it_draws_and_drills_down(
    draw_page: DrawPage, html_of: HtmlOf, example_store: Path, language: str, words: str
) -> None:
    app = draw_page("kewajiban", example_store, language)
    assert words in html_of(app)
    app.selectbox[0].set_value("33.03").run()
    html = html_of(app)
    assert 'id="surat-pengingat"' in html
    assert html.count("<tr>") < 2 * UNITS_A_PAGE


def test_nothing_on_record_says_so(context_of: ContextOf) -> None:
    view = build(context_of(world([], units=0)))
    assert view.chosen is None
    assert not view.duties
