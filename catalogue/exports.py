"""What was handed out: each file with what it showed, found again by the code that is printed on it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
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
    details = {"export": row.export_id, "code": handed.code, "sha256": handed.sha256, "record": _seal(handed)}
    audit.append(session, at=handed.issued_at, by=handed.issued_by, action=_ACTION, details=details)
    return row.export_id


def handed_out(session: Session, code: str | None = None, *, newest: int | None = None) -> list[OnRecord]:
    """Files on record, newest first; with `code` only those, with `newest` at most so many."""
    row = models.ExportIssued
    wanted = select(row).order_by(row.export_id.desc()).limit(newest)
    if code is not None:
        wanted = wanted.where(row.code == code)
    return [_on_record(one) for one in session.scalars(wanted)]


def unsealed(session: Session) -> list[str]:
    """Codes of the files whose record is not what the audit log says was written, or is gone."""
    sealed = {
        details["export"]: (details["code"], details.get("record"))
        for entry in audit.entries(session)
        if entry.action == _ACTION
        for details in [json.loads(entry.details)]
    }
    kept = {one.export_id: (one.code, _seal(one)) for one in handed_out(session)}
    differing = (
        sealed.get(number) or kept[number]
        for number in kept.keys() | sealed.keys()
        if sealed.get(number) != kept.get(number)
    )
    return sorted({code for code, _ in differing})


def _seal(handed: Handed) -> str:
    """SHA-256 over everything that a record says."""
    said = {field.name: getattr(handed, field.name) for field in fields(Handed)}
    said["issued_at"] = handed.issued_at.astimezone(UTC).isoformat(timespec="microseconds")
    said |= {"queries": [dict(one) for one in handed.queries], "versions": dict(handed.versions)}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _on_record(row: models.ExportIssued) -> OnRecord:
    kept = {column.key: getattr(row, column.key) for column in models.ExportIssued.__table__.columns}
    return OnRecord(**kept | {"queries": tuple(row.queries)})
