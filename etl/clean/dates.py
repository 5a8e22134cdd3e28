"""Printed dates → first and last day, how sure, and what contradicts it. Pure.

No day, month or year is invented. A year that the print leaves out comes from the day of publication, an anniversary
or an election, and the reading is then `inferred`. A weekday that does not fit never moves the printed day: the
reading is `disputed`, with what else could have been meant. A part of a month is `awal` 1–10, `pertengahan` 11–20,
`akhir` 21 to its end.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from etl.clean.anchors import (
    AHEAD,
    Campaign,
    Countdown,
    countdown_in,
    day_of_week,
    elections_in,
    offset_in,
    span_in,
    without_elections,
)
from etl.clean.calendar import WEEKDAY
from etl.clean.date_reading import Alternative, Because, DateConflict, DateFault, DateReading
from etl.clean.mentions import Mention, Order, mentions_in
from etl.clean.numerals import words_to_figures
from etl.clean.spelling import clean_text
from etl.clean.weekdays import Weekday, agrees, other_days, weekdays_in, weekdays_of
from etl.clean.years import year_of
from warehouse.vocabulary import DatePrecision, DateStatus

__all__ = ["Alternative", "Because", "Campaign", "DateConflict", "DateFault", "DateReading", "Order", "read_date"]

_JOINS = re.compile(r"-|dan|serta|&|hingga|sampai(?: dengan)?|s\.?d\.?|s/d")
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?")
_SERIAL_EPOCH = dt.date(1899, 12, 30)
_MOST = 12
"""Dates in a phrase; what holds more is no phrase but a text."""

_DAYS = frozenset({DatePrecision.DAY, DatePrecision.RANGE})


def read_date(
    text: str,
    *,
    published: dt.date | None = None,
    campaign: Campaign | None = None,
    campaigns: Sequence[Campaign] = (),
    order: Order = "dmy",
    serials: bool = False,
) -> DateReading:
    """The date that a phrase gives.

    `published` is the day on which the text came out, `campaign` the election that it is about, `campaigns` those that
    a phrase may name (`Pemilu 2024`). `serials`: a bare number is a spreadsheet's day number (45600 = 4 November 2024).
    """
    phrase = words_to_figures(clean_text(text).lower())
    serial = _SERIAL.fullmatch(phrase) if serials else None
    if serial:
        day = _SERIAL_EPOCH + dt.timedelta(int(serial[1]))
        return DateReading(text, day, day, DatePrecision.DAY, DateStatus.STATED)
    named = elections_in(phrase, campaigns)
    return replace(_Phrase(phrase, published, named[0] if named else campaign, order).read(), stated=text)


@dataclass(frozen=True, slots=True)
class _Day:
    """A printed date with its year, and the days of the week printed with it."""

    mention: Mention
    weekdays: tuple[Weekday, ...]
    low: dt.date
    high: dt.date

    def agrees(self) -> bool:
        """False where a day of the week contradicts the day; of a month it contradicts nothing."""
        return self.mention.precision not in _DAYS or agrees(self.low, self.high, self.weekdays)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase in lower case with figures for number words, and what surrounds it."""

    text: str
    published: dt.date | None
    campaign: Campaign | None
    order: Order

    def read(self) -> DateReading:
        """What the phrase prints, else what it counts from a campaign, else what it says from the day of speaking."""
        mentions = mentions_in(without_elections(self.text), self.order)
        if len(mentions) > _MOST:
            return _fault(DateFault.SEVERAL_DATES)
        countdown = countdown_in(self.text, mentions, self.campaign)
        printed = [mention for mention in mentions if countdown is None or mention is not countdown.anchor]
        if printed:
            return self._printed(_finest(printed), {each.year for each in printed if each.year is not None}, countdown)
        return self._counted(countdown) if countdown else self._spoken()

    def _printed(self, mentions: list[Mention], years: set[int], countdown: Countdown | None) -> DateReading:
        impossible = next((each for each in mentions if not each.possible()), None)
        if impossible:
            return _impossible(impossible)
        days: list[_Day] = []
        # From the last to the first: `30 Desember – 2 Januari 2024` begins in the year before.
        for mention, weekdays in reversed(list(zip(mentions, weekdays_of(self.text, mentions), strict=True))):
            year = mention.year if mention.year is not None else self._year(mention, weekdays, years)
            if year is None:
                return _fault(DateFault.NO_YEAR)
            bounds = mention.bounds(year)
            if bounds and days and mention.year is None and bounds[0] > days[0].low:
                bounds = mention.bounds(year - 1)
            if not bounds:
                return _fault(DateFault.IMPOSSIBLE_DAY)
            days.insert(0, _Day(mention, weekdays, *bounds))
        spans = sorted({(day.low, day.high) for day in days})
        if len(spans) > 1 and not self._joined(mentions):
            others = tuple(Alternative(low, Because.PRINTED) for low, _ in spans)
            return _fault(DateFault.SEVERAL_DATES, others)
        precision = mentions[0].precision if len(spans) == 1 else DatePrecision.RANGE
        status = DateStatus.STATED if years else DateStatus.INFERRED
        reading = DateReading("", spans[0][0], max(high for _, high in spans), precision, status)
        return self._checked(reading, days, countdown)

    def _year(self, mention: Mention, weekdays: tuple[Weekday, ...], years: set[int]) -> int | None:
        """The year of a date without one: the only one that the phrase prints, or one from what surrounds it."""
        if len(years) == 1:
            return next(iter(years))
        weekday = weekdays[0].number if weekdays else None
        return year_of(mention, weekday, self.text, self.published, self.campaign)

    def _joined(self, mentions: list[Mention]) -> bool:
        """True where each date is tied to the next: `30 November – 2 Desember`, `Senin (5/10) dan Kamis (8/10)`."""
        between = [self.text[first.end : second.start] for first, second in pairwise(mentions)]
        return all(
            _JOINS.fullmatch(re.sub(rf"{WEEKDAY}|[().,]|\b(?:hari|tanggal|tgl)\b", "", gap).strip()) for gap in between
        )

    def _checked(self, reading: DateReading, days: list[_Day], countdown: Countdown | None) -> DateReading:
        """The reading of a printed date with what contradicts it."""
        low, high = min(day.low for day in days), max(day.high for day in days)
        offset = offset_in(self.text) if reading.precision is DatePrecision.DAY else None
        spoken_on = None if offset is None or (countdown and countdown.anchor) else low - dt.timedelta(offset)
        reading = replace(reading, spoken_on=spoken_on)
        counted = countdown.day if countdown and reading.precision in _DAYS else None
        wrong = next((day for day in days if not day.agrees()), None)
        if wrong:
            return _disputed(reading, DateConflict.WEEKDAY, self._other_days(wrong, counted))
        if counted and not low <= counted <= high:
            return _disputed(reading, DateConflict.RELATIVE, (Alternative(counted, Because.COUNTED),))
        if self.published and (spoken_on or low) > self.published and (spoken_on or not AHEAD.search(self.text)):
            return _disputed(reading, DateConflict.PUBLICATION, ())
        return reading

    def _other_days(self, wrong: _Day, counted: dt.date | None) -> tuple[Alternative, ...]:
        """What may have been meant where the weekday contradicts the day; one day where the phrase settles it."""
        weekday = wrong.weekdays[0].number
        if counted and counted.weekday() == weekday:
            return (Alternative(counted, Because.COUNTED),)
        yesterday = self.published - dt.timedelta(1) if self.published and offset_in(self.text) == -1 else None
        if yesterday and yesterday.weekday() == weekday:
            return (Alternative(yesterday, Because.YESTERDAY),)
        swapped = wrong.mention.swapped()
        bounds = swapped.bounds(wrong.low.year) if swapped else None
        latest = None if AHEAD.search(self.text) else self.published
        return other_days(wrong.low, weekday, bounds[0] if bounds else None, latest)

    def _counted(self, countdown: Countdown) -> DateReading:
        """The day that `H-7` or `100 hari menjelang` gives by itself."""
        if countdown.day is None:
            return _fault(DateFault.NO_ANCHOR)
        day, weekdays = countdown.day, weekdays_in(self.text)
        reading = DateReading("", day, day, DatePrecision.DAY, DateStatus.INFERRED)
        if agrees(day, day, weekdays[:1]):
            return reading
        return _disputed(reading, DateConflict.WEEKDAY, other_days(day, weekdays[0].number, None, self.published))

    def _spoken(self) -> DateReading:
        """The day that `kemarin`, `pekan lalu` or a weekday means on the day of publication."""
        weekdays, offset = {day.number for day in weekdays_in(self.text)}, offset_in(self.text)
        if len(weekdays) > 1:
            return _fault(DateFault.SEVERAL_DATES)
        if self.published is None:
            relative = weekdays or offset is not None or span_in(self.text, _SERIAL_EPOCH)
            return _fault(DateFault.NO_ANCHOR if relative else DateFault.NO_DATE)
        if weekdays:
            day = day_of_week(self.text, weekdays.pop(), self.published)
        elif offset is not None:
            day = self.published + dt.timedelta(offset)
        else:
            span = span_in(self.text, self.published)
            if span is None:
                return _fault(DateFault.NO_DATE)
            return DateReading("", *span, DatePrecision.RANGE, DateStatus.INFERRED)
        return DateReading("", day, day, DatePrecision.DAY, DateStatus.INFERRED)


def _finest(mentions: list[Mention]) -> list[Mention]:
    """The dates without those that only name the month or year of another: `29/11` beside `tahun 2023`."""
    dated = [each for each in mentions if each.months is not None]
    fine = [each for each in dated if each.days is not None]
    kept = [each for each in dated if each.days is not None or all(each.months != other.months for other in fine)]
    return kept or mentions


def _impossible(mention: Mention) -> DateReading:
    """A day that no calendar has; with day and month the other way round where that gives one."""
    swapped = mention.swapped()
    bounds = swapped.bounds() if swapped else None
    others = (Alternative(bounds[0], Because.SWAPPED),) if bounds else ()
    return _fault(DateFault.IMPOSSIBLE_DAY, others)


def _fault(fault: DateFault, alternatives: tuple[Alternative, ...] = ()) -> DateReading:
    return DateReading("", fault=fault, alternatives=alternatives)


def _disputed(reading: DateReading, conflict: DateConflict, alternatives: tuple[Alternative, ...]) -> DateReading:
    return replace(reading, status=DateStatus.DISPUTED, conflict=conflict, alternatives=alternatives)
