"""The tables' versions on the disk, every file held against the digest that the catalogue recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from catalogue.history import Snapshot, StoredFile, TableVersion
from i18n import N_, Damaged
from warehouse import contract, delta, digests
from warehouse.changes import Change


@dataclass(frozen=True, slots=True)
class Versions:
    """The folder `warehouse/` of a store, and the files that snapshots name, by path below it."""

    folder: Path
    recorded: Mapping[str, StoredFile]

    def read(self, snapshot: Snapshot | None, table: str) -> pl.DataFrame:
        """A table at a snapshot, sorted by key; empty where the snapshot does not name it.

        Raises Damaged where a file is missing, changed or unknown, before anything is taken from it.
        """
        named = snapshot.tables.get(table) if snapshot else None
        if named is None:
            return pl.DataFrame(schema=contract.columns(table))
        for path in self._log(table, named.version):
            self.check(path)
        names = delta.data_files(self.folder / table, named.version)
        for name in names:
            self.check(f"{table}/{name}")
        rows = delta.read(self.folder / table, names, contract.columns(table))
        if rows.height != named.rows:
            raise Damaged(N_("the table has lost or gained rows."), where=table, next_step=digests.RESTORE)
        return rows.sort(contract.key(table))

    def write(self, base: Snapshot | None, table: str, change: Change) -> TableVersion:
        """Write a change upon the version that `base` names. Nobody sees it before a snapshot names the result."""
        stands = base.tables.get(table) if base else None
        if stands is None:
            version = delta.create(self.folder / table, change.upserts)
        elif change.is_empty:
            return TableVersion(stands.version, stands.rows)
        else:
            key = contract.key(table)
            version = delta.change(self.folder / table, stands.version, key, change.upserts, change.removals)
        rows = (stands.rows if stands else 0) + change.added - change.removed
        return TableVersion(version, rows, change.added, change.changed, change.removed)

    def unrecorded(self, tables: Mapping[str, TableVersion]) -> list[StoredFile]:
        """Files of these versions that no snapshot has named yet, safely on the disk, with their digests."""
        return [
            StoredFile(path, table, digests.digest(self.folder / path, sync=True), (self.folder / path).stat().st_size)
            for table, named in tables.items()
            for path in [*self._log(table, named.version), *self._data(table, named.version)]
            if path not in self.recorded
        ]

    def check(self, path: str) -> None:
        """Raise Damaged where a file is not what was recorded."""
        if path not in self.recorded:
            raise Damaged(N_("the file is not one that a snapshot names."), where=path, next_step=digests.RESTORE)
        digests.check(self.folder / path, self.recorded[path].sha256, where=path)

    def _log(self, table: str, version: int) -> list[str]:
        return [f"{table}/{name}" for name in delta.log_files(version)]

    def _data(self, table: str, version: int) -> list[str]:
        """What the log names: only to be believed once the log has been checked."""
        return [f"{table}/{name}" for name in delta.data_files(self.folder / table, version)]
