"""When ceremonies were held: the newest election's timeline, and all of them in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.ceremonies.finding import Held, finding, more
from briefings.ceremonies.panels import PanelView, panels
from briefings.ceremonies.picture import is_counted, picture
from briefings.ceremonies.rows import ceremonies
from briefings.ceremonies.table import table
from briefings.finding import Finding
from briefings.picture import Picture
from briefings.sources import source_line, source_notes
from i18n import Text
from indicators import events_in
from indicators.scope import ALL_KINDS


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
    further = tuple(more(held, newest.campaign_id if newest else None))
    return Section(
        SectionName.LINIMASA,
        t("Timeline"),
        said,
        further,
        _picture(held, newest, (said, *further), len(found), source_line(sources, t)) if newest else None,
        (table(rows, asked.region_names(), t),) if rows else (),
        tuple(_notes(held, newest, len(found), t)),
        sources,
    )


def _picture(held: Held, panel: PanelView, said: Sequence[Finding], campaigns: int, source: str) -> Picture:
    """The newest election's picture. Columns show how ceremonies lie around the campaign: their title says it too."""
    title = f"{panel.heading}." if campaigns > 1 else said[0].words
    around = [one.words for one in said[1:] if {"before", "later"} & set(one.numbers)] if is_counted(panel) else []
    query = held.number(panel.campaign_id).reference.query
    return picture(
        panel, held.asked.t, name="linimasa", title=" ".join([title, *around]), source=source, queries=(query,)
    )


def _notes(held: Held, shown: PanelView | None, campaigns: int, t: Text) -> Iterator[str]:
    if shown is not None and campaigns > 1:
        yield t("The chart shows the newest election; the table lists every one.")
    if shown is not None and is_counted(shown):
        yield t("Ceremonies are too many for a mark each: the picture counts them, the table names each one.")
    if shown is not None and any((low.year, low.month) != (high.year, high.month) for low, high in held.dated):
        yield t("A ceremony whose possible days are in two months counts as possible in both.")
    if any(row.low is None for row in held.rows):
        yield t("No date is invented: ceremonies without one stand last.")
