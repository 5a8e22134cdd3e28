"""The audit chain: each entry carries the hash of the one before, and a head row says where the chain ends.

It shows an edit, a cut, a swap or an insertion, wherever it was made. It cannot show that somebody with the whole
database rewrote the whole chain: for that, keep the head's hash (`ikrar verify` prints it) outside the machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue.models import AuditEntry, AuditHead
from i18n import N_

START = "0" * 64
"""The hash that stands before the first entry."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry at which the chain does not hold, and why: a message id with `{entry}`."""

    entry: int
    reason: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The whole chain after a check: how many entries, the hash at its end, where it breaks (null = it holds)."""

    entries: int
    head: str
    broken: Broken | None


def append(session: Session, *, at: datetime, by: str, action: str, details: Mapping[str, Any]) -> str:
    """Add an entry in the caller's transaction. Returns its hash. `details` must be JSON."""
    head = session.scalars(select(AuditHead).with_for_update()).one()
    text = json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    entry = AuditEntry(
        number=head.entries + 1, at=at, by=by, action=action, details=text, previous_hash=head.hash, hash=""
    )
    entry.hash = _seal(entry, head.hash)
    session.add(entry)
    head.entries, head.hash = entry.number, entry.hash
    return entry.hash


def entries(session: Session) -> list[AuditEntry]:
    """Every entry in its order."""
    return list(session.scalars(select(AuditEntry).order_by(AuditEntry.number)))


def verify(session: Session) -> Chain:
    """Recompute the chain from its start."""
    chain = entries(session)
    head = session.scalars(select(AuditHead)).one_or_none()
    end = chain[-1].hash if chain else START
    return Chain(len(chain), end, _first_break(chain, head, end))


def _first_break(chain: list[AuditEntry], head: AuditHead | None, end: str) -> Broken | None:
    previous = START
    for expected, entry in enumerate(chain, start=1):
        if entry.number != expected:
            return Broken(expected, N_("Audit entry {entry} is missing."))
        if entry.previous_hash != previous:
            return Broken(expected, N_("Audit entry {entry} does not follow the one before it."))
        if entry.hash != _seal(entry, previous):
            return Broken(expected, N_("Audit entry {entry} was changed after it was written."))
        previous = entry.hash
    if head is None or head.entries > len(chain):
        return Broken(len(chain) + 1, N_("Audit entry {entry} is missing."))
    if (head.entries, head.hash) != (len(chain), end):
        return Broken(head.entries + 1, N_("Audit entry {entry} was added behind the recorded end."))
    return None


def _seal(entry: AuditEntry, previous: str) -> str:
    """SHA-256 over every field, in a form in which no two different entries read the same."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    fields = [entry.number, moment, entry.by, entry.action, entry.details, previous]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
