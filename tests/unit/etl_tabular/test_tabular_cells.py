"""Cells of XLSX, ODS and XLS: text as a spreadsheet shows it plainly, and what kind of cell it is."""

from __future__ import annotations

import datetime as dt
import struct
from pathlib import Path

import pytest

from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import DEFAULT, Limits
from etl.sources.tabular.marks import ERROR, FORMULA, NUMBER, PERCENT, TRUTH, Budget, address
from etl.sources.tabular.parse import parse
from etl.sources.tabular.xls import marks
from etl.sources.tabular.xlsx import shows_percent

WORKBOOKS = Path(__file__).parents[2] / "golden" / "workbooks"
DAY = dt.datetime(2024, 10, 21)  # noqa: DTZ001 -- a spreadsheet's dates have no zone

WRITTEN = {
    "text": (("write_string", " 0101 "), (" 0101 ", "t")),
    "text that looks like a formula": (("write_string", "=B3"), ("=B3", "t")),
    "whole number": (("write_number", 8100.0), ("8100", "n")),
    "fraction": (("write_number", 8.1), ("8.1", "n")),
    "sum of fractions": (("write_number", 0.1 + 0.2), ("0.3", "n")),
    "third": (("write_number", 1 / 3), ("0.333333333333333", "n")),
    "small number": (("write_number", 1e-7), ("0.0000001", "n")),
    "NIP as a number": (("write_number", 199405122019031001), ("199405122019031000", "n")),
    "minus zero": (("write_number", -0.0), ("0", "n")),
    "percentage": (("write_number", 0.665, "0.0%"), ("0.665", "p")),
    "number with a word": (("write_number", 12, '#,##0" orang"'), ("12", "n")),
    "number with a percent sign in quotes": (("write_number", 12, '0"%"'), ("12", "n")),
    "day": (("write_datetime", DAY, "dd/mm/yyyy"), ("2024-10-21", "d")),
    "day in Indonesian": (("write_datetime", DAY, "[$-421]dd mmmm yyyy;@"), ("2024-10-21", "d")),
    "moment": (("write_datetime", DAY.replace(hour=8, minute=30), "dd/mm/yyyy hh:mm"), ("2024-10-21 08:30:00", "d")),
    "time": (("write_number", 0.5, "hh:mm"), ("12:00:00", "d")),
    "day as a serial number": (("write_number", 45600), ("45600", "n")),
    "truth": (("write_boolean", True), ("TRUE", "t")),
    "formula": (("write_formula", "=1+1", None, 2), ("2", "n")),
    "formula with text": (("write_formula", '="a"', None, "a"), ("a", "t")),
    "formula with a percentage": (("write_formula", "=1/2", "0%", 0.5), ("0.5", "p")),
    "formula never calculated": (("write_formula", "=1+1", None, ""), (None, "f")),
    "formula with an error": (("write_formula", "=A0", None, "#REF!"), ("#REF!", "e")),
    "formula with a truth": (("write_formula", "=TRUE()", None, True), ("TRUE", "t")),
    "blank cell with a style": (("write_blank", None, "0%"), None),
}


@pytest.mark.parametrize(("call", "shown"), WRITTEN.values(), ids=WRITTEN)
def test_a_cell_of_xlsx(workbook, sheets, cells, call: tuple, shown: tuple | None) -> None:
    method, value, *rest = call

    def fill(book) -> None:
        style = book.add_format({"num_format": rest[0]}) if rest and rest[0] else None
        page = book.add_worksheet()
        page.write_string(0, 0, "x")
        getattr(page, method)(2, 3, value, style, *rest[1:])

    (sheet,) = sheets(workbook(fill))
    assert cells(sheet) == {(1, 1): ("x", "t")} | ({(3, 4): shown} if shown else {})


def test_days_counted_from_1904_are_the_same_days(workbook, sheets, cells) -> None:
    def fill(book) -> None:
        book.add_worksheet().write_datetime(0, 0, DAY, book.add_format({"num_format": "d/m/yyyy"}))

    (sheet,) = sheets(workbook(fill, date_1904=True))
    assert cells(sheet) == {(1, 1): ("2024-10-21", "d")}


