"""The timeline page as a value: a sentence, a panel an election, the curve, the undated ceremonies, the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefings.ceremonies.panels import PanelView, panels
from briefings.ceremonies.rows import region_names
from charts.cumulative import Step
from i18n import Text
from indicators import cumulative, events_in
from indicators.scope import ALL_KINDS
from pages.context import Context
from pages.wilayah.events import EventRow, event_rows

ORDERS = ("terbaru", "terlama")

# Left standing in the sentence: the page puts the figures there, as links.
_PLACES = {"events": "{events}", "where": "{where}"}


@dataclass(frozen=True, slots=True)
class UndatedRow:
    """A ceremony without a date, and what is known instead (e.g. its circular's day, which is not its own)."""

    event: EventRow
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole page. `sentence` has the places {events} and {where}; `events` empty = nothing to draw."""

    sentence: str
    counted: str
    where: str
    counted_href: str
    panels: tuple[PanelView, ...]
    curve: tuple[Step, ...]
    curve_heading: str
    undated: tuple[UndatedRow, ...]
    events: tuple[EventRow, ...]


def build(context: Context) -> View:
    """The page under the context's filters; events in the order the link asks for (`urut`)."""
    t, frames, province = context.t, context.frames, context.filters.province
    scope = context.scope(province)
    found = events_in(frames, replace(scope, organiser_kind=ALL_KINDS))
    rows = event_rows(context, found)
    counted = [row for row in rows if not row.aside]
    steps = tuple(Step(*step) for step in cumulative(frames, scope).iter_rows())
    facts = {event["event_id"]: event for event in found.to_dicts()}
    undated = tuple(UndatedRow(row, _known(facts[row.event_id], row, t)) for row in rows if row.low is None)
    return View(
        sentence=_sentence(counted, aside=len(rows) - len(counted), t=t),
        counted=t.number(len(counted)),
        where=_where(context, counted),
        counted_href=context.link("wilayah", wilayah=province),
        panels=panels(frames, rows, province, t),
        curve=steps,
        curve_heading=_curve_heading(steps, t),
        undated=undated,
        events=tuple(reversed(rows)) if context.params.get("urut") == ORDERS[1] else rows,
    )


def _where(context: Context, counted: Sequence[EventRow]) -> str:
    """The province filtered for, else how many provinces the ceremonies are in."""
    if context.filters.province is not None:
        return region_names(context.frames).get(context.filters.province, context.filters.province)
    provinces = len({code[:2] for row in counted for code in row.regions})
    return context.t.n("{count} province", "{count} provinces", provinces)


def _sentence(counted: Sequence[EventRow], aside: int, t: Text) -> str:
    years = sorted({day.year for row in counted for day in (row.low, row.high) if day})
    if not years:
        template = t("{events} ceremonies in {where} are documented; none has a known date.", **_PLACES)
    elif years[0] == years[-1]:
        template = t("{events} ceremonies in {where} are documented, in {year}.", year=years[0], **_PLACES)
    else:
        template = t(
            "{events} ceremonies in {where} are documented, from {first} to {last}.",
            first=years[0],
            last=years[-1],
            **_PLACES,
        )
    undated = sum(row.low is None for row in counted)
    parts = [template]
    if undated and years:
        parts.append(t.n("{count} of them has no known date.", "{count} of them have no known date.", undated))
    if aside:
        parts.append(
            t.n(
                "{count} ceremony of a central or election body is shown apart.",
                "{count} ceremonies of central or election bodies are shown apart.",
                aside,
            )
        )
    return " ".join(parts)


def _known(event: Mapping[str, Any], row: EventRow, t: Text) -> tuple[str, ...]:
    """What an undated ceremony's sources do give."""
    facts = []
    if event["date_stated"]:
        facts.append(t("printed: “{stated}”", stated=event["date_stated"]))
    if event["instruction_number"] or event["instruction_date"]:
        facts.append(
            t(
                "circular {number} of {day}; that is the circular's date, not the ceremony's",
                number=event["instruction_number"] or t("without a number"),
                day=t.date(event["instruction_date"]),
            )
        )
    if event["occasion"]:
        facts.append(t("occasion: {occasion}", occasion=event["occasion"]))
    if event["venue"]:
        facts.append(t("venue: {venue}", venue=event["venue"]))
    if row.people:
        facts.append(t("participants: {people}", people=row.people))
    return tuple(facts)


def _curve_heading(steps: Sequence[Step], t: Text) -> str:
    if not steps:
        return t("No kabupaten or kota has a dated ceremony under these filters")
    last = steps[-1]
    return t(
        "By {day}, {regions} kabupaten and kota had a first documented ceremony",
        day=t.date(last.day),
        regions=t.interval(last.low, last.high),
    )
