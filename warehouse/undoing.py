"""What taking a batch back does to every table, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import polars as pl

from catalogue.history import Snapshot
from warehouse import contract
from warehouse.aside import Aside
from warehouse.changes import Change, ChangedSince, StillNamed, Touched, undone
from warehouse.delta import Part
from warehouse.partitions import Exchange, Partitioned, by_partition
from warehouse.references import REFERENCES, Dangling, naming, newly_dangling, of_table, sample
from warehouse.tables import TABLES
from warehouse.versions import Versions


@dataclass(frozen=True, slots=True)
class Undoing:
    """The batch between the snapshots `before` (null = none) and `after`, to be taken back from `newest`."""

    before: Snapshot | None
    after: Snapshot
    newest: Snapshot
    versions: Versions
    aside: Aside

    def changes(self) -> dict[str, Change | Exchange]:
        """Per table what is to be done.

        Raises ChangedSince where a later batch changed some of the rows, StillNamed where rows that would stay name
        rows that would go, Damaged.
        """
        batch_id = self.after.batch.batch_id
        small = {table: self._small(table) for table in TABLES if not contract.partition_by(table)}
        large = {table: self._large(table) for table in TABLES if contract.partition_by(table)}
        changes: dict[str, Change | Exchange] = {**small, **large}
        if conflicts := [row for change in changes.values() for row in change.conflicts]:
            raise ChangedSince(batch_id, conflicts)
        if cut_off := [Touched(one.table, one.key, one.batch_id) for one in self._cut_off(small, large)]:
            raise StillNamed(batch_id, cut_off)
        return changes

    def _small(self, table: str) -> Change:
        return undone(table, *(self.versions.read(state, table) for state in self._states(table)))

    def _large(self, table: str) -> Exchange:
        partitioned = Partitioned(table, partial(self.versions.rows, table), self.aside)
        return partitioned.undone(*(self.versions.parts(state, table) for state in self._states(table)))

    def _states(self, table: str) -> tuple[Snapshot | None, ...]:
        """What to compare: nothing where the batch left the table alone."""
        is_touched = self.after.tables[table].touched if table in self.after.tables else False
        return (self.before, self.after, self.newest) if is_touched else (None, None, None)

    def _cut_off(self, small: Mapping[str, Change], large: Mapping[str, Exchange]) -> Iterator[Dangling]:
        """References that would lead nowhere, and neither do so now nor did before the batch."""
        was, now = (
            {table: self.versions.read(state, table) for table in small} for state in (self.before, self.newest)
        )
        then = {table: change.upon(now[table], contract.key(table)) for table, change in small.items()}
        yield from newly_dangling([was, now], then, REFERENCES)
        for table, exchange in large.items():
            references = of_table(table)
            is_shaken = any(small[one.target].removed for one in references)
            for rows in self._partitions(table, exchange, touched_only=not is_shaken):
                earlier = [was | {table: rows.was}, now | {table: rows.now}]
                yield from newly_dangling(earlier, then | {table: rows.then}, references)

    def _partitions(self, table: str, exchange: Exchange, *, touched_only: bool) -> Iterator[_Named]:
        """What the rows of each partition name."""
        was, now = (self.versions.parts(state, table) for state in (self.before, self.newest))
        adds, removes = (by_partition(parts) for parts in (exchange.adds, exchange.removes))
        touched = adds.keys() | removes.keys()
        for values in sorted(touched if touched_only else now.keys() | touched):
            parts = now.get(values, ())
            standing = self._named(table, parts)
            earlier = standing if was.get(values) == parts else self._named(table, was.get(values, ()))
            yield _Named(earlier, standing, self._named(table, adds.get(values, ())) if values in touched else standing)

    def _named(self, table: str, parts: tuple[Part, ...]) -> pl.DataFrame:
        """What files name: of new ones that lie aside, or of those in their place."""
        if any(self.aside.holds(part) for part in parts):
            return sample(table, self.aside.read(table, parts))
        return sample(table, self.versions.rows(table, parts, naming(table)))


@dataclass(frozen=True, slots=True)
class _Named:
    """Rows of one partition before the batch, now, and once it is undone: as many as name everything they name."""

    was: pl.DataFrame
    now: pl.DataFrame
    then: pl.DataFrame
