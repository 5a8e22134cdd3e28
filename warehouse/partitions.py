"""What a load or an undo does to a table whose files are kept apart: only partitions concerned are read, and they
change hands as whole files.

Where a partition was empty, the file that the rows came in is the new one; else the two are merged in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from warehouse import changes, contract
from warehouse.aside import Aside
from warehouse.changes import Change, Tally
from warehouse.delta import Part, Values
from warehouse.difference import difference

Parts = Mapping[Values, tuple[Part, ...]]
"""A table's files by partition."""

Read = Callable[[Iterable[Part]], pl.DataFrame]
"""The rows of a table's files, checked, in no particular order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Tally):
    """Files to put into a table (new ones lie aside until then) and files to take out."""

    adds: tuple[Part, ...] = ()
    removes: tuple[Part, ...] = ()

    @classmethod
    def of(cls, found: Iterable[Exchange]) -> Exchange:
        """What several come to."""
        all_found = list(found)
        return cls(
            adds=tuple(part for one in all_found for part in one.adds),
            removes=tuple(part for one in all_found for part in one.removes),
            added=sum(one.added for one in all_found),
            changed=sum(one.changed for one in all_found),
            removed=sum(one.removed for one in all_found),
            same=sum(one.same for one in all_found),
            kept=sum(one.kept for one in all_found),
            conflicts=tuple(row for one in all_found for row in one.conflicts),
        )


@dataclass(frozen=True, slots=True)
class Partitioned:
    """One such table, how to read its files, and where to write new ones."""

    table: str
    read: Read
    aside: Aside

    def loaded(self, current: Parts, given: pl.LazyFrame | None, replaced: Collection[str] | None) -> Exchange:
        """Bring `given` in as `changes.loaded` does. Raises ValueError where a row does not fit its schema."""
        rows = None if given is None else contract.fitting(self.table, given.collect(engine="streaming"))
        fresh = {} if rows is None else {part.values: part for part in self.aside.spread(self.table, rows)}
        del rows
        silent = sorted(current.keys() - fresh.keys()) if replaced else []

        def one(values: Values) -> Exchange:
            part, now = fresh.get(values), current.get(values, ())
            if part and not now:
                return Exchange(adds=(part,), added=part.rows)
            rows, given = self.read(now), self.aside.read(self.table, [part]) if part else None
            return self._exchange(values, now, rows, changes.loaded(self.table, rows, given, replaced))

        return Exchange.of(one(values) for values in [*fresh, *silent])

    def undone(self, before: Parts, after: Parts, current: Parts) -> Exchange:
        """Take back what led from `before` to `after` as `changes.undone` does."""

        def one(values: Values) -> Exchange:
            was, became, now = (parts.get(values, ()) for parts in (before, after, current))
            if now == became and not (was and now):
                return Exchange(adds=was, removes=now, added=rows_of(was), removed=rows_of(now))
            rows = self.read(now)
            change = changes.undone(self.table, self.read(was), self.read(became), rows)
            return self._exchange(values, now, rows, change)

        return Exchange.of(one(values) for values in changed(before, after))

    def _exchange(self, values: Values, now: tuple[Part, ...], rows: pl.DataFrame, change: Change) -> Exchange:
        """One partition's change: `now` are its files, `rows` what they hold."""
        adds: tuple[Part, ...] = ()
        if not change.is_empty:
            result = change.upon(rows, contract.key(self.table))
            adds = (self.aside.write(self.table, values, result),) if result.height else ()
        return Exchange(
            adds=adds,
            removes=() if change.is_empty else now,
            added=change.added,
            changed=change.changed,
            removed=change.removed,
            same=change.same,
            kept=change.kept,
            conflicts=change.conflicts,
        )


def changed(old: Parts, new: Parts) -> list[Values]:
    """Partitions that have not the same files."""
    return sorted(values for values in old.keys() | new.keys() if old.get(values) != new.get(values))


def tally(table: str, old: Parts, new: Parts, read: Read) -> Tally:
    """How many rows `new` has other than `old`; a partition that only one of them has is not read."""

    def one(values: Values) -> Exchange:
        was, now = old.get(values, ()), new.get(values, ())
        if not (was and now):
            return Exchange(added=rows_of(now), removed=rows_of(was))
        found = difference(read(was), read(now), contract.key(table))
        return Exchange(added=found.added.height, changed=found.changed.height, removed=found.removed.height)

    return Exchange.of(one(values) for values in changed(old, new))


def by_partition(parts: Iterable[Part]) -> dict[Values, tuple[Part, ...]]:
    """Files by partition, in the order given."""
    found: dict[Values, tuple[Part, ...]] = {}
    for part in parts:
        found[part.values] = (*found.get(part.values, ()), part)
    return found


def rows_of(parts: Iterable[Part]) -> int:
    """How many rows files have together."""
    return sum(part.rows for part in parts)
