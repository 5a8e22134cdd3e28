"""Batches and snapshots: what was loaded, and which version of every table each snapshot names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue import audit, decisions, models, uploads

_ACTION = "snapshot"


@dataclass(frozen=True, slots=True)
class Batch:
    """One load. `content_sha256` is the digest of what was loaded; `undoes` the batch it took back, if any."""

    batch_id: str
    kind: str
    name: str
    by: str
    loaded_at: datetime
    content_sha256: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class TableVersion:
    """The Delta version of a table in a snapshot, its rows, and how many of them the snapshot's batch touched."""

    version: int
    rows: int
    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def touched(self) -> int:
        """Rows that the snapshot's batch added, changed or removed."""
        return self.added + self.changed + self.removed


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A commit of the whole warehouse, counted from 1, with the version of every table."""

    number: int
    taken_at: datetime
    batch: Batch
    tables: Mapping[str, TableVersion]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of the warehouse as it was when first named: path below the warehouse, with `/`."""

    path: str
    table: str
    sha256: str
    bytes: int


def snapshots(session: Session) -> tuple[Snapshot, ...]:
    """Every snapshot, oldest first."""
    tables: dict[int, dict[str, TableVersion]] = {}
    for row in session.scalars(select(models.SnapshotTable).order_by(models.SnapshotTable.table_name)):
        version = TableVersion(row.version, row.rows, row.added, row.changed, row.removed)
        tables.setdefault(row.snapshot, {})[row.table_name] = version
    pairs = session.execute(
        select(models.Snapshot, models.Batch)
        .join(models.Batch, models.Snapshot.batch_id == models.Batch.batch_id)
        .order_by(models.Snapshot.number)
    )
    return tuple(
        Snapshot(
            snapshot.number,
            snapshot.taken_at,
            Batch(
                batch.batch_id,
                batch.kind,
                batch.name,
                batch.by,
                batch.loaded_at,
                batch.content_sha256,
                batch.undoes,
            ),
            tables.get(snapshot.number, {}),
        )
        for snapshot, batch in pairs
    )


def files(session: Session) -> dict[str, StoredFile]:
    """Every file that some snapshot names, by path."""
    file = models.SnapshotFile
    # Columns, not objects: a table with partitions has thousands of files.
    rows = session.execute(select(file.path, file.table_name, file.sha256, file.bytes).order_by(file.path))
    return {path: StoredFile(path, table, sha256, size) for path, table, sha256, size in rows}


def commit(
    session: Session,
    snapshot: Snapshot,
    new_files: Sequence[StoredFile],
    upload: uploads.Upload | None = None,
    decided: Sequence[decisions.Decided] = (),
) -> None:
    """Record a snapshot, its batch, the files that it is the first to name, and the audit entry that seals them.

    `upload`: the file that the batch was read from, null = none; `decided`: what a person decided with it.
    Raises SQLAlchemy's IntegrityError where the number is taken: two writers cannot both win.
    """
    batch = snapshot.batch
    session.add(
        models.Batch(
            batch_id=batch.batch_id,
            kind=batch.kind,
            name=batch.name,
            by=batch.by,
            loaded_at=batch.loaded_at,
            content_sha256=batch.content_sha256,
            undoes=batch.undoes,
        )
    )
    session.flush()
    if upload is not None:
        uploads.record(session, upload, batch.batch_id)
    session.add(models.Snapshot(number=snapshot.number, taken_at=snapshot.taken_at, batch_id=batch.batch_id))
    session.flush()
    session.add_all(
        models.SnapshotTable(
            snapshot=snapshot.number,
            table_name=name,
            version=table.version,
            rows=table.rows,
            added=table.added,
            changed=table.changed,
            removed=table.removed,
        )
        for name, table in snapshot.tables.items()
    )
    session.add_all(
        models.SnapshotFile(
            path=file.path, snapshot=snapshot.number, table_name=file.table, sha256=file.sha256, bytes=file.bytes
        )
        for file in new_files
    )
    for one in decided:
        decisions.record(session, one, at=snapshot.taken_at, by=batch.by)
    audit.append(
        session,
        at=snapshot.taken_at,
        by=batch.by,
        action=_ACTION,
        details={"snapshot": snapshot.number, "sha256": _seal(snapshot, new_files)},
    )


def unsealed(session: Session) -> list[int]:
    """Numbers of the snapshots that are not, file by file, what the audit log says was committed, or are gone."""
    sealed = {
        details["snapshot"]: details["sha256"]
        for entry in audit.entries(session)
        if entry.action == _ACTION
        for details in [json.loads(entry.details)]
    }
    named = {snapshot.number: snapshot for snapshot in snapshots(session)}
    first_named: dict[int, list[StoredFile]] = {}
    for row in session.scalars(select(models.SnapshotFile)):
        file = StoredFile(row.path, row.table_name, row.sha256, row.bytes)
        first_named.setdefault(row.snapshot, []).append(file)
    return [
        number
        for number in sorted(sealed.keys() | named.keys())
        if number not in named or sealed.get(number) != _seal(named[number], first_named.get(number, []))
    ]


def _seal(snapshot: Snapshot, new_files: Sequence[StoredFile]) -> str:
    """SHA-256 over everything that a snapshot records."""
    fields = [
        snapshot.number,
        snapshot.taken_at.astimezone(UTC).isoformat(timespec="microseconds"),
        [str(field) for field in astuple(snapshot.batch)],
        sorted([name, *astuple(table)] for name, table in snapshot.tables.items()),
        sorted([*astuple(file)] for file in new_files),
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