def test_sheets_keep_their_order_names_hiding_and_merged_ranges(workbook, sheets) -> None:
    def fill(book) -> None:
        first, second, chart = (
            book.add_worksheet("Data & isi"),
            book.add_worksheet("2021"),
            book.add_chartsheet("Grafik"),
        )
        first.merge_range("B2:D3", "OPD")
        first.merge_range("A1:C1", "Judul")
        second.write(0, 0, 1)
        second.very_hidden()
        pie = book.add_chart({"type": "pie"})
        pie.add_series({"values": "='2021'!$A$1:$A$1"})
        chart.set_chart(pie)

    found = sheets(workbook(fill))
    assert [(sheet.name, sheet.hidden, sheet.merged) for sheet in found] == [
        ("Data & isi", False, ((1, 1, 1, 3), (2, 2, 3, 4))),
        ("2021", True, ()),
    ]


XLSX_PREFIXED = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="/xl/worksheets/s.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.'
        'openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/>'
        "</x:sheets></x:workbook>"
    ),
    "xl/worksheets/s.xml": (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c '
        't="inlineStr"><x:is><x:t>OPD</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row r="4"><x:c r="B4">'
        "<x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>"
    ),
}


def test_xlsx_of_other_programs_with_prefixes_and_without_places(zipped, sheets, cells) -> None:
    (sheet,) = sheets(zipped(XLSX_PREFIXED))
    assert cells(sheet) == {(1, 1): ("OPD", "t"), (1, 2): ("3", "n"), (4, 2): (None, "f")}


def _ods(rows: str) -> dict[str, str]:
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in spaces.items())
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>",
        "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }


ODS = """
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row><table:table-cell/>
<table:table-cell office:value-type="string"><text:p>0101</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="8100.50" table:number-columns-repeated="2"/>
<table:table-cell office:value-type="percentage" office:value="0.665"><text:p>66,5%</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-10-21"><text:p>21/10/24</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-10-21T08:30:00"/>
<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>08.30</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>BENAR</text:p></table:table-cell>
<table:table-cell table:formula="of:=[.A0]" office:value-type="string" office:string-value=""
 calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
<table:table-cell table:formula="of:=1+1"/>
<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string">
<text:p>OPD</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="7"/>
</table:table-row>
<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/>
</table:table-row>"""


def test_cells_of_ods(zipped, sheets, cells) -> None:
    (sheet,) = sheets(zipped(_ods(ODS.replace("\n", ""))))
    assert cells(sheet) == {
        (3, 2): ("0101", "t"),
        (3, 3): ("8100.5", "n"),
        (3, 4): ("8100.5", "n"),
        (3, 5): ("0.665", "p"),
        (3, 6): ("2024-10-21", "d"),
        (3, 7): ("2024-10-21 08:30:00", "d"),
        (3, 8): ("08:30:00", "d"),
        (3, 9): ("TRUE", "t"),
        (3, 10): ("#REF!", "e"),
        (3, 11): (None, "f"),
        (3, 12): ("OPD", "t"),
        (4, 1): ("7", "n"),
        (5, 1): ("7", "n"),
    }
    assert sheet.merged == ((3, 12, 4, 13),)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _xls() -> bytes:
    """The records of a workbook with one sheet: a percent style, numbers, truth, errors, formulas, a merged range."""
    special = struct.pack("<3HBxBxxxHHI", 2, 0, 0, 2, 0x17, 0xFFFF, 0, 0)
    heads = [
        _record(0x809, struct.pack("<HH", 0x0600, 5)),
        _record(0x41E, struct.pack("<HHB", 164, 4, 0) + b"0.0%"),
        _record(0xE0, struct.pack("<HH", 0, 0)),
        _record(0xE0, struct.pack("<HH", 0, 164)),
    ]
    place = sum(map(len, heads)) + 4 + 8 + 4
    sheet = [
        _record(0x809, struct.pack("<HH", 0x0600, 0x10)),
        _record(0x203, struct.pack("<3Hd", 0, 0, 1, 0.5)),
        _record(0xBD, struct.pack("<HHHIHIH", 0, 1, 0, 0, 1, 0, 2)),
        _record(0x205, struct.pack("<3HBB", 1, 0, 0, 1, 0)),
        _record(0x205, struct.pack("<3HBB", 1, 1, 0, 0x2A, 1)),
        _record(0x06, special),
        _record(0x06, struct.pack("<3HdHI", 2, 1, 0, 2.0, 0, 0)),
        _record(0xE5, struct.pack("<5H", 1, 3, 4, 0, 2)),
        _record(0x0A, b""),
    ]
    return b"".join([*heads, _record(0x85, struct.pack("<IBBBB", place, 0, 0, 0, 0)), _record(0x0A, b""), *sheet])


