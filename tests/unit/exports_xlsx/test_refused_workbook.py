"""The workbook that goes back: the sender's own cells at their places, and what became of each row beside them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from etl.sources.tabular import read
from exports.xlsx import refused
from exports.xlsx.cells import Percent, Value, sheet_names
from exports.xlsx.refused import HEADINGS, Judged, Page, refused_workbook
from i18n import text

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
T = text("id")


def _page(
    rows: list[tuple[int, tuple[Value, ...]]],
    judged: dict[int, Judged] | None = None,
    headers: tuple[tuple[int, int], ...] = ((1, 1),),
    merged: tuple[tuple[int, int, int, int], ...] = (),
    name: str | None = "Rekap",
    hidden: bool = False,
) -> Page:
    return Page(name, hidden, len(rows[0][1]), rows, merged, headers, judged or {})


def _open(*pages: Page) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(refused_workbook(pages, T, now=NOW)))


CELLS = [
    "Dinas Kesehatan",
    "=1+2",
    "+62",
    "-",
    "@SUM(A1)",
    "http://contoh.go.id",
    "0101",
    "8.100",
    "baris\nbaru",
    8100,
    8.1,
    199405122019031,
    dt.datetime.fromisoformat("2024-10-21T08:30"),
    dt.date(2024, 10, 21),
]


@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_a_cell_stays_what_it_was(cell: Value) -> None:
    sheet = _open(_page([(1, ("Kepala",)), (3, (cell,))]))["Rekap"]
    found = sheet["A3"]
    expected = dt.datetime.fromisoformat("2024-10-21") if cell == dt.date(2024, 10, 21) else cell
    assert (found.value, found.hyperlink) == (expected, None)
    assert found.data_type == {str: "s", int: "n", float: "n"}.get(type(cell), "d")
    assert sheet["A2"].value is None


def test_a_share_is_still_shown_as_a_percentage() -> None:
    cell = _open(_page([(1, ("%",)), (2, (Percent(0.665),))]))["Rekap"]["A2"]
    assert (cell.value, cell.number_format) == (0.665, "0.00%")


def test_a_long_number_is_shown_with_all_its_digits() -> None:
    cell = _open(_page([(1, ("NIP",)), (2, (199405122019031000,))]))["Rekap"]["A2"]
    assert (cell.data_type, cell.number_format) == ("n", "0")


def test_a_damaged_nip_typed_again_stays_text() -> None:
    judged = {2: Judged("refused", "Rusak.", {1: "Rusak."})}
    cell = _open(_page([(1, ("NIP",)), (2, (199405122019031000,))], judged))["Rekap"]["A2"]
    assert (cell.data_type, cell.number_format) == ("n", "@")


def test_each_row_says_what_became_of_it_right_of_the_table() -> None:
    rows: list[tuple[int, tuple[Value, ...]]] = [(1, ("REKAP", None)), (2, ("OPD", "Jumlah")), (3, ("A", 5))]
    rows += [(4, ("B", "-7")), (5, ("C", 1)), (6, ("Jumlah", -1))]
    judged = {
        3: Judged("new"),
        4: Judged("refused", "Jumlah tidak boleh negatif.", {2: "Jumlah tidak boleh negatif. Tulis 7."}),
        5: Judged("held", "OPD mana?"),
    }
    sheet = _open(_page(rows, judged, headers=((2, 2),)))["Rekap"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_col=3, max_col=4)] == [
        [None, None],
        list(HEADINGS),
        ["Diterima: baru", None],
        ["Ditolak", "Jumlah tidak boleh negatif."],
        ["Menunggu jawaban", "OPD mana?"],
        [None, None],
    ]
    assert sheet["B4"].comment.text == "Jumlah tidak boleh negatif. Tulis 7."
    assert [sheet[place].comment for place in ("A4", "B3", "A5")] == [None] * 3
    colours = {row: sheet.cell(row, 1).fill.fgColor.rgb for row in range(3, 7)}
    assert len(set(colours.values())) == 3, "accepted and total rows plain, refused and held in colours of their own"
    assert colours[3] == colours[6]
    assert sheet["B4"].fill.fgColor.rgb != colours[4]
    assert sheet.freeze_panes == "A3"


def test_two_header_rows_stay_merged_and_so_are_the_added_headings() -> None:
    rows: list[tuple[int, tuple[Value, ...]]] = [(1, ("OPD", "Pegawai", None)), (2, (None, "PNS", "PPPK"))]
    merged = ((1, 1, 2, 1), (1, 2, 1, 3), (1, 3, 2, 3), (2, 2, 2, 2))  # the third overlaps: a damaged file
    page = _page([*rows, (3, ("A", 1, 2))], {3: Judged("new")}, ((1, 2),), merged)
    sheet = _open(page)["Rekap"]
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:A2", "B1:C1", "D1:D2", "E1:E2"}
    assert [sheet[place].value for place in ("A1", "B1", "C2", "D1", "E1")] == ["OPD", "Pegawai", "PPPK", *HEADINGS]


def test_a_table_without_a_header_gets_comments_only() -> None:
    page = _page([(1, ("a", 1)), (2, ("b", -1))], {1: Judged("new"), 2: Judged("refused", "Negatif.")}, headers=())
    sheet = _open(page)["Rekap"]
    assert sheet.max_column == 2
    assert (sheet["A1"].comment, sheet["A2"].comment.text) == (None, "Ditolak. Negatif.")


def test_hidden_sheets_stay_hidden_and_one_is_always_seen() -> None:
    rows: list[tuple[int, tuple[Value, ...]]] = [(1, ("a",))]
    book = _open(_page(rows, name="Lama", hidden=True), _page(rows, name="Kini"))
    assert [(one.title, one.sheet_state) for one in book] == [("Lama", "hidden"), ("Kini", "visible")]
    assert book.active.title == "Kini"
    assert [one.sheet_state for one in _open(_page(rows, hidden=True))] == ["visible"]


def test_names_of_sheets_are_such_as_a_workbook_accepts() -> None:
    long = "Rekapitulasi penandatanganan pakta integritas"
    assert sheet_names([None, "a/b", "A:B", long, long, "'x'", " ", "History"]) == [
        "Data",
        "a b",
        "A B (2)",
        long[:31].rstrip(),
        f"{long[:27]} (2)",
        "x",
        "Data (2)",
        "History (2)",
    ]


def test_of_a_file_too_large_only_what_wants_something_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refused, "FULL_CELLS", 10)
    rows: list[tuple[int, tuple[Value, ...]]] = [(1, ("Judul", None)), (3, ("OPD", "Jumlah"))]
    rows += [(row, (f"OPD {row}", row)) for row in range(4, 14)]
    judged = {row: Judged("new") for row in range(4, 14)} | {9: Judged("refused", "Salah.", {2: "Salah."})}
    sheet = _open(_page(rows, judged, headers=((3, 3),)))["Rekap"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["OPD", "Jumlah", *HEADINGS],
        ["OPD 9", 9, "Ditolak", "Baris 9 pada berkas. Salah."],
    ]
    assert sheet["B2"].comment.text == "Salah."


def test_what_does_not_fit_even_so_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refused, "FULL_CELLS", 8)
    rows: list[tuple[int, tuple[Value, ...]]] = [(3, ("OPD", "Jumlah"))]
    rows += [(row, (f"OPD {row}", row)) for row in range(4, 14)]
    page = _page(rows, {row: Judged("refused", "Salah.") for row in range(4, 14)}, headers=((3, 3),))
    sheet = _open(page)["Rekap"]
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == ["OPD", "OPD 4", "OPD 5", "OPD 6", None]
    assert sheet["D1"].comment.text == "7 baris lain masih perlu diperbaiki."


def test_of_a_part_of_a_file_the_rows_close_up() -> None:
    page = _page([(2, ("NIP",)), (4_999_999, ("x",))], {4_999_999: Judged("refused", "Rusak.")}, headers=((2, 2),))
    sheet = _open(dataclasses.replace(page, is_part=True))["Rekap"]
    assert [cell.value for cell in sheet[2]] == ["x", "Ditolak", "Baris 4999999 pada berkas. Rusak."]


def test_the_same_input_gives_the_same_bytes() -> None:
    page = _page([(1, ("OPD",)), (2, ("A",))], {2: Judged("refused", "x", {1: "x"})})
    assert refused_workbook([page], T, now=NOW) == refused_workbook([page], T, now=NOW)


def test_nothing_of_it_touches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_files(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a temporary file")

    for maker in ("mkstemp", "mkdtemp", "TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile"):
        monkeypatch.setattr(f"tempfile.{maker}", no_files)
    assert refused_workbook([_page([(1, ("NIP",)), (2, ("199001012015031901",))])], T, now=NOW)


def test_our_own_reader_sees_the_cells_of_the_file() -> None:
    page = _page([(1, ("OPD", "Jumlah")), (2, ("=A", 8100))], {2: Judged("new")})
    sheet = read(refused_workbook([page], T, now=NOW), "kembali.xlsx").sheets[0]
    assert sheet.text["c1"].to_list() == ["OPD", "=A"]
    assert sheet.kinds["c2"].to_list() == ["t", "n"]
