"""One ceremony in full: each field with its accepted value, and every claim about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from briefings.ceremonies.rows import date_words, people
from etl.reconcile import FIELDS
from i18n import Text
from indicators import ALL_KINDS, Scope, events_in
from indicators.scope import ALL_CAMPAIGNS
from indicators.words import listed
from pages.context import Context
from pages.ui import SourceItem
from pages.wilayah.claims import FieldView, fields, source_items
from pages.wilayah.events import EventRow, event_rows
from warehouse.vocabulary import ClaimStatus, SubjectKind


@dataclass(frozen=True, slots=True)
class FieldInFull:
    """A field of the ceremony: `value` is what enters figures, `note` how it is qualified; then all claims."""

    value: str
    note: str | None
    claims: FieldView


@dataclass(frozen=True, slots=True)
class CeremonyView:
    """The ceremony's page. `corrections`: for each field with a rejected value, what was printed and why it gave way.

    `up` leads to its region's page: (name, address).
    """

    row: EventRow
    up: tuple[str, str]
    lead: str
    corrections: tuple[str, ...]
    fields: tuple[FieldInFull, ...]
    sources: tuple[SourceItem, ...]


def ceremony(context: Context, event_id: str) -> CeremonyView | None:
    """The ceremony; null = there is none of that id. The page's filters do not hide it."""
    t, frames = context.t, context.frames
    everything = events_in(frames, Scope(campaign=ALL_CAMPAIGNS, organiser_kind=ALL_KINDS))
    found = everything.filter(pl.col("event_id") == event_id)
    if found.is_empty():
        return None
    event, row = found.to_dicts()[0], event_rows(context, found)[0]
    is_its = (pl.col("subject_kind") == SubjectKind.EVENT) & (pl.col("subject_id") == event_id)
    claims = frames.claim.filter(is_its)
    views = fields(frames, claims, t)
    items = source_items(frames)
    code = event["organiser_region_code"]
    names = dict(frames.region.select("code", "name").iter_rows())
    return CeremonyView(
        row=row,
        up=(names.get(code, "Indonesia"), context.link("wilayah", wilayah=code)),
        lead=_lead(row, claims["source_id"].n_unique(), t),
        corrections=tuple(_correction(view, event, t) for view in views if _is_corrected(view)),
        fields=tuple(_in_full(view, event, row, t) for view in views),
        sources=tuple(items[source] for source in claims["source_id"].unique(maintain_order=True)),
    )


def _lead(row: EventRow, documents: int, t: Text) -> str:
    """How well it is known: documents, and how many of them are independent."""
    read = t.n("{count} source", "{count} sources", documents)
    if row.sources == documents:
        return t("Read from {sources}.", sources=read)
    voices = t.n("{count} independent voice", "{count} independent voices", row.sources)
    return t("Read from {sources}, {voices}: copies of one release count once.", sources=read, voices=voices)


def _is_corrected(view: FieldView) -> bool:
    return view.contested and not view.open and any(s.status == ClaimStatus.REJECTED for s in view.statements)


def _correction(view: FieldView, event: Mapping[str, Any], t: Text) -> str:
    """What was printed, what is used instead, and the reason."""
    rejected = next(one for one in view.statements if one.status == ClaimStatus.REJECTED)
    stated = next((voice.stated for voice in rejected.voices if voice.stated), rejected.value)
    return t(
        "{field}: “{stated}” ({publisher}) is not used; {value} is. {reason}",
        field=view.label,
        stated=stated,
        publisher=listed([voice.source.publisher for voice in rejected.voices], t),
        value=_value(view, event, t),
        reason=" ".join(rejected.reasons),
    )


def _in_full(view: FieldView, event: Mapping[str, Any], row: EventRow, t: Text) -> FieldInFull:
    return FieldInFull(_value(view, event, t), row.date_note if view.field == "date" else None, view)


def _value(view: FieldView, event: Mapping[str, Any], t: Text) -> str:
    """The value that enters figures: all accepted ones where they add up (`etl.reconcile`), else the first."""
    if view.field == "date":
        return date_words(event, t)
    if view.field in ("participants", "signers"):
        return people(event, view.field, t) or t("not known")
    accepted = [statement.value for statement in view.statements if statement.status == ClaimStatus.ACCEPTED]
    adds_up = view.field in FIELDS and FIELDS[view.field].joined
    return "; ".join(dict.fromkeys(accepted if adds_up else accepted[:1])) or t("not known")
