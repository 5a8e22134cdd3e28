"""Claims as rows, and the events that follow from them. Pure.

Claims are only ever added: what the store says stays as it is. A claim that contradicts one that stands is open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from etl.reconcile import FIELDS, Standing, events_from_claims, ordinal, standing
from warehouse import contract
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, SubjectKind


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


def _status(one: Said, others: pl.DataFrame) -> ClaimStatus:
    """Open where it contradicts what stands, or joins values of which none was accepted yet."""
    found = standing(FIELDS[one.field], one.value, others["value"].to_list())
    waits = not others.is_empty() and ClaimStatus.ACCEPTED.value not in others["status"]
    return ClaimStatus.OPEN if waits or found is Standing.DIFFERS else ClaimStatus.ACCEPTED
