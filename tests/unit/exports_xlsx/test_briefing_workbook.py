"""The workbook of a briefing, read back: numbers to the last digit, texts as texts, charts on cells that are there."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from pypdf import PdfReader

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from briefings.table import Bounds, Table
from exports import xlsx
from exports.data.fields import column_values
from exports.xlsx.page import FIRST
from i18n import LANGUAGES, Language, text

HEADER = FIRST + 1
"""The row from 1 that a sheet's table begins with."""


def _open(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def _parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}


@pytest.fixture(scope="module")
def made(small_briefing: Briefing, small_stamp: Stamp) -> bytes:
    return xlsx.workbook(small_briefing, small_stamp, text("id"))


def test_sheets_come_in_the_order_of_the_briefing(made: bytes) -> None:
    wanted = ["Ringkasan", "Peta", "Grafik OPD", "OPD", "Sumber", "Catatan", "Kamus"]
    assert _open(made).sheetnames == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_the_numbers_of_the_briefing(
    small_briefing: Briefing, small_stamp: Stamp, language: Language
) -> None:
    (table,) = small_briefing.sections[2].tables
    sheet = _open(xlsx.workbook(small_briefing, small_stamp, text(language)))["OPD"]
    read = list(sheet.iter_rows(min_row=HEADER + 1, max_row=HEADER + len(table.rows)))
    for cells, row in zip(read, table.rows, strict=True):
        expected = [
            value for column, cell in zip(table.columns, row, strict=True) for value in column_values(column, cell)
        ]
        values = [cell.value.date() if isinstance(cell.value, dt.datetime) else cell.value for cell in cells]
        assert values[:-1] == expected[:-1]  # the last is the state, in words
        assert isinstance(cells[-1].value, str)


def test_numbers_have_formats_that_hold_in_every_language_of_office(made: bytes) -> None:
    row = next(_open(made)["OPD"].iter_rows(min_row=HEADER + 1))
    shown = [cell.number_format for cell in row[1:4]]
    assert shown == ["[$-421]#,##0", "[$-421]d mmmm yyyy", r"[$-421]0.0\ %"]


def test_nothing_is_a_formula_or_leads_outside(made: bytes) -> None:
    parts = _parts(made)
    assert not [name for name, xml in parts.items() if name.startswith("xl/worksheets/") and "<f>" in xml]
    assert not [name for name in parts if "externalLink" in name]
    assert not [name for name, xml in parts.items() if 'TargetMode="External"' in xml]
    cells = [cell for sheet in _open(made) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert "=SUM(A1:A9)" in {cell.value for cell in cells}


def test_a_chart_draws_cells_that_are_there(made: bytes, small_briefing: Briefing) -> None:
    native = small_briefing.sections[2].picture.native
    book, parts = _open(made), _parts(made)
    (chart,) = [xml for name, xml in parts.items() if name.startswith("xl/charts/chart")]
    references = re.findall(r"<c:f>(.*?)</c:f>", chart)
    assert len(references) == 2 + 3 * len(native.series)
    for reference in references:
        name, place = reference.rsplit("!", 1)
        left, top, right, bottom = range_boundaries(place)
        cells = book[name.strip("'")].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right)
        assert any(cell.value is not None for row in cells for cell in row)
    sheet = book["Grafik OPD"]
    for column, series in enumerate(native.series, start=2):
        values = [sheet.cell(HEADER + 1 + row, column).value for row in range(len(series.values))]
        assert tuple(values) == series.values


def test_pictures_say_what_they_show(made: bytes, small_briefing: Briefing) -> None:
    drawings = "".join(xml for name, xml in _parts(made).items() if name.startswith("xl/drawings/drawing"))
    for section in small_briefing.sections:
        if section.picture:
            assert f'descr="{section.picture.title}"' in drawings
    assert 'descr="Kode QR berisi https://ikrar.example.go.id/cek?kode=IKR-4F7K-Q2XM"' in drawings


@pytest.mark.parametrize("simulated", [False, True])
def test_every_sheet_says_its_code_and_whether_it_is_made_up(
    small_briefing: Briefing, small_stamp: Stamp, *, simulated: bool
) -> None:
    stamp = replace(small_stamp, is_simulated=simulated)
    for sheet in _open(xlsx.workbook(small_briefing, stamp, text("id"))):
        assert stamp.code in str(sheet["A2"].value)
        assert stamp.code in str(sheet.oddFooter.left.text)
        assert ("DATA CONTOH" in str(sheet["A3"].value)) is simulated
        assert ("DATA CONTOH" in str(sheet.oddHeader.center.text)) is simulated


def test_findings_stand_on_the_first_sheet(made: bytes, small_briefing: Briefing) -> None:
    words = {cell.value for row in _open(made)["Ringkasan"].iter_rows() for cell in row}
    assert {section.finding.words for section in small_briefing.sections} <= words


def test_tables_are_filtered_and_printed_with_their_header(made: bytes) -> None:
    sheet = _open(made)["OPD"]
    (name,) = sheet.tables
    assert sheet.tables[name].autoFilter is not None
    assert sheet.tables[name].ref == "A5:F12"
    assert sheet.freeze_panes == "B6"
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.page_setup.paperSize) == (
        "landscape",
        0,
        9,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_alone_brings_its_dictionary(small_briefing: Briefing, small_stamp: Stamp, language: Language) -> None:
    (table,) = small_briefing.sections[2].tables
    first, second = _open(xlsx.sheet(table, small_stamp, text(language)))
    assert first["A1"].value == table.title
    keys = [row[-1].value for row in second.iter_rows(min_row=HEADER + 1)]
    assert keys[-3:] == ["signed_rate_low", "signed_rate_high", "signed_rate_state"]


def test_refused_rows_have_a_sheet_where_they_are_known(small_briefing: Briefing, small_stamp: Stamp) -> None:
    (table,) = small_briefing.sections[2].tables
    briefing = replace(small_briefing, refusals=replace(table, name="ditolak", title="Baris yang ditolak"))
    assert _open(xlsx.workbook(briefing, small_stamp, text("id")))["Ditolak"]["A1"].value == "Baris yang ditolak"


@pytest.mark.parametrize("rows", [0, 3])
def test_a_table_that_is_not_whole_says_so(small_briefing: Briefing, small_stamp: Stamp, rows: int) -> None:
    (table,) = small_briefing.sections[2].tables
    part: Table = replace(table, rows=table.rows[:rows], total=len(table.rows))
    words = [row[0].value for row in _open(xlsx.sheet(part, small_stamp, text("id"))).worksheets[0].iter_rows()]
    assert f"{len(table.rows) - rows} baris selebihnya tidak ada dalam tabel ini." in words
    assert not any(isinstance(cell, Bounds) for cell in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_opens_it(
    small_briefing: Briefing, small_stamp: Stamp, office: Callable[[bytes, str], bytes], language: Language
) -> None:
    pages = PdfReader(io.BytesIO(office(xlsx.workbook(small_briefing, small_stamp, text(language)), ".xlsx"))).pages
    words = " ".join(page.extract_text() for page in pages)
    assert "=SUM(A1:A9)" in words
    assert ("60,0 %" if language == "id" else "60.0%") in words
    assert "24 November 2023" in words
    assert not re.search(r"#(REF|NAME|VALUE|DIV/0)[!?]|Err:\d", words)
