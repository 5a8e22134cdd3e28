"""What a report says, before any format lays it out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.briefing import Briefing, SourceNote
from briefings.stamp import Stamp
from briefings.table import Column, Table
from exports.report import Entry, Grid, Report, compose
from exports.report.grid import cut, grid, height
from exports.report.room import shared
from exports.report.widths import LETTERS, lines, shares
from i18n import text

T = text("id")


@pytest.fixture(scope="module")
def report(small_briefing: Briefing, small_stamp: Stamp) -> Report:
    return compose(small_briefing, small_stamp, T)


def test_head_names_what_it_is_about_and_of_when(report: Report) -> None:
    assert report.head.subject == ("Perihal", "Ikrar netralitas ASN di Jawa Tengah")
    assert dict(report.head.facts) == {
        "Wilayah": "Jawa Tengah",
        "Pemilihan": "Pemilu 2024",
        "Data per": "25 September 2024",
        "Snapshot": "12, dibuat 25 September 2024 14.05 WIB",
    }
    assert report.head.square_says == "https://ikrar.example.go.id/cek?kode=IKR-4F7K-Q2XM"
    assert report.band is None


def test_no_address_and_no_campaign(small_briefing: Briefing, small_stamp: Stamp) -> None:
    alone = compose(replace(small_briefing, campaign=None), replace(small_stamp, address=None), T)
    assert alone.head.square_says == "IKR-4F7K-Q2XM"
    assert dict(alone.head.facts)["Pemilihan"] == "Semua pemilihan"
    assert not any("://" in words for words in alone.closing)


def test_what_is_not_on_record_has_no_code_to_look_up(small_briefing: Briefing, small_stamp: Stamp) -> None:
    alone = compose(small_briefing, replace(small_stamp, code="tidak tercatat", address=None), T)
    assert (alone.head.code, alone.head.square_says) == (("Kode", "tidak tercatat"), None)
    assert "ikrar query … --as-of 12" in alone.closing[0]


def test_a_source_of_two_sections_is_listed_once(report: Report) -> None:
    assert [source.words for source in report.sources] == [
        "Ikrar netralitas =ASN. Pemkab, 24 November 2023. Bukti C (rilis resmi).",
        "Rekap pakta. BKPSDM. Bukti B (rekap resmi).",
    ]
    assert [part.cited for part in report.parts] == ["", "Sumber: [1], [2].", "Sumber: [1], [2].", ""]


def test_what_stands_in_bold_is_not_said_again_in_the_caption(report: Report) -> None:
    shown = [part.shown for part in report.parts if part.shown]
    assert [one.caption for one in shown] == [
        "Peta. Sumber: 2 sumber, bukti B–C. Batas wilayah: Peta skematik Ikrar.",
        "1 OPD belum melapor. Sumber: 2 sumber, bukti B–C.",
    ]
    assert [(one.label, one.number) for one in shown] == [("Gambar", 1), ("Gambar", 2)]


@pytest.mark.parametrize(
    ("url", "opens"),
    [("https://a.go.id", True), ("http://a.go.id", True), ("javascript:alert(1)", False), ("file:///c:/a", False)],
)
def test_only_web_addresses_open(small_briefing: Briefing, small_stamp: Stamp, url: str, opens: bool) -> None:
    section = replace(small_briefing.sections[0], sources=(SourceNote("a", "b", "D", url),))
    (source,) = compose(replace(small_briefing, sections=(section,)), small_stamp, T).sources
    assert (source.url, source.opens) == (url, opens)


def test_more_sources_than_a_report_has_room_for_are_counted(small_briefing: Briefing, small_stamp: Stamp) -> None:
    many = tuple(SourceNote(f"judul {number}", "b", "D") for number in range(100))
    section = replace(small_briefing.sections[0], sources=many)
    made = compose(replace(small_briefing, sections=(section,)), small_stamp, T)
    assert made.sources_rest == f"{100 - len(made.sources)} sumber selebihnya ada di buku kerja."
    assert made.parts[0].cited.endswith(f"[{len(made.sources)}].")


def _grid(*rows: tuple[str | int | float | None, ...], kind: str = "count", total: int | None = None) -> Grid:
    columns = (Column("a", "OPD"), Column("b", "Angka", kind))  # type: ignore[arg-type]  # a kind of the parametrisation
    return grid(Table("t", "T", columns, rows, ("catatan",), total), T)


@pytest.mark.parametrize(
    ("given", "total", "room", "kept", "notes"),
    [
        (25, None, 25, 25, ("catatan",)),
        (26, None, 99, 25, ("Ditampilkan 25 dari 26 baris; selebihnya ada di buku kerja.", "catatan")),
        (10, None, 4, 4, ("Ditampilkan 4 dari 10 baris; selebihnya ada di buku kerja.", "catatan")),
        (10, 50, 4, 4, ("Ditampilkan 4 dari 50 baris; buku kerja memuat 10 di antaranya.", "catatan")),
        (3, 50, 9, 3, ("Ditampilkan 3 dari 50 baris.", "catatan")),
        (3, None, 0, 1, ("Ditampilkan 1 dari 3 baris; selebihnya ada di buku kerja.", "catatan")),
    ],
)
def test_rows_that_are_left_out_are_counted(
    given: int, total: int | None, room: int, kept: int, notes: tuple[str, ...]
) -> None:
    made = cut(_grid(*((f"OPD {number}", number) for number in range(given)), total=total), room, T)
    assert (len(made.rows), made.notes) == (kept, notes)


def test_a_long_cell_takes_lines_of_the_room() -> None:
    made = _grid(("Dinas " * 40, 1), ("Dinas", 2))
    assert height(made) > 2
    assert len(cut(made, 2, T).rows) == 1


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ([3, 60], 75, [3, 60]),
        ([3, 60], 40, [3, 37]),
        ([30, 4, 40, 50], 59, [18, 4, 18, 19]),
        ([5, 5], 0, [1, 1]),
        ([0, 9], 4, [0, 4]),
        ([], 4, []),
    ],
)
def test_the_room_is_shared(wanted: list[int], room: int, given: list[int]) -> None:
    assert shared(wanted, room) == given


def test_a_column_has_room_for_its_longest_word() -> None:
    rows = ((Entry("Kecamatan Contoh 9, Kabupaten Purbalingga: pembacaan ikrar"), Entry("26\u00a0Sep\u00a02024")),)
    wide, narrow = shares((Entry("Acara"), Entry("Tanggal")), rows)
    assert narrow * LETTERS >= len("26 Sep 2024")
    assert wide > narrow
    assert lines(rows[0], (0.2, 0.8)) == 4
    assert lines(rows[0], (wide, narrow)) == 1


@pytest.mark.parametrize(
    ("kind", "value", "entry"),
    [
        ("count", 8100, Entry("8.100", "number")),
        ("count", 12.5, Entry("12,5", "number")),
        ("count", 12.0, Entry("12", "number")),
        ("fraction", 0.665, Entry("66,5\u00a0%", "number")),
        ("count", None, Entry("")),
        ("text", "=1+1", Entry("=1+1")),
    ],
)
def test_cells_in_words(kind: str, value: str | float | None, entry: Entry) -> None:
    assert _grid(("a", value), kind=kind).rows[0][1] == entry


def test_states_and_figures_stand_apart(report: Report) -> None:
    (table,) = report.parts[2].grids
    assert {row[-1].words: row[-1].kind for row in table.rows} == {
        "60,0\u00a0%": "number",
        "sedikitnya 76,0\u00a0%": "number",
        "49,0–76,0\u00a0%": "number",
        "ditahan": "state",
        "tidak wajib": "state",
        "belum lapor": "state",
        "belum ada bukti": "state",
    }
    assert sum(table.shares) == pytest.approx(1)


def test_what_no_document_can_show_is_left_out(small_briefing: Briefing, small_stamp: Stamp) -> None:
    made = compose(replace(small_briefing, place="Ko\x07ta\ud800 A\ufffe\x0b"), small_stamp, T)
    assert dict(made.head.facts)["Wilayah"] == "Kota A"


def _table(name: str, rows: int) -> Table:
    return Table(name, f"Tabel {name}", (Column("a", "OPD"),), tuple((f"OPD {row}",) for row in range(rows)))


def test_whom_to_call_stays_where_there_is_no_room_for_all(small_briefing: Briefing, small_stamp: Stamp) -> None:
    names = ("peta", "daerah", "belum-melapor-daerah", "tanpa-bukti", "mutu")
    notes = tuple(f"catatan {number}" for number in range(190))
    section = replace(small_briefing.sections[0], tables=tuple(_table(name, 40) for name in names), notes=notes)
    (part,) = compose(replace(small_briefing, sections=(section,)), small_stamp, T).parts
    kept = [grid.name for grid in part.grids]
    assert "belum-melapor-daerah" in kept
    assert "mutu" not in kept
    assert [grid.number for grid in part.grids] == list(range(1, len(kept) + 1))
    assert kept == [name for name in names if name in kept]
    (gone,) = [note for note in part.notes if "ada di buku kerja" in note]
    assert all((f"“Tabel {name}”" in gone) is (name not in kept) for name in names)


def test_a_note_is_said_once(small_briefing: Briefing, small_stamp: Stamp) -> None:
    section = replace(small_briefing.sections[0], notes=("sama",))
    parts = compose(replace(small_briefing, sections=(section, section)), small_stamp, T).parts
    assert [part.notes for part in parts] == [("sama",), ()]
