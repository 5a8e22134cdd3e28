"""What extracting gives: proposed events with the words that prove each field, and what contradicts itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from warehouse.vocabulary import Activity, DatePrecision, DateStatus, EventLevel, Mode, OrganiserKind, Qualifier

Span = tuple[int, int]
"""First code point and the one after the last, in the document's text."""

ConflictKind = Literal[
    "weekday", "relative_date", "publication", "ordinal", "scope", "count", "legal_citation", "source"
]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another day that may have been meant, and why: a message id with its values."""

    date: dt.date
    because: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventDate:
    """The day or days as printed; `disputed` where something contradicts them, with what else is possible."""

    low: dt.date
    high: dt.date
    precision: DatePrecision
    stated: str
    status: DateStatus
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """A count of people as bounds. `low` null = unknown, `high` null = no upper limit."""

    low: int | None
    high: int | None
    stated: str
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """One ceremony that the document tells of. A field that the text does not give is null; `evidence` has spans for
    each that is given (but `level` and `organiser_kind`, which follow from the region or the unit)."""

    activity: tuple[Activity, ...]
    level: EventLevel | None
    region_codes: tuple[str, ...]
    organiser_kind: OrganiserKind
    place_region_code: str | None = None
    opd: str | None = None
    instruction_number: str | None = None
    instruction_date: dt.date | None = None
    tiers: tuple[str, ...] = ()
    date: EventDate | None = None
    venue: str | None = None
    mode: Mode | None = None
    led_by: str | None = None
    read_by: str | None = None
    witnesses: tuple[str, ...] = ()
    participants: People | None = None
    signers: People | None = None
    points: tuple[int, ...] = ()
    points_stated: int | None = None
    legal_basis: tuple[str, ...] = ()
    campaign: str | None = None
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words that contradict each other, the calendar or the law. `message` is a message id with its `values`;
    `alternative` what an anchor of the text settles, null = nothing does."""

    kind: ConflictKind
    fields: tuple[str, ...]
    message: str
    evidence: tuple[Span, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    alternative: str | None = None


PartKind = Literal["headline", "dateline", "paragraph", "caption", "published"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the document: headline, dateline, paragraph, caption or publication line. Parts are in the order of
    the text and never overlap."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """An article as text. `error`: why nothing could be read and what to do (a message id whose places `error_values`
    fill; text is then "")."""

    path: str
    sha256: str
    text: str
    parts: tuple[Part, ...]
    publisher: str | None = None
    published_on: dt.date | None = None
    language: str | None = None
    error: str | None = None
    error_values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document, the ceremonies it tells of in the order of the text, and its contradictions."""

    document: Document
    events: tuple[ProposedEvent, ...]
    conflicts: tuple[Conflict, ...]
