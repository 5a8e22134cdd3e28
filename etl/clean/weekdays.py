"""The days of the week that a phrase prints, and whether its dates agree with them. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.clean.calendar import WEEKDAY, weekday_of
from etl.clean.date_reading import Alternative, Because
from etl.clean.mentions import Mention


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday = 0, at `start..end` of a phrase."""

    number: int
    start: int
    end: int


_NO_DAY = re.compile(
    r"(?:\d|per|se|dalam)\s?minggu\b"
    r"|\bminggu\s+(?:lalu|ini|depan|yang|pertama|kedua|ketiga|keempat|terakhir|ke-?\s?\d|i{1,3}\b|iv\b)"
    rf"|\b(?:se)?tiap\s+(?:hari\s+)?{WEEKDAY}"
)
"""A week (`minggu lalu`) and a day that comes back (`setiap Senin`) are no day."""

_TOGETHER = re.compile(r"\s?(?:-|dan|hingga|sampai|s\.?d\.?|s/d)\s?(?:hari )?")


def weekdays_in(phrase: str) -> list[Weekday]:
    """The days of the week in a phrase, in their order."""
    plain = _NO_DAY.sub(lambda found: "\n" * len(found[0]), phrase)
    return [Weekday(weekday_of(found[0]), *found.span()) for found in re.finditer(WEEKDAY, plain)]


def weekdays_of(phrase: str, mentions: Sequence[Mention]) -> list[tuple[Weekday, ...]]:
    """For each date the days of the week that belong to it: what stands before it, or right behind it.

    Two for `Rabu–Kamis, 27–28 Desember`, else one or none.
    """
    days = weekdays_in(phrase)
    return [
        _own(phrase, mention, before, days)
        for mention, before in zip(mentions, [0, *(m.end for m in mentions)], strict=False)
    ]


def _own(phrase: str, mention: Mention, start: int, days: list[Weekday]) -> tuple[Weekday, ...]:
    before = [day for day in days if start <= day.start and day.end <= mention.start]
    if before:
        pair = before[-2:]
        together = len(pair) == 2 and _TOGETHER.fullmatch(phrase, pair[0].end, pair[1].start)
        return tuple(pair if together else pair[-1:])
    behind = [day for day in days if re.fullmatch(r"\s?[(,]?\s?(?:hari )?", phrase[mention.end : day.start])]
    return tuple(behind[:1])


def agrees(low: dt.date, high: dt.date, days: Sequence[Weekday]) -> bool:
    """True where the days of the week fit a span: the first and the last of it, or any one day of it."""
    if len(days) == 2 and low != high:
        return (days[0].number, days[1].number) == (low.weekday(), high.weekday())
    span = {(low + dt.timedelta(day)).weekday() for day in range(min((high - low).days, 6) + 1)}
    return all(day.number in span for day in days)


def other_days(day: dt.date, weekday: int, swapped: dt.date | None, latest: dt.date | None) -> tuple[Alternative, ...]:
    """Days that fit the weekday where the printed day does not: the nearest such day, day and month the other way
    round, the same day of the month before or after, of the year before or after; none after `latest`."""

    def candidates() -> Iterator[Alternative]:
        yield Alternative(day + dt.timedelta((weekday - day.weekday() + 3) % 7 - 3), Because.SAME_WEEKDAY)
        if swapped is not None:
            yield Alternative(swapped, Because.SWAPPED)
        for step in (-1, 1):
            yield from _moved(day, day.year, day.month + step, Because.OTHER_MONTH)
        for step in (-1, 1):
            yield from _moved(day, day.year + step, day.month, Because.OTHER_YEAR)

    return tuple(
        each for each in candidates() if each.date.weekday() == weekday and (latest is None or each.date <= latest)
    )


def _moved(day: dt.date, year: int, month: int, because: Because) -> Iterator[Alternative]:
    try:
        yield Alternative(dt.date(year, month, day.day), because)
    except ValueError:  # no such day: 31 September, or a month of another year
        return
