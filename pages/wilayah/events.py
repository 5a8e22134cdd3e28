"""Ceremonies as rows of a page: in words, and where each is shown in full."""

from __future__ import annotations

from dataclasses import dataclass, fields

import polars as pl

from briefings.ceremonies.rows import Ceremony, ceremonies
from pages.context import Context


@dataclass(frozen=True, slots=True)
class EventRow(Ceremony):
    """One ceremony. `href` opens it."""

    href: str


def event_rows(context: Context, events: pl.DataFrame) -> tuple[EventRow, ...]:
    """The events given (rows of `indicators.events_in`), newest first, undated ones last."""
    return tuple(_row(context, found) for found in ceremonies(context.frames, events, context.t))


def _row(context: Context, found: Ceremony) -> EventRow:
    shown = {field.name: getattr(found, field.name) for field in fields(Ceremony)}
    return EventRow(**shown | {"href": context.link("wilayah", wilayah=found.organiser_code, acara=found.event_id)})
