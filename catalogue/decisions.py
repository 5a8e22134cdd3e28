"""A person's choices between claims that contradict each other: who, when, why; each with its audit entry."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from catalogue import audit, models

_ACTION = "review-decision"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on one field. `accepted_claim_id` null = none of the claims holds."""

    subject_kind: str
    subject_id: str
    field: str
    accepted_claim_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class OnRecord(Decided):
    """A decision as it stands on record. Undoing its batch brings the claims back and leaves it here: it was made."""

    decision_id: int
    decided_at: datetime
    decided_by: str


def record(session: Session, decided: Decided, *, at: datetime, by: str) -> None:
    """Put a decision on record with its audit entry, in the caller's transaction."""
    session.add(models.ReviewDecision(decided_at=at, decided_by=by, **asdict(decided)))
    session.flush()
    audit.append(session, at=at, by=by, action=_ACTION, details=asdict(decided))


def decisions(session: Session) -> list[OnRecord]:
    """Every decision, newest first."""
    wanted = select(models.ReviewDecision).order_by(models.ReviewDecision.decision_id.desc())
    return [
        OnRecord(
            subject_kind=one.subject_kind,
            subject_id=one.subject_id,
            field=one.field,
            accepted_claim_id=one.accepted_claim_id,
            reason=one.reason,
            decision_id=one.decision_id,
            decided_at=one.decided_at,
            decided_by=one.decided_by,
        )
        for one in session.scalars(wanted)
    ]
