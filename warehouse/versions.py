"""The tables' versions on the disk, every file held against the digest that the catalogue recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from catalogue.history import Snapshot, StoredFile, TableVersion
from i18n import N_, Damaged
from warehouse import contract, delta, digests
from warehouse.aside import Aside
from warehouse.changes import Change
from warehouse.delta import Part, Values
from warehouse.difference import Difference, difference
from warehouse.partitions import Exchange, by_partition, rows_of, tally

_AT_ONCE = 16
"""Files that are brought to the disk at the same time."""

_ROWS = N_("the table has lost or gained rows.")


@dataclass(frozen=True, slots=True)
class Versions:
    """The folder `warehouse/` of a store, and the files that snapshots name, by path below it."""

    folder: Path
    recorded: Mapping[str, StoredFile]

    def read(self, snapshot: Snapshot | None, table: str) -> pl.DataFrame:
        """A table at a snapshot, sorted by key; empty where the snapshot does not name it.

        Raises Damaged where a file is missing, changed or unknown, before anything is taken from it.
        """
        parts = [part for of in self.parts(snapshot, table).values() for part in of]
        return self.rows(table, parts).sort(contract.key(table))

    def parts(self, snapshot: Snapshot | None, table: str) -> dict[Values, tuple[Part, ...]]:
        """A table's files at a snapshot by partition, by the log that says so. Raises Damaged."""
        named = snapshot.tables.get(table) if snapshot else None
        if named is None:
            return {}
        for path in self._log(table, named.version):
            self.check(path)
        parts = self._parts(table, named.version)
        if rows_of(parts) != named.rows:
            raise Damaged(_ROWS, where=table, next_step=digests.RESTORE)
        return by_partition(parts)

    def rows(self, table: str, parts: Iterable[Part], columns: Collection[str] | None = None) -> pl.DataFrame:
        """The rows of some of a table's files, in no particular order; `columns` null = all. Raises Damaged."""
        parts = list(parts)
        for part in parts:
            self.check(f"{table}/{part.path}")
        wanted = {name: kind for name, kind in contract.columns(table).items() if columns is None or name in columns}
        rows = delta.read(self.folder / table, parts, wanted, contract.partition_by(table))
        if rows.height != rows_of(parts):
            raise Damaged(_ROWS, where=table, next_step=digests.RESTORE)
        return rows

    def difference(self, old: Snapshot, new: Snapshot, table: str) -> Difference:
        """What a table has at `new` other than at `old`; one with partitions is counted, not listed. Raises Damaged."""
        key, empty = contract.key(table), pl.DataFrame(schema=contract.columns(table))
        if _version(old, table) == _version(new, table):
            return difference(empty, empty, key)
        if not contract.partition_by(table):
            return difference(self.read(old, table), self.read(new, table), key)
        found = tally(table, self.parts(old, table), self.parts(new, table), partial(self.rows, table))
        return Difference.counted(key, empty, found.added, found.changed, found.removed)

    def write(self, base: Snapshot | None, table: str, change: Change | Exchange, aside: Aside) -> TableVersion:
        """Write a change upon the version that `base` names. Nobody sees it before a snapshot names the result."""
        stands = base.tables.get(table) if base else None
        if stands and change.is_empty:
            return TableVersion(stands.version, stands.rows)
        if isinstance(change, Exchange):
            version = self._exchange(stands, table, change, aside)
        elif stands is None:
            version = delta.create(self.folder / table, change.upserts)
        else:
            key = contract.key(table)
            version = delta.change(self.folder / table, stands.version, key, change.upserts, change.removals)
        rows = (stands.rows if stands else 0) + change.added - change.removed
        return TableVersion(version, rows, change.added, change.changed, change.removed)

    def unrecorded(self, base: Snapshot | None, tables: Mapping[str, TableVersion]) -> list[StoredFile]:
        """Files of these versions that no snapshot has named yet, safely on the disk, with their digests.

        Tables that stand as `base` names them have none.
        """
        known = {table: named.version for table, named in base.tables.items()} if base else {}
        paths = [
            (table, path)
            for table, named in tables.items()
            if known.get(table) != named.version
            for path in [*self._log(table, named.version), *self._data(table, named.version)]
            if path not in self.recorded
        ]
        # Each waits for the disk on its own; together they wait little longer than one.
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            return list(pool.map(lambda named: self._stored(*named), paths))

    def check(self, path: str) -> None:
        """Raise Damaged where a file is not what was recorded."""
        if path not in self.recorded:
            raise Damaged(N_("the file is not one that a snapshot names."), where=path, next_step=digests.RESTORE)
        digests.check(self.folder / path, self.recorded[path].sha256, where=path)

    def _stored(self, table: str, path: str) -> StoredFile:
        file = self.folder / path
        return StoredFile(path, table, digests.digest(file, sync=True), file.stat().st_size)

    def _log(self, table: str, version: int) -> list[str]:
        return [f"{table}/{name}" for name in delta.log_files(version)]

    def _data(self, table: str, version: int) -> list[str]:
        return [f"{table}/{part.path}" for part in self._parts(table, version)]

    def _parts(self, table: str, version: int) -> list[Part]:
        """What the log names: only to be believed once the log has been checked."""
        return delta.parts(self.folder / table, version, contract.partition_by(table))

    def _exchange(self, stands: TableVersion | None, table: str, change: Exchange, aside: Aside) -> int:
        folder, columns = self.folder / table, contract.partition_by(table)
        # An empty table of a store that is older than the partitions is made anew with them.
        if stands is None or (not stands.rows and not delta.is_partitioned(folder, stands.version, columns)):
            version = delta.create(folder, pl.DataFrame(schema=contract.columns(table)), columns)
            if change.is_empty:
                return version
        else:
            version = stands.version
        aside.hand_over(change.adds, folder)
        return delta.exchange(folder, version, change.adds, change.removes, columns)


def _version(snapshot: Snapshot, table: str) -> int | None:
    """The version that a snapshot names; null for a table that it does not name."""
    named = snapshot.tables.get(table)
    return None if named is None else named.version
