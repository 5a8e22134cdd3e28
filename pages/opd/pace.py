"""What is needed each working day until the deadline, beside what came in so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefings.units.asked import Asked, of_government
from i18n import Text
from indicators.comparing.deadline import Deadline, DeadlineKind, deadline
from indicators.comparing.pace import GOAL, Pace, Reading, pace, reading_days
from indicators.counting.adding import added
from pages.context import Context
from warehouse.vocabulary import State

_READINGS = 6
WEEK = 5
"""Working days of a week."""


@dataclass(frozen=True, slots=True)
class PaceView:
    """The pace. `readings`, `goal` and `deadline` are what the picture shows; fewer than two readings make none."""

    heading: str
    sentences: tuple[str, ...]
    readings: tuple[Reading, ...]
    goal: tuple[int, int | None]
    today: dt.date
    deadline: dt.date | None
    figure: str


def pace_of(context: Context, asked: Asked) -> PaceView | None:
    """The pace; null where nothing was counted, or nobody knows whether anybody is missing."""
    t, signed = context.t, asked.whole["signed_rate"]
    if signed["state"] != State.NILAI or signed["denominator_low"] is None:
        return None
    days = reading_days(asked.seen, asked.scope, _READINGS)
    readings = [_reading(context, asked, day) for day in days]
    known = [reading for reading in readings if reading is not None]
    today = context.as_of or context.frames.snapshot.taken_at.date()
    until = deadline(context.frames, asked.code, asked.campaign)
    target = signed["denominator_low"], signed["denominator_high"]
    found = pace(target, known, today, until.day if until else None)
    if found is None or found.missing == (0, None):
        return None
    return PaceView(
        heading=_heading(found, until, today, t),
        sentences=(*_sentences(found, until, today, known, t), *_breadth(asked, t)),
        readings=tuple(known),
        goal=found.goal,
        today=today,
        deadline=until.day if until else None,
        figure=t.interval(*found.missing),
    )


def _reading(context: Context, asked: Asked, day: dt.date) -> Reading | None:
    """What was known at the end of that day; null where it is withheld or was nothing yet."""
    figure = of_government(context.frames, "signed_rate", replace(asked.scope, as_of=day))
    if figure["state"] != State.NILAI or figure["numerator_low"] is None:
        return None
    return Reading(day, figure["numerator_low"], figure["numerator_high"])


def _heading(found: Pace, until: Deadline | None, today: dt.date, t: Text) -> str:
    goal = t.percent(float(GOAL), 0)
    if found.is_reached:
        return t("{goal} is reached", goal=goal)
    people = t.interval(*found.missing)
    if until is None:
        return t("{people} more people are needed for {goal}", people=people, goal=goal)
    day = t.date(until.day)
    if until.day < today:
        return t("The deadline of {day} has passed: {people} people short of {goal}", day=day, people=people, goal=goal)
    if not found.needed:
        return t(
            "No working day is left until {day}: {people} people short of {goal}",
            day=day,
            people=people,
            goal=goal,
        )
    return t(
        "Needed until {day}: {needed} people a working day to reach {goal}",
        day=day,
        needed=t.interval(*found.needed),
        goal=goal,
    )


def _sentences(found: Pace, until: Deadline | None, today: dt.date, known: Sequence[Reading], t: Text) -> Iterator[str]:
    """How far it is, how fast it went, and where the deadline comes from."""
    if found.needed and found.days_left and until:
        days = t.n("{count} working day", "{count} working days", found.days_left)
        yield t(
            "{people} more people are needed for {goal}, with {days} left: {week} people a week.",
            people=t.interval(*found.missing),
            goal=t.percent(float(GOAL), 0),
            days=days,
            week=t.interval(*(None if bound is None else bound * WEEK for bound in found.needed)),
        )
    if found.so_far is not None:
        yield t(
            "So far {pace} people a working day came on record, from {first} to {last}.",
            pace=t.number(found.so_far, 0 if found.so_far >= 10 else 1),
            first=t.date(known[0].day),
            last=t.date(known[-1].day),
        )
    else:
        yield t("There is one day with counts only ({day}), so no pace is known yet.", day=t.date(known[-1].day))
    yield _origin(until, t)
    yield t(
        "Days are counted to {today}. Working days are Monday to Friday; public holidays are not left out.",
        today=t.date(today),
    )


def _breadth(asked: Asked, t: Text) -> Iterator[str]:
    """Why the bounds are far apart, where that is because OPD are silent."""
    silent = added(asked.silent)
    if silent.units:
        yield t.n(
            "The bounds are as wide as they are because {count} OPD has no count: its {people} people may or may not "
            "have signed.",
            "The bounds are as wide as they are because {count} OPD have no count: their {people} people may or may "
            "not have signed.",
            silent.units,
            people=t.interval(*silent.target),
        )


def _origin(until: Deadline | None, t: Text) -> str:
    """Which day counts as the deadline, and why."""
    if until is None:
        return t("No deadline, start of campaign or polling day is on record.")
    day = t.date(until.day)
    if until.kind is DeadlineKind.DUTY:
        return t("Deadline: {day}, set by {office}.", day=day, office=until.set_by)
    name = t("the first day of campaigning") if until.kind is DeadlineKind.CAMPAIGN_START else t("polling day")
    if until.stated:
        return t(
            "{office} set the deadline as “{stated}”, which is no day; counted is to {name}, {day}.",
            office=until.set_by,
            stated=until.stated,
            name=name,
            day=day,
        )
    return t("No deadline is on record; counted is to {name}, {day}.", name=name, day=day)
