"""The catalogue's tables: what was done to the warehouse, by whom, and who may see it.

Only types that SQLite and PostgreSQL both keep unchanged. Times are UTC. `by` columns hold an account or an office, as
the caller knows it; nothing here holds a NIP.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, ForeignKey, Index, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

SHA256 = String(64)


class Utc(TypeDecorator[datetime]):
    """A moment in UTC. SQLite drops time zones, so it is stored without one and read back with it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (fixed)
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (fixed)
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Names every constraint, so that a later migration can change it on any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Utc, dict[str, Any]: JSON}  # noqa: RUF012 (SQLAlchemy's own class attribute)


class Upload(Base):
    """One file as it was received, before anything was read from it."""

    __tablename__ = "upload"

    upload_id: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    sender: Mapped[str | None]
    file_name: Mapped[str]
    media_type: Mapped[str | None]
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    bytes: Mapped[int] = mapped_column(BigInteger)


class Batch(Base):
    """One load into the warehouse: the rows that came in together and can be undone together."""

    __tablename__ = "batch"

    batch_id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    by: Mapped[str]
    loaded_at: Mapped[datetime]
    content_sha256: Mapped[str] = mapped_column(SHA256)
    upload_id: Mapped[str | None] = mapped_column(ForeignKey("upload.upload_id"))
    undoes: Mapped[str | None] = mapped_column(ForeignKey("batch.batch_id"))


class Snapshot(Base):
    """One commit of the whole warehouse. Writing this row is the commit."""

    __tablename__ = "snapshot"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    taken_at: Mapped[datetime] = mapped_column(index=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("batch.batch_id"), unique=True)


class SnapshotTable(Base):
    """The Delta version of one table that a snapshot names, and what its batch did to that table."""

    __tablename__ = "snapshot_table"

    snapshot: Mapped[int] = mapped_column(ForeignKey("snapshot.number"), primary_key=True)
    table_name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    rows: Mapped[int] = mapped_column(BigInteger)
    added: Mapped[int] = mapped_column(BigInteger)
    changed: Mapped[int] = mapped_column(BigInteger)
    removed: Mapped[int] = mapped_column(BigInteger)


class SnapshotFile(Base):
    """One file of the warehouse, recorded with the first snapshot that names it. Files are never rewritten."""

    __tablename__ = "snapshot_file"

    path: Mapped[str] = mapped_column(primary_key=True)
    snapshot: Mapped[int] = mapped_column(ForeignKey("snapshot.number"), index=True)
    table_name: Mapped[str] = mapped_column(index=True)
    sha256: Mapped[str] = mapped_column(SHA256)
    bytes: Mapped[int] = mapped_column(BigInteger)


class RememberedAnswer(Base):
    """A person's answer to a question about a form of a sender: a word, or a list with one word a column."""

    __tablename__ = "remembered_answer"

    sender: Mapped[str] = mapped_column(primary_key=True)
    layout: Mapped[str] = mapped_column(primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[Any] = mapped_column(JSON)
    answered_by: Mapped[str]
    answered_at: Mapped[datetime]


class ReviewDecision(Base):
    """A person's choice between claims that contradict each other, with the reason."""

    __tablename__ = "review_decision"

    decision_id: Mapped[int] = mapped_column(primary_key=True)
    decided_at: Mapped[datetime]
    decided_by: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[str]
    field: Mapped[str]
    accepted_claim_id: Mapped[str | None]
    reason: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_review_decision_subject", "subject_kind", "subject_id", "field"),)


class AliasApproval(Base):
    """A name that a person said stands for a code. `within` is the region it holds in; empty = everywhere."""

    __tablename__ = "alias_approval"

    kind: Mapped[str] = mapped_column(primary_key=True)
    alias: Mapped[str] = mapped_column(primary_key=True)
    within: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str]
    approved_by: Mapped[str]
    approved_at: Mapped[datetime]


class UserGrant(Base):
    """A role that an account holds for a region and those below it; an empty region code is the nation."""

    __tablename__ = "user_grant"

    grant_id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(index=True)
    role: Mapped[str]
    region_code: Mapped[str]
    granted_by: Mapped[str]
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class AuditEntry(Base):
    """One act. `hash` covers the entry and the hash of the one before, so an edit anywhere shows."""

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    action: Mapped[str]
    details: Mapped[str] = mapped_column(Text)
    previous_hash: Mapped[str] = mapped_column(SHA256)
    hash: Mapped[str] = mapped_column(SHA256)


class AuditHead(Base):
    """The one row that says how long the chain is and where it ends: entries cut off its end show too."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entries: Mapped[int]
    hash: Mapped[str] = mapped_column(SHA256)


class ExportIssued(Base):
    """One file handed out: what it showed, as questions that can be asked again of the snapshot or of a newer one.

    `code` is a digest of `per`, `queries` and `about` with the snapshot's moment, so that a row says itself whether it
    is still what was written. The same code may be handed out often.
    """

    __tablename__ = "export_issued"

    export_id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)
    issued_at: Mapped[datetime]
    issued_by: Mapped[str]
    kind: Mapped[str]
    snapshot: Mapped[int] = mapped_column(ForeignKey("snapshot.number"))
    per: Mapped[str]
    about: Mapped[str]
    title: Mapped[str] = mapped_column(Text)
    region_code: Mapped[str | None]
    campaign_id: Mapped[str | None]
    audience: Mapped[str]
    language: Mapped[str]
    queries: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    versions: Mapped[dict[str, int]] = mapped_column(JSON)
    path: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    bytes: Mapped[int] = mapped_column(BigInteger)
