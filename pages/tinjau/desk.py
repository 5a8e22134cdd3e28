"""The effects behind the page: articles read and kept while they wait, decisions, what is put on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from etl.cli.console import DATA
from etl.extract import extract
from etl.extract.known import known_campaigns, known_regulations
from etl.extract.values import Document, Extraction
from etl.review import (
    ByHand,
    Decision,
    Proposal,
    Review,
    Reviews,
    SourceFacts,
    Typed,
    confirm,
    enter,
    proposals,
)
from etl.sources.articles import from_text, read
from pages import stores
from warehouse.frames import Frames
from warehouse.shelf import Shelf
from warehouse.store import Loaded

_EXTRACTIONS = Shelf(places=32)
_PROPOSALS = Shelf(places=16)
"""Of all sessions together; one that has gone is made anew."""


def receive_text(text: str, name: str) -> Extraction:
    """What pasted text tells of. Nothing is kept of it yet; `document.error` says why it cannot be read."""
    return _extraction(from_text(text, name))


def receive_file(data: bytes, name: str) -> Extraction:
    """What a file tells of. Nothing is kept of it yet. Raises IkrarError where no file can be read here."""
    return _extraction(read(data, name))


def wait(found: Extraction, by: str) -> str:
    """Let an article wait for review; its id. Raises BadInput where it cannot be kept."""
    return _reviews().put(found, by=by, now=_now())


def waiting() -> tuple[Review, ...]:
    """The articles that wait, the newest first."""
    return _reviews().all()[::-1]


def look(review_id: str, frames: Frames) -> tuple[Review, tuple[Proposal, ...]]:
    """An article as it was decided so far, beside what the store knows. Raises NotFound for one that has gone."""
    review = _reviews().open(review_id)
    key = (stores.store_path(), review_id, frames.snapshot.number, tuple(sorted(review.events.items())))

    def make() -> tuple[Proposal, ...]:
        return proposals(stores.store(sample=False), review, frames)

    return review, _PROPOSALS.get(key, make)


def decide(review_id: str, index: int, field: str, decision: Decision | None) -> None:
    """Keep a decision on a field; null takes it back. Raises NotFound, and BadInput for a value that is none."""
    if decision is None:
        _reviews().decide(review_id, index, field, None)
    else:
        _reviews().decide(review_id, index, field, decision.choice, decision.value, reason=decision.reason)


def place(review_id: str, index: int, event_id: str | None) -> None:
    """Keep which ceremony on record an event is. Raises NotFound."""
    _reviews().place(review_id, index, event_id)


def describe(review_id: str, source: SourceFacts) -> None:
    """Keep what is known of the article as a source. Raises NotFound."""
    _reviews().describe(review_id, source)


def discard(review_id: str) -> None:
    """Let an article go; nothing of it stays. Raises NotFound."""
    _reviews().discard(review_id)


def save(review_id: str, by: str, upon: int) -> Loaded:
    """Put what was accepted on record, as seen beside the snapshot `upon`. Raises like `etl.review.confirm`."""
    return confirm(stores.store(sample=False), _reviews().open(review_id), by=by, now=_now(), upon=upon)


def put_down(fields: Mapping[str, Typed], evidence: ByHand, by: str) -> Loaded:
    """Put a ceremony that a person typed in on record. Raises like `etl.review.enter`."""
    return enter(stores.store(sample=False), fields, evidence, by=by, now=_now())


def _extraction(document: Document) -> Extraction:
    return _EXTRACTIONS.get(
        (document.sha256, document.path),
        lambda: extract(document, known_campaigns(DATA), known_regulations(DATA)),
    )


def _reviews() -> Reviews:
    return Reviews(stores.store_path())


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
