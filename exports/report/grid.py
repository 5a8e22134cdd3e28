"""A table as a report prints it: each figure in its own words, cut to the rows there is room for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import accumulate

from briefings.table import Bounds, Cell, Column, Table
from exports.report.values import Entry, Grid
from exports.report.widths import lines, shares
from i18n import Text
from warehouse.vocabulary import State

MOST_ROWS = 25
"""Rows of one table in a report; all of them are in the workbook."""

_NBSP = "\u00a0"


def grid(table: Table, t: Text) -> Grid:
    """The first rows of the table, without its number yet."""
    rows = tuple(
        tuple(_entry(cell, column, t) for cell, column in zip(row, table.columns, strict=True))
        for row in table.rows[:MOST_ROWS]
    )
    headings = tuple(Entry(column.heading, "text" if _is_words(column) else "number") for column in table.columns)
    return Grid(
        label=t("Table {number}", number="").strip(),
        number=0,
        caption=table.title,
        headings=headings,
        shares=shares(headings, rows),
        rows=rows,
        total=table.total or len(table.rows),
        notes=table.notes,
    )


def height(grid: Grid) -> int:
    """Lines of its rows."""
    return sum(lines(row, grid.shares) for row in grid.rows)


def cut(grid: Grid, most: int, t: Text) -> Grid:
    """As many of its rows as `most` lines hold, at least one. A note before the others counts what is left out."""
    ends = list(accumulate(lines(row, grid.shares) for row in grid.rows))
    rows = grid.rows[: max(sum(end <= most for end in ends), 1)]
    rest = grid.total - len(rows)
    if rest <= 0:
        return grid
    said = t.n("{count} more row is in the workbook.", "{count} more rows are in the workbook.", rest)
    return replace(grid, rows=rows, notes=(said, *grid.notes))


def _is_words(column: Column) -> bool:
    return column.kind in ("text", "day") and not column.bounded


def _entry(cell: Cell, column: Column, t: Text) -> Entry:
    """The cell in words. A day is words too: it is read, not added up."""
    if isinstance(cell, Bounds):
        return Entry(cell.words, "number" if cell.state == State.NILAI else "state")
    if isinstance(cell, dt.date):
        return Entry(t.date(cell, "short").replace(" ", _NBSP))
    if isinstance(cell, str) or cell is None:
        return Entry(cell or "")
    if column.kind == "fraction":
        return Entry(t.percent(cell), "number")
    return Entry(t.number(cell, 0 if isinstance(cell, int) or cell.is_integer() else 1), "number")
