"""The store: one folder with the tables' versions (`warehouse/<table>/`) and the catalogue that names them.

A load writes its tables one by one, then one row in the catalogue's `snapshot` names the version of every table: that
row is the commit. Readers only read versions that a snapshot names, so what a load that died left behind is never seen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Self

import polars as pl

from catalogue import Catalogue, audit, exports, history
from catalogue.decisions import Decided
from catalogue.history import Batch, Snapshot
from catalogue.uploads import Upload
from i18n import N_, BadInput, Conflict, IkrarError, NotFound
from warehouse import contract, delta, partitions
from warehouse.as_of import SEE_SNAPSHOTS, AsOf
from warehouse.aside import Aside
from warehouse.changes import Change, Tally
from warehouse.difference import Difference
from warehouse.frames import Frames, SnapshotInfo
from warehouse.loading import Loading
from warehouse.lock import only_writer
from warehouse.partitions import Exchange
from warehouse.tables import TABLES
from warehouse.undoing import Undoing
from warehouse.verification import Verification, verification
from warehouse.versions import Versions

CATALOGUE_URL = "IKRAR_CATALOGUE_URL"
_CATALOGUE_FILE = "catalogue.sqlite"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load or an undo came to: the snapshot that now holds, and per table what was done to its rows."""

    snapshot: Snapshot
    is_new: bool
    changes: Mapping[str, Tally]


