"""Sums within a table against their parts: which are taken for sums, and what is said of the wrong ones."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from etl.ingest import hints, sums
from etl.ingest.desk import Desk
from etl.ingest.figures import cells_of
from etl.recognise.layout import Block, Column, Field, FileKind, Given, TotalRow
from warehouse.vocabulary import EmployeeType

PNS = {"employee_type": EmployeeType.PNS}
PPPK = {"employee_type": EmployeeType.PPPK}
OTHERS = {"employee_type": EmployeeType.NON_ASN}


def table(columns: list[Column], rows: list[str], *totals: TotalRow) -> Block:
    """A block of rows of cells apart by spaces, from sheet row 1; `_` is a blank."""
    cells = [[None if cell == "_" else cell for cell in row.split()] for row in rows]
    names = [f"c{column.index}" for column in columns]
    schema = {"row": pl.Int64(), **{name: pl.String() for name in names}}
    text = pl.DataFrame([[at, *row] for at, row in enumerate(cells, 1)], schema=schema, orient="row")
    kinds = text.with_columns(pl.when(pl.col(name).is_not_null()).then(pl.lit("t")).alias(name) for name in names)
    of_totals = {total.row for total in totals}
    data = tuple(row for row in text["row"] if row not in of_totals)
    return Block("b", None, False, FileKind.HEADCOUNT, tuple(columns), (), data, totals, Given(), text, kinds)


def counted(*fields: tuple[str, Field, dict[str, EmployeeType]]) -> list[Column]:
    return [Column(at, heading, field, **more) for at, (heading, field, more) in enumerate(fields, 1)]


TYPED = counted(
    ("PNS", Field.PEOPLE, PNS), ("PPPK", Field.PEOPLE, PPPK), ("Non", Field.PEOPLE, OTHERS), ("Jumlah", Field.TOTAL, {})
)
SEXES = counted(("L", Field.PART, {}), ("P", Field.PART, {}), ("Jumlah", Field.PEOPLE, {}))
GROUPED = counted(
    ("Golongan / I", Field.PART, {}), ("Golongan / II", Field.PART, {}), ("Status / PNS", Field.PEOPLE, PNS)
)


@pytest.mark.parametrize(
    ("columns", "rows", "wrong"),
    [
        (TYPED, ["1 2 3 6", "1 2 3 7", "1 - _ 1", "1 2 3 _"], [(2, "7", "6")]),
        (TYPED, ["1 2 3 7"], [(1, "7", "6")]),  # a total is one, however often it is wrong
        (TYPED, ["±8.100 2 3 8.105", "±8.100 2 3 9.000"], [(2, "9000", "8055–8155")]),
        (TYPED, ["1 2 x 9"], []),  # what cannot be read adds up to nothing
        (SEXES, ["1 2 3", "4 5 9", "4 5 8"], [(3, "8", "9")]),
        (SEXES, ["1 2 5", "4 5 8"], []),  # columns that hardly ever add up are not its parts
        (SEXES, ["1 2 3", "4 _ 9"], []),
        (GROUPED, ["1 2 9", "4 5 10"], []),
    ],
)
def test_rows_whose_sum_is_wrong(columns: list[Column], rows: list[str], wrong: list[tuple[int, str, str]]) -> None:
    block = table(columns, rows)
    cells, _ = cells_of([block], Desk({}))
    found = [(one.row, one.values["printed"], one.values["sum"]) for one in sums.row_sums(block, sums.wide(cells, 0))]
    assert found == wrong


SHARED = counted(
    ("PNS", Field.PEOPLE, PNS), ("PPPK", Field.PEOPLE, PPPK), ("Ikrar", Field.SIGNED, {}), ("%", Field.PERCENT, {})
)
TWO_SHARES = [*SHARED, Column(5, "% PPPK", Field.PERCENT)]


@pytest.mark.parametrize(
    ("columns", "rows", "wrong"),
    [
        (SHARED, ["40 10 25 50%", "40 10 25 62,5%"], [(2, "50")]),
        (SHARED, ["40 _ 20 50%", "0 0 0 0%"], []),
        (TWO_SHARES, ["40 10 25 62,5% 90%"], []),  # which of them is of whom, nobody says
    ],
)
def test_percentages_are_of_all_who_are_counted(
    columns: list[Column], rows: list[str], wrong: list[tuple[int, str]]
) -> None:
    block = replace(table(columns, rows), kind=FileKind.SIGNATURES)
    cells, _ = cells_of([block], Desk({}))
    found = hints.percentages(block, sums.wide(cells, 0), cells, 0)
    assert [(one.row, one.values["whole"]) for one in found] == wrong


@pytest.mark.parametrize(
    ("rows", "covers", "wrong"),
    [
        (["1 2 3 6", "2 2 2 6", "3 4 5 12"], [(1, 2)], []),
        (["1 2 3 6", "2 2 2 6", "3 4 6 12"], [(1, 2)], [("Non", "6", "5")]),
        (["1 2 3 6", "2 2 2 6", "3 _ 5 12"], [(1, 2)], []),
        (["1 2 3 6", "2 x 2 6", "3 9 5 12"], [(1, 2)], []),  # what cannot be read adds up to nothing
        (
            ["3 4 5 12", "2 2 2 6", "3 4 5 12"],
            [(1,), (2,)],
            [("PNS", "3", "2"), ("PPPK", "4", "2"), ("Non", "5", "2"), ("Jumlah", "12", "6")],
        ),
    ],
)
def test_total_rows_against_what_they_cover(
    rows: list[str], covers: list[tuple[int, ...]], wrong: list[tuple[str, str, str]]
) -> None:
    block = table(TYPED, rows, *(TotalRow(3, "total", rows_of) for rows_of in covers))
    cells, _ = cells_of([block], Desk({}))
    found = [(one.column, one.values["printed"], one.values["sum"]) for one in sums.total_rows(block, cells, 0)]
    assert found == wrong


@pytest.mark.parametrize(
    ("rows", "shifted"),
    [
        (["1 2 3 6", "39 12 51 _", "4 5 6 15"], [2]),
        (["1 2 3 6", "39 12 50 _", "4 5 6 15"], []),
        (["1 2 3 _", "39 12 51 _", "4 5 6 15"], []),  # most rows have no total: nothing is missing
        (["1 2 3 6", "0 0 0 _", "4 5 6 15"], []),
        (["1 2 3 6", "39 12 51 51", "4 5 6 15"], []),
    ],
)
def test_cells_that_slid_under_another_heading(rows: list[str], shifted: list[int]) -> None:
    block = table(TYPED, rows)
    cells, _ = cells_of([block], Desk({}))
    assert sums.shifted(block, sums.wide(cells, 0))["row"].to_list() == shifted
