"""A ceremony that a person types in, with a photo or a letter as evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from etl.reconcile import FIELDS, Kind, is_value
from etl.review.attachments import Attachments
from etl.review.claims import Said, claim_rows, tables_of
from etl.review.confirm import KIND, LACKING_NEXT, known_source, new_source_only
from etl.review.decided import completed
from etl.review.made import event_of
from etl.review.sources import source_id_of, source_row
from etl.review.values import SourceFacts
from i18n import N_, BadInput
from warehouse.store import Loaded, Store
from warehouse.vocabulary import DateStatus, Grade, Qualifier, SourceKind


class Evidence(StrEnum):
    """What the attachment is. A letter, minutes or signed board of an office is grade C; a photo, of which nobody but
    the person who typed says what it shows, is grade D."""

    LETTER = "letter"
    PHOTO = "photo"

    @property
    def grade(self) -> Grade:
        """The grade of this kind of evidence."""
        return Grade.C if self is Evidence.LETTER else Grade.D


@dataclass(frozen=True, slots=True)
class Typed:
    """A field as typed in: canonical `value`, and for a count or date how the evidence prints it. `qualifier` null =
    exact for a count, stated for a date."""

    value: str | None
    stated: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class ByHand:
    """The evidence: its bytes, what it is, the office it comes from, and what a reader should know of it."""

    data: bytes
    evidence: Evidence
    publisher: str
    title: str | None = None
    dated: dt.date | None = None


def enter(store: Store, fields: Mapping[str, Typed], attachment: ByHand, *, by: str, now: dt.datetime) -> Loaded:
    """Save a ceremony that a person typed in: attachment kept, source, claims and event as one batch.

    `fields`: by key of `etl.reconcile.FIELDS`. They are said of the known ceremony that is likely the same, else of a
    new one. Raises BadInput for a value that its field cannot hold, for a ceremony without activity or organiser, and
    for an attachment that is none.
    """
    said = completed([_said(name, one) for name, one in fields.items()], {}, store.table("opd"))
    frames = store.frames()
    target = event_of(said, frames, set(), None)
    if target is None:
        raise BadInput(
            N_("The ceremony cannot be saved: its organiser or what was done is missing."),
            next_step=LACKING_NEXT,
        )
    kept = Attachments(store.path).keep(attachment.data)
    facts = SourceFacts(
        SourceKind.LETTER if attachment.evidence is Evidence.LETTER else SourceKind.REPORT,
        attachment.evidence.grade,
        attachment.publisher,
        attachment.title,
        published_on=attachment.dated,
    )
    source_id = known_source(frames, kept.sha256) or source_id_of(facts, kept.sha256)
    source = source_row(facts, source_id, kept.sha256, now=now, syndicated_from=None)
    stamp = {"source_id": source_id, "decided_by": by, "decided_on": now.date()}
    return store.load(
        new_source_only(tables_of(claim_rows(said, target, frames.claim, stamp), source, frames), frames),
        kind=KIND,
        name=attachment.title or target,
        by=by,
        content_sha256=kept.sha256,
        now=now,
        upon=frames.snapshot.number,
    )


def _said(name: str, typed: Typed) -> Said:
    field = FIELDS.get(name)
    is_count = field is not None and field.kind is Kind.COUNT
    silent = typed.value is None and not (is_count and typed.stated)
    if field is None or silent or (typed.value is not None and not is_value(field, typed.value)):
        raise BadInput(
            N_("“{value}” is no value of this field."),
            next_step=N_("Write it like this: {example}"),
            where=name,
            value=typed.value or "",
            example=field.example if field else "",
        )
    usual = {Kind.COUNT: Qualifier.EXACT.value, Kind.DAYS: DateStatus.STATED.value}.get(field.kind)
    stated = typed.stated or (typed.value if usual else None)
    return Said(name, typed.value, stated, typed.qualifier or usual)
