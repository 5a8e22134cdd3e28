"""What a person's decisions on one proposed ceremony say, claim by claim. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import polars as pl

from etl.reconcile import FIELDS
from etl.review.claims import Said
from etl.review.stated import DERIVED, FOLLOWS, known_unit
from etl.review.values import Choice, Decision, FieldProposal, Proposal
from geo import register
from warehouse.vocabulary import ClaimStatus, DateStatus, OrganiserKind

CORRECTED = "Dikoreksi saat ditinjau."
OTHERWISE = "Saat ditinjau, nilai lain yang dipilih."
_TAKEN = {Choice.ACCEPT, Choice.CORRECT, Choice.LEAVE_OPEN}


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
