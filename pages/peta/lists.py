"""What is listed beside the map: events that no region on it counts, and the best sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import polars as pl

from briefings.maps.rows import counts, is_tally
from indicators import ALL_KINDS, Scope, events_in
from pages import ui
from pages.context import Context
from pages.wilayah.events import EventRow, event_rows
from warehouse.frames import Frames
from warehouse.vocabulary import Role

MOST = 3
"""Entries of a list under the map; the rest is one link away, because every change of a filter sends them again."""


@dataclass(frozen=True, slots=True)
class EventList:
    """Events beside the map: the newest few, how many there are in all, and the page with all of them."""

    rows: tuple[EventRow, ...]
    total: int
    href: str


def own(context: Context, events: pl.DataFrame) -> EventList:
    """Of the events those of provinces alone: no kabupaten or kota organised them or took part."""
    of_provinces = pl.col("region_codes").list.eval(pl.element().str.len_chars() == 2).list.all()
    return _listed(context, event_rows(context, events.filter(of_provinces)))


def aside(context: Context) -> EventList:
    """Events of central offices, election bodies and the nation in the region shown; what was only held there too."""
    scope = replace(context.scope(context.filters.province), organiser_kind=ALL_KINDS)
    anywhere = events_in(context.frames, scope, roles=tuple(role.value for role in Role))
    return _listed(context, [row for row in event_rows(context, anywhere) if row.aside])


def _listed(context: Context, rows: Sequence[EventRow]) -> EventList:
    return EventList(tuple(rows[:MOST]), len(rows), context.link("linimasa"))


def used(context: Context, indicator: str, scope: Scope) -> pl.Series:
    """The source_ids behind a map of this scope; may repeat, may hold null."""
    if is_tally(indicator):
        return counts(context.frames, scope)["source_id"]
    return events_in(context.frames, replace(scope, level=None))["source_ids"].explode()


def sources(frames: Frames, used: pl.Series, first: Sequence[str]) -> list[ui.SourceItem]:
    """The sources named `first`, then those `used` (source_id, may repeat), best grade first, then newest."""
    used = used.drop_nulls().unique()
    known = frames.source.with_columns(is_first=pl.col("source_id").is_in(first))
    rows = known.filter(pl.col("is_first") | pl.col("source_id").is_in(used.implode())).sort(
        "is_first", "grade", "published_on", "source_id", descending=[True, False, True, False], nulls_last=True
    )
    return [
        ui.SourceItem(
            row["title"] or row["url"] or row["publisher"],
            row["publisher"],
            row["grade"],
            row["url"],
            row["published_on"],
        )
        for row in rows.to_dicts()
    ]
