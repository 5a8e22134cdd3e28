"""A review becomes rows: one batch, one snapshot. Before that nothing of it counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from catalogue.uploads import Upload
from etl.review.claims import tables_of
from etl.review.copies import Kept, signature_of
from etl.review.made import MadeEvent, events_of
from etl.review.propose import propose
from etl.review.queue import Reviews
from etl.review.sources import Signatures, source_id_of, source_row
from etl.review.values import Choice, Decision, Proposal, Review
from i18n import N_, BadInput, NotFound
from indicators.evidence.ceremonies import voices
from warehouse.frames import Frames
from warehouse.store import Loaded, Store

KIND = "review"
"""The kind of the batches that come of reviews, of settled contradictions and of ceremonies entered by hand."""

LACKING = N_("Ceremony {number} cannot be saved: its organiser or what was done is not settled.")
LACKING_NEXT = N_("Choose the region or unit that organised it, and the activity.")


def proposals(store: Store, review: Review, frames: Frames | None = None) -> tuple[Proposal, ...]:
    """What the review's document says beside the store as it stands (`frames`: as of a snapshot), copies included."""
    known = frames or store.frames()
    kept = (*Signatures(store.path).all(), *Reviews(store.path).kept())
    return propose(review.extraction, known, _on_record(kept, known, review), review.events)


def accepted_as_proposed(review: Review, found: Iterable[Proposal]) -> Review:
    """The review with every field of these proposals accepted, disputed ones left open, but where a person decided
    already."""
    given = {
        (each.index, one.field): Decision(Choice.LEAVE_OPEN if one.others else Choice.ACCEPT)
        for each in found
        for one in each.fields
    }
    return replace(review, decisions={**given, **review.decisions})


@dataclass(frozen=True, slots=True)
class Ready:
    """A review as it would be saved now: its ceremonies of which something was accepted, the document's row in
    `source`, and the snapshot that it was compared with."""

    review: Review
    events: tuple[MadeEvent, ...]
    source: Mapping[str, Any]
    frames: Frames


def ready(store: Store, review: Review, *, by: str, now: dt.datetime, upon: int | None = None) -> Ready:
    """What confirming the review now would come to; writes nothing. `upon`: the snapshot, null = the newest."""
    frames = store.frames(upon)
    found = proposals(store, review, frames)
    sha256 = review.document.sha256
    source_id = known_source(frames, sha256) or source_id_of(review.source, sha256)
    stamp = {"decided_by": by, "decided_on": now.date()}
    source = source_row(review.source, source_id, sha256, now=now, syndicated_from=_first_release(found, frames))
    return Ready(review, events_of(review, found, frames, source_id, stamp), source, frames)


def confirm(store: Store, review: Review, *, by: str, now: dt.datetime, upon: int | None = None) -> Loaded:
    """Save what was accepted and corrected, as one batch, and let the document go from the queue.

    `upon`: the snapshot that the person saw it beside; null = the newest. Raises BadInput where nothing was accepted
    or an event lacks its organiser, and what `Store.load` raises: Conflict, where other data was saved since.
    """
    found = ready(store, review, by=by, now=now, upon=upon)
    lacking = next((each for each in found.events if each.event_id is None), None)
    if lacking is not None:
        raise BadInput(LACKING, next_step=LACKING_NEXT, number=lacking.index + 1)
    if not found.events:
        raise BadInput(
            N_("Nothing of this article was accepted."),
            next_step=N_("Accept or correct at least one field, or discard the article."),
        )
    loaded = save(store, found, by=by, now=now)
    if review.review_id is not None:
        _let_go(Reviews(store.path), review.review_id)
    return loaded


def save(store: Store, found: Ready, *, by: str, now: dt.datetime, upload: Upload | None = None) -> Loaded:
    """Load the ceremonies that can be saved, as one batch. `upload`: the file as it was received. Raises like
    `Store.load`."""
    document, facts = found.review.document, found.review.source
    claims = [claim for each in found.events for claim in each.claims]
    source_id = str(found.source["source_id"])
    Signatures(store.path).keep(signature_of(document.text), document.sha256, source_id)
    return store.load(
        new_source_only(tables_of(claims, found.source, found.frames), found.frames),
        kind=KIND,
        name=facts.title or facts.publisher,
        by=by,
        content_sha256=document.sha256,
        now=now,
        decided=[one for each in found.events for one in each.decided],
        upload=upload,
        upon=found.frames.snapshot.number,
    )


def known_source(frames: Frames, sha256: str) -> str | None:
    """The source that this very file is on record as; null = none."""
    found = frames.source.filter(pl.col("sha256") == sha256)["source_id"]
    return str(found[0]) if len(found) else None


def _on_record(kept: Sequence[Kept], frames: Frames, review: Review) -> tuple[Kept, ...]:
    """Those of documents whose source the store has, and of others that wait."""
    sources = set(frames.source["source_id"])
    return tuple(
        one for one in kept if (one.source_id in sources if one.source_id else one.review_id != review.review_id)
    )


def _first_release(found: tuple[Proposal, ...], frames: Frames) -> str | None:
    """The first release of the chain that the document copies; null = it copies nothing on record."""
    copied = next((copy.source_id for each in found for copy in each.copies if copy.source_id), None)
    if copied is None:
        return None
    first = voices(frames.source).filter(pl.col("source_id") == copied)["voice"]
    return str(first[0])


def new_source_only(tables: Mapping[str, pl.DataFrame], frames: Frames) -> dict[str, pl.DataFrame]:
    """The tables without a source that is on record already: what is known of it stays as it is."""
    return {
        name: rows.join(frames.source, on="source_id", how="anti") if name == "source" else rows
        for name, rows in tables.items()
    }


def _let_go(reviews: Reviews, review_id: str) -> None:
    try:
        reviews.discard(review_id)
    except NotFound:  # somebody discarded it meanwhile; what was confirmed is saved
        return
