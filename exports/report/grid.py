"""A table as a report prints it: cut to the rows there is room for, each figure in its own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from briefings.table import Bounds, Cell, Column, Table
from exports.report.values import Entry, Grid
from i18n import Text
from warehouse.vocabulary import State

ROWS = 25
"""Rows of one table in a report; all of them are in the workbook."""

_NARROWEST, _WIDEST = 6, 34
"""Letters that a column's width is reckoned from."""


def grid(table: Table, number: int, t: Text) -> Grid:
    """The table with its number in the report. What is left out is counted in the notes."""
    rows = tuple(
        tuple(_entry(cell, column, t) for cell, column in zip(row, table.columns, strict=True))
        for row in table.rows[:ROWS]
    )
    headings = tuple(Entry(column.heading, "text" if _is_words(column) else "number") for column in table.columns)
    rest = (table.total or len(table.rows)) - len(rows)
    said = t.n("{count} more row is in the workbook.", "{count} more rows are in the workbook.", rest)
    return Grid(
        label=t("Table {number}", number="").strip(),
        number=number,
        caption=table.title,
        headings=headings,
        shares=_shares(headings, rows),
        rows=rows,
        notes=(*((said,) if rest > 0 else ()), *table.notes),
    )


def _is_words(column: Column) -> bool:
    return column.kind in ("text", "day") and not column.bounded


def _entry(cell: Cell, column: Column, t: Text) -> Entry:
    """The cell in words. A day is words too: it is read, not added up."""
    if isinstance(cell, Bounds):
        return Entry(cell.words, "number" if cell.state == State.NILAI else "state")
    if isinstance(cell, dt.date):
        return Entry(t.date(cell, "short"))
    if isinstance(cell, str) or cell is None:
        return Entry(cell or "")
    if column.kind == "fraction":
        return Entry(t.percent(cell), "number")
    return Entry(t.number(cell, 0 if isinstance(cell, int) or cell.is_integer() else 1), "number")


def _shares(headings: Sequence[Entry], rows: Sequence[Sequence[Entry]]) -> tuple[float, ...]:
    """Widths by the longest cell; a heading may break between its words, so only its longest word counts."""
    lengths = [
        min(
            max(
                _NARROWEST,
                *(len(word) for word in heading.words.split()),
                *(len(row[column].words) for row in rows),
            ),
            _WIDEST,
        )
        for column, heading in enumerate(headings)
    ]
    return tuple(length / sum(lengths) for length in lengths)
