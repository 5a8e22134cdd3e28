"""When ceremonies were held: the newest election's timeline, and all of them in a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.ceremonies.finding import Held, finding, more
from briefings.ceremonies.panels import PanelView, panels
from briefings.ceremonies.rows import ceremonies
from briefings.ceremonies.table import table
from briefings.native import month_columns
from briefings.picture import Picture
from briefings.sources import source_line, source_notes
from charts import theme
from charts.timeline import GLYPHS, timeline
from i18n import Text
from indicators import events_in
from indicators.scope import ALL_KINDS
from indicators.words import DATE_STATUSES, word


def section(asked: Asked) -> Section:
    """The ceremonies of the region over time."""
    t = asked.t
    events = events_in(asked.frames, replace(asked.scope(asked.region), organiser_kind=ALL_KINDS))
    rows = ceremonies(asked.frames, events, t)
    held = Held(asked, [row for row in rows if not row.aside], [row for row in rows if row.aside])
    found = panels(asked.frames, rows, asked.region, t)
    newest = found[0] if found else None
    sources = source_notes(asked.frames, events["source_ids"].explode().drop_nulls())
    said = finding(held)
    title = f"{newest.heading}." if newest and len(found) > 1 else said.words
    return Section(
        SectionName.LINIMASA,
        t("Timeline"),
        said,
        tuple(more(held, newest.campaign_id if newest else None)),
        _picture(held, newest, title, source_line(sources, t)) if newest else None,
        (table(rows, asked.region_names(), t),) if rows else (),
        tuple(_notes(held, newest, len(found), t)),
        sources,
    )


def _picture(held: Held, panel: PanelView, title: str, source: str) -> Picture:
    t = held.asked.t
    days = [(row.low, row.high or row.low) for row in held.rows if row.low and row.campaign_id == panel.campaign_id]
    return Picture(
        name="linimasa",
        title=title,
        drawing=timeline(panel.chart, t),
        source=source,
        key=tuple(key_of(panel, t)),
        native=month_columns(days, t("Ceremonies"), t) if days else None,
        queries=(held.number(panel.campaign_id).reference.query,),
    )


def key_of(panel: PanelView, t: Text) -> Iterator[tuple[str, str]]:
    """What colours and shapes of the timeline mean, of those that it has."""
    lanes, chart = panel.chart.lanes, panel.chart
    marks = [mark for lane in lanes for mark in lane.marks]
    shapes = [
        f"{glyph} {word(DATE_STATUSES, status, t)}"
        for status, glyph in GLYPHS.items()
        if any(mark.status == status for mark in marks)
    ]
    if any(mark.low != mark.high for mark in marks):
        shapes.append(f"●━● {t('somewhere within these days')}")
    yield theme.ACCENT, t("Date: {shapes}", shapes=", ".join(shapes))
    if any(lane.aside for lane in lanes):
        yield theme.ASIDE, t("Central and national")
    if any(phase.kind == "campaign" for phase in chart.phases):
        yield theme.PHASE, t("Campaign")


def _notes(held: Held, shown: PanelView | None, campaigns: int, t: Text) -> Iterator[str]:
    if shown is not None and campaigns > 1:
        yield t("The chart shows the newest election; the table lists every one.")
    if shown is not None and any((low.year, low.month) != (high.year, high.month) for low, high in held.dated):
        yield t("A ceremony whose possible days are in two months counts as possible in both.")
    if any(row.low is None for row in held.rows):
        yield t("No date is invented: ceremonies without one stand last.")
