"""Every figure in a workbook or data file is the one that `ikrar query` gives. Differing: none."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import openpyxl
import polars as pl
import pytest
from pypdf import PdfReader

from briefings.briefing import Briefing
from briefings.finding import Reference
from briefings.stamp import Stamp
from briefings.table import Bounds, Table
from exports import data, xlsx
from exports.data.columnar import frame
from exports.data.packaging import tables_of
from exports.xlsx.page import FIRST
from i18n import text
from warehouse.frames import Frames

T = text("id")
CASES = ("provinsi", "tanpa-data", "contoh", "satu-opd")
Pair = tuple[float | None, float | None]
Made = Mapping[str, tuple[Briefing, Frames]]


@pytest.fixture(params=CASES)
def made(request: pytest.FixtureRequest, briefings_made: Made) -> tuple[Briefing, Frames]:
    return briefings_made[request.param]


def _figures(table: Table) -> Iterator[tuple[int, str, Bounds]]:
    """Row, key and cell of every figure."""
    for index, row in enumerate(table.rows):
        for column, cell in zip(table.columns, row, strict=True):
            if isinstance(cell, Bounds):
                yield index, column.key, cell


def _differing(
    table: Table,
    read: list[dict[str, Any]],
    frames: Frames,
    asked_again: Callable[[Frames, Reference], Pair],
) -> list[object]:
    found = []
    for index, key, cell in _figures(table):
        low, high = asked_again(frames, cell.reference)
        there = read[index]
        if (there[f"{key}_low"], there[f"{key}_high"]) != (low, high):
            found.append((table.name, index, key, there, low, high))
    return found


def test_data_files(
    made: tuple[Briefing, Frames],
    small_stamp: Stamp,
    asked_again: Callable[[Frames, Reference], Pair],
) -> None:
    briefing, frames = made
    with zipfile.ZipFile(io.BytesIO(data.package(briefing, small_stamp, T))) as archive:
        for name, table in tables_of(briefing).items():
            typed = pl.read_parquet(archive.read(f"data/{name}.parquet"))
            printed = pl.read_csv(archive.read(f"data/{name}.csv"), schema=typed.schema)
            for read in (typed, printed):
                assert len(read) == len(table.rows)
                assert _differing(table, read.to_dicts(), frames, asked_again) == []


def test_workbook(
    made: tuple[Briefing, Frames],
    small_stamp: Stamp,
    asked_again: Callable[[Frames, Reference], Pair],
) -> None:
    briefing, frames = made
    book = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(briefing, small_stamp, T)))
    by_title = {sheet["A1"].value: sheet for sheet in book}
    shown = [table for table in tables_of(briefing).values() if any(_figures(table))]
    for table in shown:
        keys = frame(table, small_stamp, T).columns[:-3]
        rows = by_title[table.title].iter_rows(min_row=FIRST + 2, max_col=len(keys), values_only=True)
        read = [dict(zip(keys, row, strict=True)) for row in rows]
        assert _differing(table, read, frames, asked_again) == []
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert not [cell for cell in cells if str(cell.value).startswith("#")]


def test_charts_are_drawn_from_the_numbers_of_the_briefing(made: tuple[Briefing, Frames], small_stamp: Stamp) -> None:
    briefing, _ = made
    book = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(briefing, small_stamp, T)))
    pictures = [section.picture for section in briefing.sections if section.picture and section.picture.native]
    charts = [sheet for sheet in book if sheet.title.startswith("Grafik ")]
    assert [sheet["A1"].value for sheet in charts] == [picture.title for picture in pictures]
    for sheet, picture in zip(charts, pictures, strict=True):
        native = picture.native
        assert native is not None
        rows = sheet.iter_rows(min_row=FIRST + 2, max_row=FIRST + 1 + len(native.categories), values_only=True)
        expected = zip(native.categories, *(series.values for series in native.series), strict=True)
        assert [row[: 1 + len(native.series)] for row in rows] == list(expected)


@pytest.mark.parametrize("case", ["provinsi", "satu-opd"])  # a nation's is two hundred pages: minutes
def test_libreoffice_opens_it(
    case: str, briefings_made: Made, small_stamp: Stamp, office: Callable[[bytes, str], bytes]
) -> None:
    briefing, _ = briefings_made[case]
    pages = PdfReader(io.BytesIO(office(xlsx.workbook(briefing, small_stamp, T), ".xlsx"))).pages
    words = " ".join(page.extract_text() for page in pages)
    assert small_stamp.code in words
    assert not re.search(r"#(REF|NAME|VALUE|DIV/0|N/A)|Err:\d", words)


def test_every_column_has_its_meaning(made: tuple[Briefing, Frames]) -> None:
    tables = tables_of(made[0]).items()
    assert not [(name, column.key) for name, table in tables for column in table.columns if not column.description]
