"""A person decides a contradiction: claims change their status, never their value, and undo brings it back."""

from __future__ import annotations

import datetime as dt
import hashlib

import polars as pl

from catalogue.decisions import Decided
from etl.reconcile import FIELDS, Field, Kind, compatible
from etl.review.claims import event_tables
from etl.review.confirm import KIND
from etl.review.contradictions import contradictions
from etl.review.values import Contradiction, Side
from i18n import N_, BadInput, Conflict
from warehouse.store import Loaded, Store
from warehouse.vocabulary import ClaimStatus

_OTHER_SUBJECTS = Field(Kind.WORD)
"""How values of claims that are not about an event are compared: as they stand."""


def settle(
    store: Store, contradiction: Contradiction, accepted_claim_id: str, reason: str, *, by: str, now: dt.datetime
) -> Loaded:
    """Let one claim hold. What contradicts it is rejected with the reason, what agrees with it and waited is accepted.

    The decision and its audit entry are recorded with the batch. Raises BadInput without a reason or for a claim that
    is none of its sides, Conflict where the contradiction is not as it was shown any more.
    """
    reason = " ".join(reason.split())
    chosen = next((side for side in contradiction.sides if side.claim_id == accepted_claim_id), None)
    if chosen is None or not reason:
        raise BadInput(
            N_("A contradiction is settled by one of its claims and a reason."),
            next_step=N_("Choose the claim that holds and say why."),
        )
    frames = store.frames()
    if contradiction not in contradictions(frames):
        raise Conflict(
            N_("This contradiction was decided or added to since you opened it."),
            next_step=N_("Look at it again, then decide; nothing was changed."),
        )
    field = FIELDS[contradiction.field] if contradiction.subject_kind == "event" else _OTHER_SUBJECTS
    statuses = {side.claim_id: status for side in contradiction.sides if (status := _becomes(side, chosen, field))}
    changed = (
        frames.claim.filter(pl.col("claim_id").is_in(list(statuses)))
        .drop("batch_id")
        .with_columns(
            status=pl.col("claim_id").replace_strict(statuses, return_dtype=pl.String),
            reason=pl.lit(reason),
            decided_by=pl.lit(by),
            decided_on=pl.lit(now.date()),
        )
    )
    decided = Decided(
        contradiction.subject_kind, contradiction.subject_id, contradiction.field, accepted_claim_id, reason
    )
    return store.load(
        event_tables(changed, frames),
        kind=KIND,
        name=f"{contradiction.subject_id}: {contradiction.field}",
        by=by,
        content_sha256=hashlib.sha256("\n".join([accepted_claim_id, reason]).encode()).hexdigest(),
        now=now,
        decided=[decided],
        upon=frames.snapshot.number,
    )


def _becomes(side: Side, chosen: Side, field: Field) -> str | None:
    """The status that a claim changes to; null = it stays as it is."""
    if side.claim_id == chosen.claim_id:
        return ClaimStatus.ACCEPTED.value
    if side.status == ClaimStatus.REJECTED.value:
        return None
    values = [value for value in (side.value, chosen.value) if value is not None]
    if not compatible(field, values):
        return ClaimStatus.REJECTED.value
    return ClaimStatus.ACCEPTED.value if side.status == ClaimStatus.OPEN.value else None
