"""The cells of XLSX, XLS and ODS: text from fastexcel (calamine), joined with the marks of the format's own pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Literal

import fastexcel
import polars as pl

from etl.sources.tabular.fault import Fault
from etl.sources.tabular.marks import DATE, ERROR, FORMULA, NUMBER, PERCENT, TEXT, TRUTH, Marks
from etl.sources.tabular.workbook import Sheet

_KINDS = {TEXT: "t", NUMBER: "n", PERCENT: "p", DATE: "d", ERROR: "e", TRUTH: "t"}
_NUMBERS = (NUMBER, PERCENT)
_EXACT = 10**15
"""From here on not every whole number has a float of its own: a spreadsheet shows fifteen digits, then zeros."""

_MOMENT = r"^\d{4,}-\d\d-\d\d([ T]|$)"
_MIDNIGHT = r"[ T]00:00:00(\.0+)?$"
_NO_DAY = "1899-12-31 "
"""How calamine prints a time of day that belongs to no day."""


def open_workbook(data: bytes) -> fastexcel.ExcelReader:
    """The workbook. Raises Fault."""
    with _damage():
        return fastexcel.read_excel(data)


def sheet(reader: fastexcel.ExcelReader, marks: Marks) -> Sheet:
    """A sheet's text and kinds. Raises Fault."""
    with _damage():
        loaded = _load(reader, marks.sheet, "string")
    texts = _by_place(loaded)
    height, width = max(loaded.height, marks.height), max([len(marks.columns), *texts])
    numbers: dict[int, pl.Series] = {}
    if any(_has_number(column) for column in marks.columns):
        with _damage():
            numbers = _by_place(_load(reader, marks.sheet, "float"))
    cells = pl.DataFrame(
        {
            "text": _column_after_column(texts, pl.String(), height, width),
            "number": _column_after_column(numbers, pl.Float64(), height, width),
            "mark": pl.Series(_marked(marks, height, width), dtype=pl.UInt8),
        }
    )
    rows = pl.int_range(1, height + 1, dtype=pl.Int64, eager=True).alias("row")
    known = {(column - 1) * height + row - 1: text for (row, column), text in marks.texts.items()}
    shown = _shown(cells.with_columns(text=cells["text"].scatter(list(known), list(known.values()))))
    text, kinds = (_columns(shown[part], rows, width) for part in ("text", "kind"))
    return Sheet(marks.sheet, loaded.visible != "visible", text, kinds, tuple(sorted(marks.merged)))


def _shown(cells: pl.DataFrame) -> pl.DataFrame:
    """Text and kind of cells, from calamine's text, the number and the mark."""
    text, base, formula = pl.col("text"), pl.col("mark") & ~FORMULA & 0xFF, pl.col("mark") >= FORMULA
    moment = base.is_in([*_NUMBERS, DATE]) & text.str.contains(_MOMENT)
    cells = cells.with_columns(base=pl.when(moment).then(DATE).otherwise(base), formula=formula)
    base = pl.col("base")
    date = text.str.replace(_MIDNIGHT, "").str.strip_prefix(_NO_DAY).str.replace("T", " ", literal=True)
    cells = cells.with_columns(
        text=pl.when(base == DATE)
        .then(date)
        .when(base == TRUTH)
        .then(text.str.to_uppercase())
        .when(base.is_in(_NUMBERS))
        .then(pl.coalesce(_plain(cells), text))
        .otherwise(text)
    )
    blank = text.is_null() | (text == "")
    kind = (
        pl.when(blank & pl.col("formula") & (base != TEXT))
        .then(pl.lit("f"))
        .when(~blank)
        .then(base.replace_strict(_KINDS, default="t", return_dtype=pl.String))
    )
    return cells.select(text=pl.when(~blank).then(text), kind=kind)


def _plain(cells: pl.DataFrame) -> pl.Series:
    """Numbers as a spreadsheet prints them without a format; null where the cell is none."""
    number, numeric = pl.col("number"), pl.col("base").is_in(_NUMBERS)
    whole = (number == number.floor()) & (number.abs() < _EXACT)
    plain = cells.select(
        pl.when(numeric & whole).then(number.cast(pl.Int64, strict=False).cast(pl.String)).alias("plain"),
        pl.when(numeric & ~whole).then(number).alias("rest"),
    )
    if plain["rest"].null_count() == plain.height:
        return plain["plain"]
    rest = [None if value is None else _decimal(value) for value in plain["rest"].to_list()]
    return plain.select(pl.coalesce("plain", pl.Series(rest, dtype=pl.String)).alias("plain"))["plain"]


def _decimal(value: float) -> str:
    """The fifteen digits that a spreadsheet keeps, without an exponent."""
    return format(Decimal(f"{value:.15g}"), "f")


def _load(reader: fastexcel.ExcelReader, name: str, kind: Literal["string", "float"]) -> fastexcel.ExcelSheet:
    return reader.load_sheet(name, header_row=None, skip_rows=0, dtypes=kind)


def _by_place(loaded: fastexcel.ExcelSheet) -> dict[int, pl.Series]:
    """The columns of a loaded sheet by their number from 1; calamine leaves out blank ones on the left."""
    if not loaded.width:
        return {}
    frame = pl.DataFrame(loaded)
    places = [column.absolute_index + 1 for column in loaded.selected_columns]
    return dict(zip(places, frame.get_columns(), strict=True))


def _has_number(column: bytearray) -> bool:
    return any(kind | formula in column for kind in _NUMBERS for formula in (0, FORMULA))


def _column_after_column(columns: dict[int, pl.Series], kind: pl.DataType, height: int, width: int) -> pl.Series:
    """The cells of a sheet as one series, so that each step is done once and not once a column."""
    blank = pl.Series("", [None], dtype=kind).new_from_index(0, height)
    found = (columns.get(at, blank) for at in range(1, width + 1))
    padded = [column.extend_constant(None, height - column.len()).alias("") for column in found]
    return pl.concat([blank.clear(), *padded])


def _marked(marks: Marks, height: int, width: int) -> list[int]:
    return list(b"".join(column.ljust(height, b"\0") for column in marks.columns).ljust(height * width, b"\0"))


def _columns(cells: pl.Series, rows: pl.Series, width: int) -> pl.DataFrame:
    """One series back into the columns of a sheet, with the rows' numbers."""
    height = rows.len()
    return pl.DataFrame([rows, *(cells.slice(at * height, height).alias(f"c{at + 1}") for at in range(width))])


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except fastexcel.FastExcelError as error:
        raise Fault("broken") from error
