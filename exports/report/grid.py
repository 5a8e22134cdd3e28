"""A table as a report prints it: each figure in its own words, cut to the rows there is room for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import accumulate

from briefings.table import Bounds, Cell, Column, Table
from exports.report.values import Entry, Grid
from exports.report.widths import lines, shares
from exports.table_words import left_out, said
from i18n import Text
from warehouse.vocabulary import State

MOST_ROWS = 25
"""Rows of one table in a report."""

_NBSP = "\u00a0"


def grid(table: Table, t: Text) -> Grid:
    """The first rows of the table, without its number yet."""
    rows = tuple(
        tuple(_entry(cell, column, t) for cell, column in zip(row, table.columns, strict=True))
        for row in table.rows[:MOST_ROWS]
    )
    headings = tuple(Entry(column.heading, "text" if _is_words(column) else "number") for column in table.columns)
    return Grid(
        name=table.name,
        label=t("Table {number}", number="").strip(),
        number=0,
        caption=table.title,
        headings=headings,
        shares=shares(headings, rows),
        rows=rows,
        held=len(table.rows),
        total=table.total or len(table.rows),
        notes=table.notes,
    )


def height(grid: Grid) -> int:
    """Lines of its rows."""
    return sum(lines(row, grid.shares) for row in grid.rows)


def cut(grid: Grid, most: int, t: Text) -> Grid:
    """As many of its rows as `most` lines hold, at least one. A note before the others says where there are more."""
    ends = list(accumulate(lines(row, grid.shares) for row in grid.rows))
    rows = grid.rows[: max(sum(end <= most for end in ends), 1)]
    left = left_out(len(rows), grid.held, grid.total, t)
    return replace(grid, rows=rows, notes=(left, *grid.notes)) if left else grid


def _is_words(column: Column) -> bool:
    return column.kind in ("text", "day") and not column.bounded


def _entry(cell: Cell, column: Column, t: Text) -> Entry:
    """The cell in words. A day is words too: it is read, not added up."""
    words = said(cell, column, t)
    match cell:
        case Bounds():
            return Entry(words, "number" if cell.state == State.NILAI else "state")
        case dt.date():
            return Entry(words.replace(" ", _NBSP))
        case int() | float():
            return Entry(words, "number")
    return Entry(words)
