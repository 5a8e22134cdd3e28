"""What was handed out: each file with what it showed, found again by the code that is printed on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue import audit, models

_ACTION = "export"


@dataclass(frozen=True, slots=True)
class Handed:
    """One file as it was handed out. No figure of it and nobody's data: what it showed is in `queries`.

    `per` names the snapshot (`12`, `12@2024-09-25`), `about` what tells it apart from others with the same questions,
    `title` what its reader calls it. `region_code` null = the nation; `campaign_id` null = the newest with data.
    `queries`: each an `indicator` and the fields of its scope that are not their defaults. `path`: the address of the
    same figures below the installation's. `sha256` and `bytes` are those of the file.
    """

    code: str
    issued_at: datetime
    issued_by: str
    kind: str
    snapshot: int
    per: str
    about: str
    title: str
    region_code: str | None
    campaign_id: str | None
    audience: str
    language: str
    queries: tuple[Mapping[str, Any], ...]
    versions: Mapping[str, int]
    path: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class OnRecord(Handed):
    """A file as it stands on record."""

    export_id: int


def record(session: Session, handed: Handed) -> int:
    """Put a file on record with its audit entry, in the caller's transaction. Returns its number."""
    row = models.ExportIssued(**asdict(handed) | {"queries": list(handed.queries), "versions": dict(handed.versions)})
    session.add(row)
    session.flush()
    details = {"export": row.export_id, "code": handed.code, "kind": handed.kind, "sha256": handed.sha256}
    audit.append(session, at=handed.issued_at, by=handed.issued_by, action=_ACTION, details=details)
    return row.export_id


def handed_out(session: Session, code: str | None = None, *, newest: int | None = None) -> list[OnRecord]:
    """Files on record, newest first; with `code` only those, with `newest` at most so many."""
    row = models.ExportIssued
    wanted = select(row).order_by(row.export_id.desc()).limit(newest)
    if code is not None:
        wanted = wanted.where(row.code == code)
    return [_on_record(one) for one in session.scalars(wanted)]


def _on_record(row: models.ExportIssued) -> OnRecord:
    kept = {column.key: getattr(row, column.key) for column in models.ExportIssued.__table__.columns}
    return OnRecord(**kept | {"queries": tuple(row.queries)})
