"""What a person's decisions on a review come to: the rows to load. Pure.

Claims are only ever added: what the store says stays as it is. A claim that contradicts one that stands is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from catalogue.decisions import Decided
from etl.reconcile import FIELDS, Standing, events_from_claims, ordinal, standing
from etl.review.known import candidates
from etl.review.propose import place
from etl.review.stated import DERIVED, FOLLOWS, known_unit
from etl.review.values import Choice, Decision, FieldProposal, Proposal, Review
from geo import register
from i18n import N_, BadInput
from warehouse import contract
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, DateStatus, OrganiserKind, SubjectKind

CORRECTED = "Dikoreksi saat ditinjau."
OTHERWISE = "Saat ditinjau, nilai lain yang dipilih."
NEEDED = ("activity", "level", "organiser_kind")
"""Fields without which a ceremony cannot be on record."""
_TAKEN = {Choice.ACCEPT, Choice.CORRECT, Choice.LEAVE_OPEN}


@dataclass(frozen=True, slots=True)
class Said:
    """One claim to make of a field, before it is held against others. `status` null = accepted unless something
    contradicts it."""

    field: str
    value: str | None
    stated: str | None = None
    qualifier: str | None = None
    span: tuple[int, int] | None = None
    status: ClaimStatus | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of a review by table, without batch_id, and what was decided between values that contradict."""

    tables: Mapping[str, pl.DataFrame]
    decided: tuple[Decided, ...] = ()


def decided_claims(proposal: Proposal, decisions: Mapping[str, Decision], opd: pl.DataFrame) -> tuple[Said, ...]:
    """The claims that the decisions on one event make; none where nothing of it was accepted.

    What follows from organiser or unit is taken with it unless it was decided otherwise.
    """
    if not any(one.choice in _TAKEN for one in decisions.values()):
        return ()
    said = [
        one for each in proposal.fields for one in _of_field(each, decisions.get(each.field, _unsaid(each, decisions)))
    ]
    proposed = {each.field for each in proposal.fields}
    said += [
        Said(name, one.value, reason=one.reason or CORRECTED)
        for name, one in decisions.items()
        if name not in proposed and one.choice is Choice.CORRECT
    ]
    return completed(said, decisions, opd)


def rows(review: Review, proposals: Sequence[Proposal], frames: Frames, source: Mapping[str, Any], *, by: str) -> Made:
    """The rows that a review's decisions come to. `source`: the document's row.

    Raises BadInput where an event that was accepted lacks what it needs.
    """
    day = source["captured_at"].date()
    made: list[dict[str, Any]] = []
    decided: list[Decided] = []
    taken: set[str] = set()
    for proposal in proposals:
        decisions = {field: one for (index, field), one in review.decisions.items() if index == proposal.index}
        said = decided_claims(proposal, decisions, frames.opd)
        if not said:
            continue
        event_id = _event_id(said, proposal, frames, taken, review.events.get(proposal.index))
        taken.add(event_id)
        stamped = {"source_id": source["source_id"], "decided_by": by, "decided_on": day}
        claims = claim_rows(said, event_id, frames.claim, stamped)
        made += claims
        decided += _choices(claims, proposal)
    return Made(tables_of(made, source, frames), tuple(decided))


