"""What was sent: each saved file by its digest, and the batch that came of it. The file itself is not kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue import models


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it was received. `sender` is the office that it came from, null = not said; `sha256` of its bytes."""

    name: str
    sha256: str
    bytes: int
    received_at: datetime
    sender: str | None = None


@dataclass(frozen=True, slots=True)
class Filed(Upload):
    """An upload on record. `batch_id` is the load that came of it, null = none."""

    upload_id: str = ""
    batch_id: str | None = None


def record(session: Session, upload: Upload, batch_id: str | None = None) -> str:
    """Put an upload on record, and with the batch that came of it. Returns its id, which says nothing of the file.

    In the transaction that commits the batch both are there or neither. Raises LookupError for an unknown batch.
    """
    upload_id = f"upload-{secrets.token_hex(8)}"
    session.add(
        models.Upload(
            upload_id=upload_id,
            received_at=upload.received_at,
            sender=upload.sender,
            file_name=upload.name,
            media_type=None,
            sha256=upload.sha256,
            bytes=upload.bytes,
        )
    )
    session.flush()
    if batch_id is not None:
        batch = session.get(models.Batch, batch_id)
        if batch is None:
            raise LookupError(batch_id)
        batch.upload_id = upload_id
    return upload_id


def uploads(session: Session, sha256: str | None = None) -> list[Filed]:
    """Every upload with its batch, newest first; with `sha256` only those of exactly these bytes."""
    rows = (
        select(models.Upload, models.Batch.batch_id)
        .outerjoin(models.Batch, models.Batch.upload_id == models.Upload.upload_id)
        .order_by(models.Upload.received_at.desc(), models.Upload.upload_id)
    )
    if sha256 is not None:
        rows = rows.where(models.Upload.sha256 == sha256)
    return [
        Filed(
            name=row.file_name,
            sha256=row.sha256,
            bytes=row.bytes,
            received_at=row.received_at,
            sender=row.sender,
            upload_id=row.upload_id,
            batch_id=batch_id,
        )
        for row, batch_id in session.execute(rows)
    ]
