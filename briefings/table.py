"""A table as values: what a page prints, a workbook calculates with and a data file names, column by column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefings.finding import Query, Reference

Kind = Literal["text", "count", "decimal", "fraction", "day"]
"""`decimal` = a number that is no count, as it was published; `fraction` is shown as percent."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A figure in a cell: its state, its bounds (null unless the state is `nilai`), how it is said, what it is."""

    state: str
    low: float | None
    high: float | None
    words: str
    reference: Reference


Cell = str | int | float | dt.date | Bounds | None
"""Null = nothing to say. Text is never a formula, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `key` is its name in data files (English, unit in the name), `heading` what a person reads.

    `bounded`: its cells are `Bounds` (or null), which a data file writes as `<key>_low`, `<key>_high`, `<key>_state`.
    `description` is its entry in the data dictionary.
    """

    key: str
    heading: str
    kind: Kind = "text"
    bounded: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `name` is a slug, `title` says what it shows, `notes` what must be known to read it.

    `total` is how many rows there are where only the first are given; null = these are all. `ids`: what each row is
    about, as the warehouse names it (a ceremony, a unit, a source), where no column says so.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    total: int | None = None
    ids: tuple[str, ...] = ()

    def row_ids(self) -> tuple[str, ...]:
        """What each row is about: its id, else its cell in the first column of codes or ids, else its first cell."""
        named = (place for place, column in enumerate(self.columns) if column.key == "code" or column.key[-3:] == "_id")
        place = next(named, 0)
        return self.ids or tuple(str(row[place]) for row in self.rows)

    def queries(self) -> Iterator[Query]:
        """What was asked for its figures."""
        return (cell.reference.query for row in self.rows for cell in row if isinstance(cell, Bounds))
