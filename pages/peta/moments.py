"""The days that the map's slider plays: the end of each week, month, quarter or year that the evidence spans."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace

from briefings.maps.rows import counts
from charts.map import MapRow, Moment
from i18n import Text
from indicators import Scope, events_in
from indicators.question import Evidence
from indicators.registry import INDICATORS
from pages.context import Context
from pages.peta.asked import Asked
from pages.peta.rows import map_rows

MOST = 24
_WEEK = 7
_MONTHS = (1, 3, 6, 12)


def moments(context: Context, asked: Asked, scope: Scope, now: list[MapRow]) -> list[Moment]:
    """The map at the end of each step of time, then `now`; at most `MOST`. None where nothing is dated."""
    span = spanned(context, asked, scope)
    if span is None:
        return []
    t, known_by = context.t, scope.as_of or context.frames.snapshot.taken_at.date()
    first, last = span
    days = steps(first, min(last, known_by), MOST - 1)
    earlier = [
        Moment(_label(day, days, t), map_rows(asked.indicator, replace(scope, as_of=day), context))
        for day in days
        if day < known_by
    ]
    return [*earlier, Moment(t.date(known_by, "short"), now)]


def spanned(context: Context, asked: Asked, scope: Scope) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that evidence of the scope is of; null where nothing is dated."""
    frames, evidence = context.frames, INDICATORS[asked.indicator].evidence
    days: list[dt.date] = []
    if evidence is not Evidence.TALLIES:
        events = events_in(frames, scope)
        days += [day for day in (events["date_low"].min(), events["date_high"].max()) if isinstance(day, dt.date)]
    if evidence is not Evidence.EVENTS:
        counted = counts(frames, scope)["as_of"]
        days += [day for day in (counted.min(), counted.max()) if isinstance(day, dt.date)]
    return (min(days), max(days)) if days else None


def steps(first: dt.date, last: dt.date, most: int) -> list[dt.date]:
    """Ends of the shortest equal steps of time that cover the days in at most `most`: weeks, else 1, 3, 6, 12 months.

    More than `most` years: the last of them.
    """
    if (last - first).days < most * _WEEK:
        return list(_weeks(first, last))
    for months in _MONTHS:
        ends = list(_ends(first, last, months))
        if len(ends) <= most:
            return ends
    return ends[-most:]


def _weeks(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Sundays, the last of them on or after the last day."""
    day = first + dt.timedelta(days=6 - first.weekday())
    while day < last + dt.timedelta(days=_WEEK):
        yield day
        day += dt.timedelta(days=_WEEK)


def _ends(first: dt.date, last: dt.date, months: int) -> Iterator[dt.date]:
    """Last days of periods of so many months, counted from January."""
    period = (first.year * 12 + first.month - 1) // months
    while True:
        year, month = divmod(period * months + months - 1, 12)
        day = dt.date(year, month + 1, monthrange(year, month + 1)[1])
        yield day
        if day >= last:
            return
        period += 1


def _label(day: dt.date, days: list[dt.date], t: Text) -> str:
    """The month and year of a step that ends with a month, else the day."""
    is_of_weeks = len(days) > 1 and (days[1] - days[0]).days == _WEEK
    printed = t.date(day, "short")
    return printed if is_of_weeks else printed.partition(" ")[2]
