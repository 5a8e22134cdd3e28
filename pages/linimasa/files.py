"""The timeline as files: each election's chart, and the curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from briefings.ceremonies.picture import picture
from briefings.finding import Query
from briefings.picture import Picture
from briefings.sources import source_line, source_notes
from charts import theme
from charts.cumulative import cumulative
from indicators import events_in
from indicators.scope import ALL_KINDS
from pages.context import Context
from pages.linimasa.model import View

_COUNT: Final = "documented_events"


def panel_picture(view: View, place: int, context: Context) -> Picture:
    """The chart of an election, as the page draws it or, where it has more rows than a picture, in columns."""
    panel, scope = view.panels[place], context.scope(context.filters.province)
    election = panel.campaign_id
    return picture(
        panel,
        context.t,
        name=f"linimasa-{election or 'lain'}",
        title=f"{panel.heading}. {panel.lead}".strip(),
        source=_source(context, [row.event_id for row in view.events if row.low and row.campaign_id == election]),
        queries=(Query(_COUNT, replace(scope, campaign=election or scope.campaign)),),
    )


def curve_picture(view: View, context: Context) -> Picture:
    """How many kabupaten and kota had a first ceremony by which day."""
    t = context.t
    return Picture(
        name="linimasa-kurva",
        title=f"{view.curve_heading}.",
        drawing=cumulative(view.curve, t),
        source=_source(context, [row.event_id for row in view.events if row.low and not row.aside]),
        key=(
            (theme.ACCENT, t("Surely by that day")),
            (theme.ACCENT_SOFT, t("That day is known within days only")),
        ),
        queries=(Query(_COUNT, context.scope(context.filters.province, "kabupaten")),),
    )


def _source(context: Context, event_ids: Sequence[str]) -> str:
    scope = replace(context.scope(context.filters.province), organiser_kind=ALL_KINDS)
    found = events_in(context.frames, scope).filter(pl.col("event_id").is_in(list(event_ids)))
    notes = source_notes(context.frames, found["source_ids"].explode().drop_nulls())
    return source_line(notes, context.t)