class Store:
    """A store by its folder. Holds nothing open and keeps nothing but digests: pages do the caching.

    Its catalogue is `catalogue.sqlite` in the folder where there is one, else what IKRAR_CATALOGUE_URL names (an
    SQLAlchemy URL), else a new `catalogue.sqlite`. `wait_seconds`: how long to wait for another writer.
    """

    def __init__(self, path: Path, *, wait_seconds: float = 30) -> None:
        self.path = path.absolute()
        self._wait_seconds = wait_seconds
        file = self.path / _CATALOGUE_FILE
        url = None if file.is_file() else os.environ.get(CATALOGUE_URL)
        self._catalogue = Catalogue(url) if url else Catalogue.in_file(file)

    @classmethod
    def with_own_catalogue(cls, path: Path) -> Self:
        """The store with `catalogue.sqlite` in its folder, whatever IKRAR_CATALOGUE_URL names for the real one."""
        store = cls(path)
        store._catalogue = Catalogue.in_file(store.path / _CATALOGUE_FILE)
        return store

    @property
    def catalogue(self) -> Catalogue:
        """The store's catalogue, in its newest form: sessions on what is kept beside the tables.

        Raises NotFound where nothing has been loaded.
        """
        self.latest()
        return self._catalogue

    def exists(self) -> bool:
        """True where something has been loaded. Creates nothing."""
        return bool(self.snapshots())

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Every snapshot, oldest first; none for a store that is not there."""
        # The folder is asked first: a catalogue named by URL may be another store's.
        if not ((self.path / "warehouse").is_dir() and self._catalogue.exists()):
            return ()
        if not self._catalogue.is_current():
            with self._writing() as (snapshots, _newest):
                return snapshots
        with self._catalogue.reading() as session:
            return history.snapshots(session)

    def latest(self) -> Snapshot:
        """The newest snapshot. Raises NotFound where nothing has been loaded."""
        return self.snapshot()

    def snapshot(self, number: int | None = None) -> Snapshot:
        """The snapshot of that number; null = the newest. Raises NotFound."""
        return AsOf(number).among(self._taken())

    def at(self, as_of: AsOf) -> Snapshot:
        """The snapshot that answers for a day or a number. Raises NotFound."""
        return as_of.among(self._taken())

    def frames(self, number: int | None = None, held: Mapping[str, pl.DataFrame] = MappingProxyType({})) -> Frames:
        """The warehouse as of a snapshot (null = the newest), each table sorted by key.

        `held`: tables that were read before and stand in the snapshot at the same version; they are not read again.
        Raises NotFound, and Damaged before a row of a changed file is returned.
        """
        snapshot, versions = self.snapshot(number), self._versions()
        info = SnapshotInfo(snapshot.number, snapshot.taken_at, snapshot.batch.name)
        read = {table: versions.read(snapshot, table) for table in Frames.tables() if table not in held}
        return Frames.of(info, **read, **held)

    def table(self, name: str, number: int | None = None) -> pl.DataFrame:
        """One table as of a snapshot, sorted by key; also those that Frames leaves out. Raises like `frames`."""
        return self._versions().read(self.snapshot(number), name)

    def partition(self, name: str, *wanted: tuple[str, ...], number: int | None = None) -> pl.DataFrame:
        """The rows of some partitions of a table (values of its `partition_by`), sorted by key; an empty one has none.

        Reads no other partition. Raises like `frames`.
        """
        versions = self._versions()
        held = versions.parts(self.snapshot(number), name)
        parts = [part for values in wanted for part in held.get(values, ())]
        return versions.rows(name, parts).sort(contract.key(name))

    def partitions(self, name: str) -> dict[tuple[str, ...], int]:
        """The partitions of a table that have rows by now, with their number. Reads the log alone.

        Raises like `frames`.
        """
        parts = self._versions().parts(self.latest(), name)
        return {values: partitions.rows_of(of) for values, of in parts.items()}

    def diff(self, a: int, b: int) -> dict[str, Difference]:
        """What snapshot `b` has other than `a`, for each table that differs. Raises NotFound, Damaged.

        Of a table with partitions the rows are counted, not listed.
        """
        old, new, versions = self.snapshot(a), self.snapshot(b), self._versions()
        found = {table: versions.difference(old, new, table) for table in TABLES}
        return {table: one for table, one in found.items() if not one.is_empty}

    def verify(self) -> Verification:
        """Every file, the audit chain and every reference of the newest snapshot, checked. Raises NotFound."""
        snapshots, newest, versions = self.snapshots(), self.snapshot(), self._versions()
        with self._catalogue.reading() as session:
            chain, unsealed = audit.verify(session), history.unsealed(session)
            handed_out = exports.unsealed(session)
        return verification(versions, newest, chain, snapshots=len(snapshots), unsealed=unsealed, handed_out=handed_out)

    def load(
        self,
        tables: Mapping[str, pl.DataFrame | pl.LazyFrame],
        *,
        kind: str,
        name: str,
        by: str,
        content_sha256: str,
        now: datetime,
        replaces: bool = False,
        upload: Upload | None = None,
        decided: Sequence[Decided] = (),
        upon: int | None = None,
    ) -> Loaded:
        """Bring rows in (frames without `batch_id`, by table). All of it becomes visible, or nothing.

        A row that is already there with the same values keeps its batch. `replaces`: this is the whole of what its
        kind says. Rows that earlier batches of the kind wrote and that are not in the input any more go, unless rows
        that stay name them; rows that a batch of another kind wrote last stay as they are. Where nothing differs, no
        snapshot is made.

        `upload`: the file that the rows were read from, and `decided`: what a person decided between claims, are put on
        record with the batch. `upon`: the snapshot that the rows were compared with; null = whichever is the newest.

        Of a table with partitions only those are touched that the input has rows for. Its texts may be Enum: they
        become text some partitions at a time, so that millions of rows stay narrow in memory.

        Raises ValueError for a frame that does not fit its schema, Conflict where another writer does not finish or
        `upon` is not the newest snapshot any more, Damaged where a table that it would change is damaged.
        """
        with self._writing() as (snapshots, base), Aside.of(self.path / "warehouse") as aside:
            if upon is not None and (base is None or base.number != upon):
                raise Conflict(
                    N_("Other data was saved since this file was compared."),
                    next_step=N_("Compare it again, then save; nothing was changed."),
                )
            batch = Batch(f"{kind}-{_next(base)}", kind, name, by, now, content_sha256)
            given = {table: contract.given(table, frame, batch.batch_id) for table, frame in tables.items()}
            replaced = _written(snapshots, kind) if replaces else None
            loading = Loading(given, replaced, base, self._versions(), aside)
            return self._commit(base, batch, loading.changes(), loading.versions, aside, upload=upload, decided=decided)

    def undo(self, batch_id: str, *, by: str, now: datetime) -> Loaded:
        """A new snapshot without what a batch did: rows it added go, rows it changed or removed return.

        Rows that are already as they were before the batch stay so; where all are, no snapshot is made.
        Raises NotFound for an unknown batch, ChangedSince where a later batch changed some of the rows, and StillNamed
        where rows that would stay name rows that would go.
        """
        self.snapshot()
        with self._writing() as (snapshots, newest), Aside.of(self.path / "warehouse") as aside:
            position = next((i for i, one in enumerate(snapshots) if one.batch.batch_id == batch_id), None)
            if position is None:
                raise NotFound(N_("There is no batch {batch}."), next_step=SEE_SNAPSHOTS, batch=batch_id)
            before, after = snapshots[position - 1] if position else None, snapshots[position]
            undoing = Undoing(before, after, snapshots[-1], self._versions(), aside)
            undo = Batch(
                f"undo-{_next(newest)}", "undo", after.batch.name, by, now, after.batch.content_sha256, batch_id
            )
            return self._commit(newest, undo, undoing.changes(), undoing.versions, aside)

    def _taken(self) -> tuple[Snapshot, ...]:
        """Every snapshot, oldest first, at least one. Raises NotFound."""
        if found := self.snapshots():
            return found
        raise NotFound(N_("There is no data here yet."), where=str(self.path), next_step=N_("Run `ikrar build` first."))

    def _versions(self) -> Versions:
        with self._catalogue.reading() as session:
            return Versions(self.path / "warehouse", history.files(session))

    @contextmanager
    def _writing(self) -> Iterator[tuple[tuple[Snapshot, ...], Snapshot | None]]:
        """Alone in the store, catalogue up to date: the snapshots so far and the newest, null where there is none."""
        if not delta.can_hold(self.path):
            raise BadInput(
                N_("The store's folder must not have [ ] ^ | or a percent sign with two digits in its path."),
                where=str(self.path),
                next_step=N_("Choose another folder with --store or IKRAR_STORE."),
            )
        try:
            (self.path / "warehouse").mkdir(parents=True, exist_ok=True)
            with only_writer(self.path / "writer.lock", self._wait_seconds):
                if not (self._catalogue.exists() and self._catalogue.is_current()):
                    self._catalogue.migrate()
                with self._catalogue.reading() as session:
                    snapshots = history.snapshots(session)
                yield snapshots, snapshots[-1] if snapshots else None
        except delta.FAULTS as fault:
            raise IkrarError(
                N_("The store cannot be written ({fault}). Nothing was changed: the last snapshot still holds."),
                where=str(self.path),
                next_step=N_("Check the free disk space and the folder's permissions, then run the command again."),
                fault=str(fault),
            ) from fault

    def _commit(
        self,
        base: Snapshot | None,
        batch: Batch,
        changes: Mapping[str, Change | Exchange],
        versions: Versions,
        aside: Aside,
        *,
        upload: Upload | None = None,
        decided: Sequence[Decided] = (),
    ) -> Loaded:
        if base and all(change.is_empty for change in changes.values()):
            return Loaded(base, is_new=False, changes=changes)
        tables = {table: versions.write(base, table, change, aside) for table, change in sorted(changes.items())}
        snapshot = Snapshot(_next(base), batch.loaded_at, batch, tables)
        files = versions.unrecorded(base, tables)
        with self._catalogue.writing() as session:
            history.commit(session, snapshot, files, upload, decided)
        return Loaded(snapshot, is_new=True, changes=changes)


def _written(snapshots: Sequence[Snapshot], kind: str) -> dict[str, list[str]]:
    """Per table the batches of a kind that wrote to it."""
    ours = [one for one in snapshots if one.batch.kind == kind]
    return {
        table: [one.batch.batch_id for one in ours if table in one.tables and one.tables[table].touched]
        for table in TABLES
    }


def _next(base: Snapshot | None) -> int:
    return base.number + 1 if base else 1
