"""The values of a review: what is proposed of a ceremony, what a person decided, and what contradicts what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from etl.extract.values import Document, Extraction, ProposedEvent, Span
from etl.reconcile import Standing
from warehouse.vocabulary import Grade, SourceKind


class Choice(StrEnum):
    """What a person says of a field. `LEAVE_OPEN`: all its values stay, and the contradiction waits (only where there
    are several)."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    LEAVE_OPEN = "leave_open"


@dataclass(frozen=True, slots=True)
class Other:
    """Another value that may have been meant, canonical, and why: a sentence in Indonesian, as claims keep it."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class FieldProposal:
    """One field of a proposed ceremony as the claim that it would become.

    `field` is a key of `etl.reconcile.FIELDS`, `value` its canonical text (null: a count of which only the words are
    known), `stated` the quote, null where the value follows from other fields (`reason` says how); `spans` are its
    places in the document's text. `others`: what else may have been meant, then the field is disputed in the text.
    `agreeing` and `against` are the ids of the store's claims that it repeats and that it contradicts.
    """

    field: str
    value: str | None
    stated: str | None
    qualifier: str | None
    spans: tuple[Span, ...]
    reason: str | None = None
    others: tuple[Other, ...] = ()
    standing: Standing = Standing.NEW
    agreeing: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Because(StrEnum):
    """Why a ceremony of the store may be the one proposed: always the same organiser and election, and then this."""

    DAYS = "days"
    OTHER_DAY = "other_day"
    NEAR_DAYS = "near_days"
    PLACE = "place"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A ceremony of the store that may be the one proposed. `is_likely`: it is taken for it unless a person says no."""

    event_id: str
    because: Because
    is_likely: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A known document with nearly the same text: a source of the store, or one that waits (`review_id`).

    `likeness`: the share of the shorter text that stands in the other one too, 0..1, an estimate.
    """

    likeness: float
    source_id: str | None = None
    review_id: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One ceremony of a document beside what the store knows. `event_id`: the one it would be put under, of the store
    where `is_known`, else new; null = its organiser must be chosen first. `copies`: best first."""

    index: int
    event: ProposedEvent
    event_id: str | None
    is_known: bool
    candidates: tuple[Candidate, ...]
    fields: tuple[FieldProposal, ...]
    copies: tuple[Copy, ...] = ()

    def field(self, name: str) -> FieldProposal | None:
        """The proposal for a field; null = the document does not speak of it."""
        return next((each for each in self.fields if each.field == name), None)


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What goes on record of a document: its row in `source`. `url` null = not given; `grade` C or D."""

    kind: SourceKind
    grade: Grade
    publisher: str
    title: str | None = None
    url: str | None = None
    published_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on one field. `value`: canonical, of a correction only; `reason`: theirs, null = none."""

    choice: Choice
    value: str | None = None
    reason: str | None = None


NEW_EVENT = "+"
"""Where a person says that a proposed ceremony is none of those that the store knows."""


@dataclass(frozen=True, slots=True)
class Review:
    """A document that waits for a person, with what was decided so far: by place of the event in the extraction and
    field. `events` says which ceremony of the store an event is (an event_id, or NEW_EVENT); not in it = as proposed.
    `review_id` null = not in the queue."""

    extraction: Extraction
    source: SourceFacts
    review_id: str | None = None
    put_by: str | None = None
    put_at: dt.datetime | None = None
    decisions: Mapping[tuple[int, str], Decision] = field(default_factory=dict)
    events: Mapping[int, str] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """The document under review."""
        return self.extraction.document


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a contradiction with its source. `voice` is the first release of a chain of copies."""

    claim_id: str
    value: str | None
    stated: str | None
    qualifier: str | None
    status: str
    reason: str | None
    decided_by: str | None
    decided_on: dt.date | None
    source_id: str
    publisher: str
    url: str | None
    published_on: dt.date | None
    grade: str
    voice: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field that sources contradict each other in; `is_open`: it waits for a person. `sides`: all claims of the field
    in the order in which they came. `indicators` are names of `ikrar query` that rest on the field, `pages` their
    url paths."""

    subject_kind: str
    subject_id: str
    field: str
    is_open: bool
    sides: tuple[Side, ...]
    indicators: tuple[str, ...]
    pages: tuple[str, ...]
