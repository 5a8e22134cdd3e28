"""What one snapshot has other than the one before, as rows of words: bounded, with the totals said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from i18n import Text
from pages.ringkasan.changes import TABLES
from pages.riwayat.rows import Names, changes, figures, subject
from pages.riwayat.words import in_order
from warehouse.difference import OLD, Difference
from warehouse.vocabulary import Audience

_OF_PEOPLE = frozenset({"headcount", "signature", "refused"})
"""Tables whose rows give counts of few people, as they came in: no threshold has been applied to them."""
SHOWN = 200
"""Rows of one table that are shown; the totals are always said."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row that differs. `field` is empty for a row that is new or gone as a whole; an en dash = nothing there."""

    subject: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TableChange:
    """One table: its name, rows new, changed and gone, and the first of them in words.

    `is_withheld`: its rows are few people's figures, and who looks may see only how many rows differ.
    """

    name: str
    added: int
    changed: int
    removed: int
    rows: tuple[ChangeRow, ...]
    is_withheld: bool = False

    @property
    def total(self) -> int:
        """Rows that differ."""
        return self.added + self.changed + self.removed


def table_changes(
    found: Mapping[str, Difference], names: Names, t: Text, audience: Audience = Audience.PUBLIK
) -> tuple[TableChange, ...]:
    """Every table that differs; within it changed rows first, for they are what people look for."""
    withheld = _OF_PEOPLE if audience is Audience.PUBLIK else frozenset()
    return tuple(
        TableChange(
            name=t(TABLES.get(table, table)),
            added=one.counts[0],
            changed=one.counts[1],
            removed=one.counts[2],
            rows=() if table in withheld else tuple(_rows(table, one, names, t)),
            is_withheld=table in withheld,
        )
        for table, one in ((name, found[name]) for name in in_order(found))
    )


def _rows(table: str, found: Difference, names: Names, t: Text) -> Iterator[ChangeRow]:
    room = SHOWN
    for row in _first(found.changed, found.key, room):
        about = subject(table, row, found.key, names, t)
        pairs = {
            name: (row[name + OLD], row[name]) for name in found.added.columns if name not in {*found.key, "batch_id"}
        }
        for field, old, new in changes(pairs, names, t):
            yield ChangeRow(about, field, old, new)
    room -= min(room, found.changed.height)
    for row in _first(found.added, found.key, room):
        yield ChangeRow(
            subject(table, row, found.key, names, t), "", "–", figures(table, row, names, t) or t("new row")
        )
    room -= min(room, found.added.height)
    for row in _first(found.removed, found.key, room):
        yield ChangeRow(subject(table, row, found.key, names, t), "", figures(table, row, names, t) or t("row"), "–")


def _first(frame: pl.DataFrame, key: list[str], room: int) -> list[dict[str, object]]:
    """The first rows by key, of however many there are."""
    return frame.bottom_k(room, by=key).sort(key).to_dicts() if room else []
