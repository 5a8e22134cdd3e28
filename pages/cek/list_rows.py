"""The rows of a file's tables that are others now, in words: what each is about, then and now, and by whose hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefings.table import Cell, Column
from etl.issuing.listed import Listed, RowChange
from exports.table_words import said
from i18n import Text
from pages.context import Context
from pages.riwayat.figures import why

SHOWN = 100
"""Figures, and rows, that are listed; how many differ is always said."""
_NAMING = 3
"""The cells that name a row, its codes and ids aside."""
_LONGEST = 240
"""Letters of a cell that are shown."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row. `title` is its table's; `cells`: heading, then and now of each that differs, of a row that `changed`."""

    name: str
    title: str
    what: Literal["changed", "new", "gone"]
    cells: tuple[tuple[str, str, str], ...]
    why: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What has become of the rows of the file's tables: of its `total`, so many; and the first that are others now."""

    total: int
    same: int
    changed: int
    gone: int
    new: int
    rows: tuple[ListRow, ...]

    @property
    def differing(self) -> int:
        """Rows that are no longer as in the file."""
        return self.changed + self.gone + self.new


def lists(found: Listed, context: Context) -> Lists:
    """The rows in words."""
    return Lists(
        found.total,
        found.same,
        found.count("changed"),
        found.count("gone"),
        found.count("new"),
        tuple(_row(one, context) for one in found.changed[:SHOWN]),
    )


def _row(change: RowChange, context: Context) -> ListRow:
    t = context.t
    shown = change.then if change.now is None else change.now

    def words(cell: Cell, column: Column) -> str:
        return _short(said(cell, column, t)) or "–"

    return ListRow(
        name=" · ".join(_names(change, shown or {}, t)) or change.row_id,
        title=change.title,
        what=change.what,
        cells=tuple(
            (column.heading, words(was, column), words(now, column))
            for column, was, now in change.differing
            if change.what == "changed"
        ),
        why=tuple(why(one, context) for one in change.blame),
    )


def _names(change: RowChange, row: Mapping[str, Cell], t: Text) -> Iterator[str]:
    """The first cells that say something to a reader."""
    spoken = [one for one in change.columns if one.key in row and one.key != "code" and not one.key.endswith("_id")]
    return (_short(said(row[one.key], one, t)) for one in spoken[:_NAMING])


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
