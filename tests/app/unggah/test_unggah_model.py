"""An upload as values: what was understood, what is asked, what would be saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import polars as pl
import pytest

from etl.ingest.labels import VERDICTS
from etl.ingest.values import Preview
from etl.recognise.layout import FileKind
from etl.sources.tabular import Question
from i18n import text
from pages.unggah import rows
from pages.unggah.questions import as_answer, as_day, asks
from pages.unggah.understood import column_place, understood
from warehouse.frames import Frames

MakePreview = Callable[..., Preview]
T = text("id")


def test_verdicts_are_all_rows_of_the_file(make_preview: MakePreview) -> None:
    preview = make_preview("new new changed same conflict refused held")
    counted = {tally.verdict: tally.count for tally in rows.tallies(preview, T)}
    assert counted == {"new": 2, "changed": 1, "same": 1, "conflict": 1, "refused": 1, "held": 1}
    assert sum(counted.values()) == preview.rows_in
    assert rows.to_save(preview) == 3


@pytest.mark.parametrize("verdict", [*VERDICTS, None, "no such verdict"])
def test_rows_by_verdict(make_preview: MakePreview, bundled_frames: Frames, verdict: str | None) -> None:
    preview = make_preview("new changed same conflict refused held")
    found = rows.table(preview, bundled_frames, T, verdict=verdict)
    expected = [verdict] if verdict in VERDICTS else preview.rows["verdict"].to_list()
    assert [row.verdict for row in found.rows] == expected


@pytest.mark.parametrize(("words", "units"), [("dinas 6", ["Dinas 6"]), (" DINAS 6 ", ["Dinas 6"]), (".*", [])])
def test_rows_by_words_in_the_name(
    make_preview: MakePreview, bundled_frames: Frames, words: str, units: list[str]
) -> None:
    found = rows.table(make_preview("new new new"), bundled_frames, T, words=words)
    assert [row.unit for row in found.rows] == units


def test_old_and_new_and_why(make_preview: MakePreview, bundled_frames: Frames) -> None:
    preview = make_preview("new changed refused conflict")
    new, changed, refused, conflict = rows.table(preview, bundled_frames, T).rows
    assert new.figures == ("PNS · 31 Oktober 2024: sudah tanda tangan (orang)\u00a048",)
    assert changed.figures == ("PNS · 31 Oktober 2024: sudah tanda tangan (orang)\u00a040 → 48",)
    assert conflict.figures == ("PNS · 31 Oktober 2024: sudah tanda tangan (orang)\u00a048 (tercatat: 40)",)
    assert (refused.figures, refused.said) == ((), ("“-3” <b>",))
    (finding,) = rows.findings(preview.refusals, T)
    assert finding.place == "Rekap, baris 7, Tanda tangan"


def test_a_name_is_shown_as_read_with_the_one_in_the_file_where_it_differs(
    make_preview: MakePreview, bundled_frames: Frames
) -> None:
    preview = make_preview("new new held refused")
    names = ["Dinas Pekerjaan Umum", "Dinas Sosial", None, None]
    stated = ["PUPR", "DINAS  SOSIAL", "DKP", None]
    named = preview.rows.with_columns(unit=pl.Series(names), unit_stated=pl.Series(stated, dtype=pl.String))
    preview = replace(preview, rows=named, region=None)
    found = rows.table(preview, bundled_frames, T).rows
    assert [(row.unit, row.stated, row.region) for row in found] == [
        ("Dinas Pekerjaan Umum", "PUPR", "Kota Bukittinggi"),
        ("Dinas Sosial", "", "Kota Bukittinggi"),
        ("DKP", "", "Kota Bukittinggi"),
        ("Kota Bukittinggi", "", ""),
    ]
    assert [row.unit for row in rows.table(preview, bundled_frames, T, words="pupr").rows] == ["Dinas Pekerjaan Umum"]


@pytest.mark.parametrize(
    ("event_id", "shown"),
    [
        ("blora-2024-09-30", "30 September 2024: sudah"),
        ("kudus-2024-10", "1–31 Oktober 2024: sudah"),
        ("kabupaten-semarang-pilkada-2024", "sudah"),
    ],
)
def test_a_ceremony_is_named_by_its_day(
    make_preview: MakePreview, bundled_frames: Frames, event_id: str, shown: str
) -> None:
    preview = make_preview("new")
    events = preview.figures.with_columns(table=pl.lit("event"), key=pl.lit(event_id))
    (row,) = rows.table(replace(preview, figures=events), bundled_frames, T).rows
    assert row.figures[0].startswith(shown)


def test_people_are_added_up_by_unit(make_preview: MakePreview, bundled_frames: Frames) -> None:
    preview = make_preview("new new")
    unit = bundled_frames.opd.row(0, named=True)
    key = f"{unit['opd_id']} · PNS · pelaksana · 2024-10-31"
    figures = preview.figures.with_columns(
        row=pl.lit(None, pl.Int64()), key=pl.lit(key), field=pl.Series(["people", "signed"])
    )
    assert rows.counted(preview, bundled_frames, T).total == 0
    (told,) = rows.counted(replace(preview, figures=figures), bundled_frames, T).rows
    assert told[:2] == (unit["name"], "PNS · pelaksana · 31 Oktober 2024")
    assert told[2].count("48") == 2


def test_new_opd_are_listed_name_by_name(
    make_preview: MakePreview, ask: Callable[..., Question], bundled_frames: Frames
) -> None:
    question = replace(ask("new_opd", "accept", "refuse"), values={"name": "x", "made": (("PUPR", "Dinas PUPR"),)})
    (asked,) = asks(make_preview("held", questions=(question,)), bundled_frames, T)
    assert (asked.made, asked.waiting) == ((("PUPR", "Dinas PUPR"),), 1)


def test_a_row_that_waits_says_for_what(
    make_preview: MakePreview, ask: Callable[..., Question], bundled_frames: Frames
) -> None:
    questions = (ask("campaign", "pilkada-2024"), ask("as_of"))
    preview = make_preview("held new", questions=questions)
    held, new = rows.table(preview, bundled_frames, T).rows
    assert (held.said, new.said) == (("Menunggu pertanyaan 1.", "Menunggu pertanyaan 2."), ())
    assert [dict(asked.options) for asked in asks(preview, bundled_frames, T)] == [{"pilkada-2024": "Pilkada 2024"}, {}]


def test_a_large_file_goes_to_the_browser_in_part(make_preview: MakePreview, bundled_frames: Frames) -> None:
    preview = make_preview(" ".join(["new"] * (rows.SHOWN + 5)))
    found = rows.table(preview, bundled_frames, T)
    assert (len(found.rows), found.total) == (rows.SHOWN, rows.SHOWN + 5)
    assert len(rows.findings(preview.refusals * 999, T)) <= rows.SHOWN


@pytest.mark.parametrize(("index", "place"), [(1, "A"), (26, "Z"), (27, "AA"), (400, "OJ"), (703, "AAA")])
def test_columns_are_named_as_on_the_sheet(index: int, place: str) -> None:
    assert column_place(index) == place


def test_what_was_understood(make_preview: MakePreview) -> None:
    view = understood(make_preview("new new"), T)
    assert (view.kind, view.rows, view.aside_total) == ("rekap ikrar dan tanda tangan", 2, 1)
    (block,) = view.blocks
    assert [(column.place, column.meaning) for column in block.columns] == [
        ("A", "OPD"),
        ("B", "sudah tanda tangan (orang)"),
    ]
    assert block.given == (("Wilayah", "Kota Bukittinggi", "Rekap!A1"),)
    assert view.aside[0].text == "REKAP <script>"


def test_a_rosters_words_stay_out_of_the_page(make_preview: MakePreview) -> None:
    assert understood(make_preview("new", FileKind.ROSTER), T).aside[0].text == ""


@pytest.mark.parametrize(
    ("kind", "choices", "control", "first"),
    [
        ("number_format", ("thousands", "decimal"), "choice", "thousands"),
        ("opd_name", ("Dinas Kesehatan",), "name", "Dinas Kesehatan"),
        ("region_name", ("13.75",), "search", "13.75"),
        ("region", ("31",), "search", "31"),
        ("as_of", (), "day", None),
        ("header", ("opd", "signed"), "columns", "number"),
    ],
)
def test_each_kind_of_question_has_its_control(
    make_preview: MakePreview,
    ask: Callable[..., Question],
    bundled_frames: Frames,
    kind: str,
    choices: tuple[str, ...],
    control: str,
    first: str | None,
) -> None:
    preview = make_preview("held held", questions=(ask(kind, *choices),))
    (asked,) = asks(preview, bundled_frames, T)
    assert (asked.input, asked.waiting, asked.place) == (control, 2, "lembar Rekap, baris 5, kolom A")
    assert next(iter(asked.options), None) == first
    assert asked.columns == (("Kolom A: Dinas 5, Dinas 6", "Kolom B: 48, 48") if kind == "header" else ())


@pytest.mark.parametrize(("precision", "answer"), [("day", "2024-10-31"), ("month", "2024-10"), ("year", "2024")])
def test_a_date_is_no_more_precise_than_it_is_known(precision: str, answer: str) -> None:
    assert as_day(dt.date(2024, 10, 31), precision) == answer
    assert as_day(None, precision) is None


@pytest.mark.parametrize(
    ("kind", "given", "answer"),
    [
        ("opd_name", "Dinas Kesehatan", "Dinas Kesehatan"),
        ("opd_name", "-", "-"),
        ("opd_name", " Dinas Baru ", "+Dinas Baru"),
        ("opd_name", "+Dinas Baru", "+Dinas Baru"),
        ("encoding", "cp1252", "cp1252"),
    ],
)
def test_a_typed_name_is_a_new_unit(kind: str, given: str, answer: str) -> None:
    assert as_answer(kind, given, {"Dinas Kesehatan": "", "-": ""}) == answer
