"""What an article says beside what the store knows. Pure: an extraction and frames in, proposals out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import polars as pl

from etl.extract.values import Extraction
from etl.reconcile import FIELDS, Standing, compatible, in_order, standing
from etl.review.copies import Kept, copies_of
from etl.review.known import candidates, new_event_id
from etl.review.stated import fields_of
from etl.review.values import NEW_EVENT, FieldProposal, Proposal
from warehouse.frames import Frames
from warehouse.vocabulary import ClaimStatus, SubjectKind


def propose(
    extraction: Extraction, frames: Frames, kept: Sequence[Kept] = (), chosen: Mapping[int, str] | None = None
) -> tuple[Proposal, ...]:
    """One proposal a ceremony of the article, in its order.

    `kept`: signatures of known documents, to find copies. `chosen`: which ceremony of the store a person says that an
    event is, by its place; NEW_EVENT = none of them.
    """
    document = extraction.document
    copies = copies_of(document.text, document.sha256, kept)
    known = set(frames.event["event_id"])
    taken: set[str] = set()
    found = []
    for index, event in enumerate(extraction.events):
        fields = fields_of(event, document.text, frames.opd)
        values = {each.field: each.value for each in fields}
        others = [other.value for each in fields for other in each.others]
        possible = candidates(values, others, frames.event)
        likely = next((one.event_id for one in possible if one.is_likely), None)
        event_id = place(values, likely, known, taken, (chosen or {}).get(index))
        if event_id is not None:
            taken.add(event_id)
        beside = against(fields, event_id, frames.claim)
        found.append(Proposal(index, event, event_id, event_id in known, possible, beside, copies))
    return tuple(found)


def place(
    values: Mapping[str, str | None],
    likely: str | None,
    known: Collection[str],
    taken: Collection[str],
    chosen: str | None = None,
) -> str | None:
    """The event_id that a ceremony goes under: the chosen one, else the likely one unless another ceremony of the same
    article took it, else a new one (null: it has no organiser yet)."""
    if chosen is not None and chosen != NEW_EVENT:
        return chosen
    if chosen is None and likely is not None and likely not in taken:
        return likely
    return new_event_id(values, {*known, *taken})


def against(fields: Sequence[FieldProposal], event_id: str | None, claims: pl.DataFrame) -> tuple[FieldProposal, ...]:
    """The fields with what they are beside the claims that stand of this event: accepted ones and open ones."""
    stands = in_order(
        claims.filter(
            pl.col("subject_kind") == SubjectKind.EVENT.value,
            pl.col("subject_id") == pl.lit(event_id, dtype=pl.String),
            pl.col("status") != ClaimStatus.REJECTED.value,
        )
    )
    by_field: dict[str, list[tuple[str, str | None]]] = {}
    for name, claim_id, value in stands.select("field", "claim_id", "value").iter_rows():
        by_field.setdefault(name, []).append((claim_id, value))
    return tuple(_beside(each, by_field.get(each.field, [])) for each in fields)


def _beside(proposed: FieldProposal, claims: Sequence[tuple[str, str | None]]) -> FieldProposal:
    field, value = FIELDS[proposed.field], proposed.value
    differing = {
        claim_id
        for claim_id, other in claims
        if value is not None and other is not None and not compatible(field, [value, other])
    }
    found = standing(field, value, [other for _, other in claims])
    agreeing = () if found is Standing.NEW else tuple(one for one, _ in claims if one not in differing)
    return replace(
        proposed,
        standing=found,
        agreeing=agreeing,
        against=tuple(one for one, _ in claims if one in differing),
    )