def test_records_of_xls() -> None:
    (sheet,) = marks(_xls(), ["S"], Budget(DEFAULT))
    found = {
        (row, column): mark for column, marked in enumerate(sheet.columns) for row, mark in enumerate(marked) if mark
    }
    assert found == {
        (0, 0): PERCENT,
        (0, 1): NUMBER,
        (0, 2): PERCENT,
        (1, 0): TRUTH,
        (1, 1): ERROR,
        (2, 0): ERROR | FORMULA,
        (2, 1): NUMBER | FORMULA,
    }
    assert sheet.texts == {(2, 2): "#N/A", (3, 1): "#REF!"}
    assert sheet.merged == [(4, 1, 5, 3)]


def test_a_locked_xls_is_refused() -> None:
    from etl.sources.tabular.xls import open_book

    class Locked(dict[str, bytes]):
        def stream(self, name: str) -> bytes:
            return self[name]

    book = _record(0x809, struct.pack("<HH", 0x0600, 5)) + _record(0x2F, b"\0\0") + _record(0x0A, b"")
    with pytest.raises(Fault, match="password"):
        open_book(Locked(Workbook=book))  # type: ignore[arg-type]  # stands in for an OLE file


@pytest.mark.parametrize(
    ("row", "column", "limits", "code", "cell"),
    [
        (1048575, 16383, DEFAULT, "too_many_columns", "XFD1048576"),
        (1048575, 20, DEFAULT, "too_many_cells", "U1048576"),
        (3, 5, Limits(columns=5), "too_many_columns", "F4"),
        (3, 5, Limits(cells=23), "too_many_cells", "F4"),
    ],
)
def test_a_cell_too_far_outside_is_named(workbook, row: int, column: int, limits: Limits, code: str, cell: str) -> None:
    def fill(book) -> None:
        page = book.add_worksheet("Rekap")
        page.write(0, 0, "OPD")
        page.write(row, column, ".")

    with pytest.raises(Fault, match=code) as caught:
        parse(workbook(fill), limits, {})
    assert (caught.value.values["sheet"], caught.value.values["cell"]) == ("Rekap", cell)


def test_a_cell_too_far_outside_is_named_in_ods(zipped) -> None:
    far = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )
    with pytest.raises(Fault, match="too_many_columns"):
        parse(zipped(_ods(far)), DEFAULT, {})


def test_the_cells_of_all_sheets_count_together(workbook) -> None:
    def fill(book) -> None:
        for _ in range(3):
            book.add_worksheet().write(1, 1, 1)

    assert len(parse(workbook(fill), Limits(cells=12), {}).sheets) == 3
    with pytest.raises(Fault, match="too_many_cells"):
        parse(workbook(fill), Limits(cells=11), {})
    with pytest.raises(Fault, match="too_many_sheets"):
        parse(workbook(fill), Limits(sheets=2), {})


@pytest.mark.parametrize(("place", "name"), [((1, 1), "A1"), ((3, 28), "AB3"), ((1048576, 16384), "XFD1048576")])
def test_places_are_named_as_in_a_spreadsheet(place: tuple[int, int], name: str) -> None:
    assert address(*place) == name


@pytest.mark.parametrize(("code", "percent"), [("0%", True), ('0"%"', False), (r"0\%", False), ("[>1]0.0%;0", True)])
def test_a_percent_format_has_a_sign_of_its_own(code: str, percent: bool) -> None:
    assert shows_percent(code) is percent
