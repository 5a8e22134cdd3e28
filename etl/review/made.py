"""What a review comes to: each of its ceremonies as claims under an event, and the rows to load. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalogue.decisions import Decided
from etl.review.claims import Said, claim_rows
from etl.review.decided import decided_claims
from etl.review.known import candidates
from etl.review.propose import place
from etl.review.values import Proposal, Review
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, SubjectKind

NEEDED = ("activity", "level", "organiser_kind")
"""Fields without which a ceremony cannot be on record."""


@dataclass(frozen=True, slots=True)
class MadeEvent:
    """One ceremony of which something was accepted. `event_id` null: it cannot be saved, for it lacks its organiser or
    what was done. `claims`: rows to add; none where this source has said all of it before. `is_known`: the store has
    the event. `decided`: choices between values that the document itself puts against each other."""

    index: int
    event_id: str | None
    is_known: bool
    claims: tuple[Mapping[str, Any], ...]
    decided: tuple[Decided, ...]

    @property
    def contradicts(self) -> bool:
        """True where a claim stands against what the store holds of a known event."""
        return self.is_known and any(claim["status"] == ClaimStatus.OPEN.value for claim in self.claims)


def events_of(
    review: Review, proposals: Sequence[Proposal], frames: Frames, source_id: str, stamp: Mapping[str, Any]
) -> tuple[MadeEvent, ...]:
    """The ceremonies of a review of which something was accepted. `stamp`: who decided and on which day."""
    taken: set[str] = set()
    made = []
    for proposal in proposals:
        decisions = {field: one for (index, field), one in review.decisions.items() if index == proposal.index}
        said = decided_claims(proposal, decisions, frames.opd)
        if not said:
            continue
        event_id = event_of(said, frames, taken, review.events.get(proposal.index))
        if event_id is None:
            made.append(MadeEvent(proposal.index, None, is_known=False, claims=(), decided=()))
            continue
        taken.add(event_id)
        claims = claim_rows(said, event_id, frames.claim, {"source_id": source_id, **stamp})
        is_known = event_id in frames.event["event_id"]
        made.append(MadeEvent(proposal.index, event_id, is_known, tuple(claims), tuple(_choices(claims, proposal))))
    return tuple(made)


def event_of(said: Sequence[Said], frames: Frames, taken: set[str], chosen: str | None) -> str | None:
    """The event that claims go under, by what they say now; null where a new one would lack what it needs.

    `taken`: events of the document's other proposals; `chosen`: what a person said that it is, null = nobody did.
    """
    values: dict[str, str | None] = {}
    for one in said:
        if one.status is not ClaimStatus.REJECTED:
            values.setdefault(one.field, one.value)
    others = [one.value for one in said if one.field == "date" and one.status is ClaimStatus.OPEN and one.value]
    possible = candidates(values, others, frames.event)
    likely = next((one.event_id for one in possible if one.is_likely), None)
    known = set(frames.event["event_id"])
    event_id = place(values, likely, known, taken, chosen)
    return event_id if event_id in known or all(values.get(name) for name in NEEDED) else None


def _choices(claims: Sequence[Mapping[str, Any]], proposal: Proposal) -> Iterator[Decided]:
    """What was decided between the values that the document itself puts against each other."""
    for field in (each.field for each in proposal.fields if each.others):
        own = [claim for claim in claims if claim["field"] == field]
        rejected = next((claim for claim in own if claim["status"] == ClaimStatus.REJECTED.value), None)
        kept = next((claim["claim_id"] for claim in own if claim["status"] != ClaimStatus.REJECTED.value), None)
        if rejected is not None:
            kind = SubjectKind.EVENT.value
            yield Decided(kind, rejected["subject_id"], field, kept, str(rejected["reason"]))