def claim_rows(
    said: Sequence[Said], event_id: str, claims: pl.DataFrame, stamp: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Rows of `claim` for an event. One that this source has made before, word for word, is not made again."""
    own = claims.filter(pl.col("subject_kind") == SubjectKind.EVENT.value, pl.col("subject_id") == event_id)
    last = dict(own.group_by("field").agg(ordinal(pl.col("claim_id")).max()).iter_rows())
    before = set(own.filter(pl.col("source_id") == stamp["source_id"]).select("field", "value", "stated").iter_rows())
    stands = own.filter(pl.col("status") != ClaimStatus.REJECTED.value)
    rows = []
    for one in said:
        if (one.field, one.value, one.stated) in before:
            continue
        last[one.field] = (last.get(one.field) or 0) + 1
        others = stands.filter(pl.col("field") == one.field)
        rows.append(
            {
                "claim_id": f"{event_id}/{one.field}/{last[one.field]:02d}/{stamp['source_id']}",
                "subject_kind": SubjectKind.EVENT.value,
                "subject_id": event_id,
                "field": one.field,
                "value": one.value,
                "stated": one.stated,
                "qualifier": one.qualifier,
                "span_start": one.span and one.span[0],
                "span_end": one.span and one.span[1],
                "status": (one.status or _status(one, others)).value,
                "reason": one.reason,
                **stamp,
            }
        )
    return rows


def tables_of(
    claims: Sequence[Mapping[str, Any]], source: Mapping[str, Any], frames: Frames
) -> dict[str, pl.DataFrame]:
    """`source`, `claim`, and the events that the claims touch from all that is said of them; nothing for no claim."""
    if not claims:
        return {}
    fresh = contract.frame("claim", claims)
    return {"source": contract.frame("source", [source]), **event_tables(fresh, frames)}


def event_tables(claims: pl.DataFrame, frames: Frames) -> dict[str, pl.DataFrame]:
    """`claim`, `event` and `event_region`: these claims, and the events they touch from all that is said of them."""
    touched = claims.filter(pl.col("subject_kind") == SubjectKind.EVENT.value)["subject_id"].unique()
    others = frames.claim.filter(
        pl.col("subject_kind") == SubjectKind.EVENT.value, pl.col("subject_id").is_in(touched.implode())
    ).drop("batch_id")
    every = pl.concat([claims, others.join(claims, on="claim_id", how="anti")])
    simulated = frames.source.filter("is_simulated")["source_id"]
    return {"claim": claims, **events_from_claims(every, simulated)}


def _unsaid(proposed: FieldProposal, decisions: Mapping[str, Decision]) -> Decision | None:
    """What follows from the organiser goes with it, unless a person put another organiser there."""
    organiser = decisions.get("organiser_region_code"), decisions.get("opd")
    corrected = any(one is not None and one.choice is not Choice.ACCEPT for one in organiser)
    return Decision(Choice.ACCEPT) if proposed.field in DERIVED and not corrected else None


def _of_field(proposed: FieldProposal, decision: Decision | None) -> Iterator[Said]:
    if decision is None:
        return
    span = proposed.spans[0] if proposed.spans else None
    printed = Said(proposed.field, proposed.value, proposed.stated, proposed.qualifier, span, reason=proposed.reason)
    others = [replace(printed, value=other.value, reason=other.reason) for other in proposed.others]
    match decision.choice:
        case Choice.ACCEPT:
            yield replace(printed, reason=decision.reason or proposed.reason)
            yield from _refused(others, decision.reason)
        case Choice.CORRECT:
            chosen = next((other for other in others if other.value == decision.value), None)
            reason = decision.reason or (chosen.reason if chosen else None) or CORRECTED
            qualifier = DateStatus.CORRECTED.value if proposed.field == "date" else None
            yield replace(printed, value=decision.value, qualifier=qualifier, reason=reason)
            if others:  # what the document prints stays visible where the document itself disputes it
                yield from _refused([printed, *(other for other in others if other is not chosen)], reason)
        case Choice.REJECT if decision.reason:
            yield replace(printed, status=ClaimStatus.REJECTED, reason=decision.reason)
        case Choice.LEAVE_OPEN if others:
            yield from (replace(one, status=ClaimStatus.OPEN) for one in (printed, *others))
        case Choice.LEAVE_OPEN:
            yield printed
        case _:
            return


def _refused(said: Sequence[Said], reason: str | None) -> Iterator[Said]:
    yield from (replace(one, status=ClaimStatus.REJECTED, reason=reason or OTHERWISE) for one in said)


def completed(said: list[Said], decisions: Mapping[str, Decision], opd: pl.DataFrame) -> tuple[Said, ...]:
    """With what follows from an organiser or unit that a person put there."""
    told = {one.field: one.value for one in said if one.status is not ClaimStatus.REJECTED}
    region, unit = told.get("organiser_region_code"), told.get("opd")
    follows: dict[str, str | None] = {}
    if "organiser_kind" not in told:
        follows["organiser_kind"] = (OrganiserKind.OPD if unit else OrganiserKind.PEMDA).value
    kind = told.get("organiser_kind") or follows["organiser_kind"]
    if "level" not in told:
        levels = {OrganiserKind.OPD: "opd", OrganiserKind.VERTIKAL: "vertikal", OrganiserKind.NASIONAL: "nasional"}
        follows["level"] = levels.get(OrganiserKind(str(kind))) or (register.region(region).level if region else None)
    if unit and region and "opd_id" not in told and "opd_id" not in decisions:
        follows["opd_id"] = known_unit(unit, region, opd)
    added = [Said(name, value, reason=FOLLOWS) for name, value in follows.items() if value and name not in decisions]
    order = list(FIELDS)
    return tuple(sorted([*said, *added], key=lambda one: order.index(one.field)))


def _event_id(said: Sequence[Said], proposal: Proposal, frames: Frames, taken: set[str], chosen: str | None) -> str:
    """Where the event goes by its decided values. Raises BadInput where it lacks what it needs."""
    values: dict[str, str | None] = {}
    for one in said:
        if one.status is not ClaimStatus.REJECTED:
            values.setdefault(one.field, one.value)
    others = [one.value for one in said if one.field == "date" and one.status is ClaimStatus.OPEN and one.value]
    possible = candidates(values, others, frames.event)
    likely = next((one.event_id for one in possible if one.is_likely), None)
    known = set(frames.event["event_id"])
    event_id = place(values, likely, known, taken, chosen)
    missing = [name for name in NEEDED if not values.get(name)] if event_id not in known else []
    if event_id is None or missing:
        raise BadInput(
            N_("Ceremony {number} cannot be saved: its organiser or what was done is not settled."),
            next_step=N_("Choose the region or unit that organised it, and the activity."),
            number=proposal.index + 1,
        )
    return event_id


def _status(one: Said, others: pl.DataFrame) -> ClaimStatus:
    """Open where it contradicts what stands, or joins values of which none was accepted yet."""
    found = standing(FIELDS[one.field], one.value, others["value"].to_list())
    waits = not others.is_empty() and ClaimStatus.ACCEPTED.value not in others["status"]
    return ClaimStatus.OPEN if waits or found is Standing.DIFFERS else ClaimStatus.ACCEPTED


def _choices(claims: Sequence[Mapping[str, Any]], proposal: Proposal) -> Iterator[Decided]:
    """What was decided between the values that the document itself puts against each other."""
    for field in (each.field for each in proposal.fields if each.others):
        own = [claim for claim in claims if claim["field"] == field]
        rejected = next((claim for claim in own if claim["status"] == ClaimStatus.REJECTED.value), None)
        kept = next((claim["claim_id"] for claim in own if claim["status"] != ClaimStatus.REJECTED.value), None)
        if rejected is not None:
            kind = SubjectKind.EVENT.value
            yield Decided(kind, rejected["subject_id"], field, kept, str(rejected["reason"]))
