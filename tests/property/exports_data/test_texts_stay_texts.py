"""Whatever a name is, it comes out of a file as it went in, and no program would calculate it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import openpyxl
import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.stamp import Stamp
from briefings.table import Column, Table
from exports import data, xlsx
from exports.data.delimited import unguarded
from i18n import text

STARTS = st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", '"', ";", ",", "=cmd|'/c calc'!A1"])
LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
HOSTILE = st.lists(STARTS | st.text(LETTERS, max_size=8), max_size=4).map("".join)
TEXTS = st.lists(HOSTILE, min_size=1, max_size=8)
PRINTED = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20)


def _table(names: Sequence[str]) -> Table:
    columns = (Column("name", "Nama"), Column("count", "Jumlah", "count"), Column("note", "Catatan"))
    return Table("names", "Nama", columns, tuple((name, -1, name) for name in names))


@given(TEXTS, st.booleans())
@example(["'=a", "=a", "'a", "", "a;=1,=2", 'a;"=1', "\t=1", "a\n=1"], False)
@example(["a;=1,=2", 'a,"=1', "Rp1.000,-", "33.10", "'33.10", "0101"], True)
def test_csv_gives_back_what_it_was_given(small_stamp: Stamp, names: list[str], semicolon: bool) -> None:
    content = data.csv(_table(names), small_stamp, text("id"), semicolon=semicolon).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(content, newline=""), delimiter=";" if semicolon else ",")
    assert [unguarded(row[0], semicolon=semicolon) for row in rows] == names
    assert [row[1] for row in rows] == ["-1"] * len(names)
    assert all(len(row) == len(header) for row in rows)
    # Read with the other separator, no cell begins as a formula either.
    other = csv.reader(io.StringIO(content, newline=""), delimiter="," if semicolon else ";")
    cells = [cell for row in other for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]


@given(TEXTS)
def test_other_readers_agree(small_stamp: Stamp, names: list[str]) -> None:
    table = _table(names)
    csv_read = pl.read_csv(data.csv(table, small_stamp, text("id")), infer_schema=False)
    assert [unguarded(name) for name in csv_read["note"]] == names
    parquet_read = pl.read_parquet(data.parquet(table, small_stamp, text("id")))
    assert parquet_read["name"].to_list() == names


@given(
    st.lists(
        st.builds(str.__add__, STARTS.filter(lambda start: start not in "\r\n\t"), PRINTED), min_size=1, max_size=8
    )
)
def test_a_workbook_gives_back_what_it_was_given(small_stamp: Stamp, names: list[str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.sheet(_table(names), small_stamp, text("id"))))
    rows = list(book.worksheets[0].iter_rows(min_row=6, max_row=5 + len(names), max_col=2))
    assert [row[0].value or "" for row in rows] == names
    assert {row[0].data_type for row in rows} <= {"s", "inlineStr", "n"}
    assert [row[0].data_type for row in rows if row[0].value is not None and row[0].data_type != "s"] == []
    assert [row[1].value for row in rows] == [-1] * len(names)
