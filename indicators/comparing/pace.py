"""How many people a working day have still to sign to reach the goal by the deadline, and how many did so far.

Working days are Monday to Friday: public holidays differ by year and region and are not on record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import polars as pl

from indicators.counting.rollup import FINISHED_SHARE
from indicators.question import Evidence, ask
from indicators.scope import Scope
from warehouse.frames import Frames
from warehouse.vocabulary import EmployeeType

GOAL = Fraction(*FINISHED_SHARE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was known at the end of a day: people surely signed (`low`) and at most (`high`; null = no limit)."""

    day: dt.date
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Pace:
    """People a working day, on the way to the goal. Bounds as (low, high); `high` null = no upper limit.

    `missing` people of the goal. `days_left` = working days after today up to and with the deadline; null = no
    deadline, 0 = it has passed or today is the last day. `needed` a day; null without days left. `so_far` = people
    newly on record a day between the first and the newest reading; null = there are fewer than two.
    """

    goal: tuple[int, int | None]
    missing: tuple[int, int | None]
    days_left: int | None
    needed: tuple[int, int | None] | None
    so_far: float | None

    @property
    def is_reached(self) -> bool:
        """True where surely nobody is missing."""
        return self.missing == (0, 0)


def working_days(after: dt.date, until: dt.date) -> int:
    """Mondays to Fridays later than `after`, up to and with `until`; 0 where there is none."""
    weeks, rest = divmod(max(0, (until - after).days), 7)
    return weeks * 5 + sum((after.weekday() + day) % 7 < 5 for day in range(1, rest + 1))


def pace(
    target: tuple[int, int | None], readings: Sequence[Reading], today: dt.date, deadline: dt.date | None
) -> Pace | None:
    """The pace from counts by day (oldest first; at least one, or null) to 95 % of `target` people."""
    if not readings:
        return None
    now = readings[-1]
    goal = (_share(target[0]), None if target[1] is None else _share(target[1]))
    missing = (
        0 if now.high is None else max(0, goal[0] - now.high),
        None if goal[1] is None else max(0, goal[1] - now.low),
    )
    days_left = None if deadline is None else working_days(today, deadline)
    needed = None
    if days_left:
        needed = (ceil(missing[0] / days_left), None if missing[1] is None else ceil(missing[1] / days_left))
    return Pace(goal, missing, days_left, needed, _so_far(readings))


def reading_days(frames: Frames, scope: Scope, at_most: int) -> list[dt.date]:
    """The days that counts of people who signed hold for, of the government of `scope.region`, oldest first.

    Of more than `at_most` (2 or more) the first, the last, and others evenly between them.
    """
    question = ask(frames, scope, Evidence.TALLIES)
    counted = frames.signature.filter(
        pl.col("region_code") == question.region,
        question.of_campaign,
        question.until_as_of("as_of"),
        pl.col("employee_type") != EmployeeType.NON_ASN,
        pl.col("signed_low").is_not_null() | pl.col("signed_qualifier").is_not_null(),
    )
    days = counted["as_of"].unique().sort().to_list()
    if len(days) <= at_most:
        return days
    return [days[round(place * (len(days) - 1) / (at_most - 1))] for place in range(at_most)]


def _share(people: int) -> int:
    return ceil(GOAL * people)


def _so_far(readings: Sequence[Reading]) -> float | None:
    """People newly on record a working day between the first and the last reading."""
    days = working_days(readings[0].day, readings[-1].day)
    return (readings[-1].low - readings[0].low) / days if days else None
