"""The pace to the deadline: working days, bounds that stay bounds, and which day counts as the deadline."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from indicators.comparing.deadline import DeadlineKind, deadline
from indicators.comparing.pace import Reading, pace, working_days
from warehouse.frames import Frames
from warehouse.tables import TABLES

FRIDAY = dt.date(2024, 10, 18)


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        (FRIDAY, FRIDAY, 0),
        (FRIDAY, dt.date(2024, 10, 20), 0),
        (FRIDAY, dt.date(2024, 10, 21), 1),
        (FRIDAY, dt.date(2024, 10, 31), 9),
        (dt.date(2024, 10, 20), dt.date(2024, 10, 25), 5),
        (FRIDAY, dt.date(2024, 10, 1), 0),
    ],
)
def test_working_days(after: dt.date, until: dt.date, days: int) -> None:
    assert working_days(after, until) == days


@pytest.mark.parametrize("first", [dt.date(2024, 1, day) for day in range(1, 8)])
def test_working_days_are_counted_one_by_one(first: dt.date) -> None:
    for length in range(30):
        later = [first + dt.timedelta(days=day) for day in range(1, length + 1)]
        assert working_days(first, first + dt.timedelta(days=length)) == sum(day.weekday() < 5 for day in later)


READINGS = [Reading(dt.date(2024, 10, 4), 40, 120), Reading(FRIDAY, 90, 130)]


def test_what_is_needed_a_day_has_bounds() -> None:
    found = pace((200, 200), READINGS, FRIDAY, dt.date(2024, 10, 31))
    assert found is not None
    assert (found.goal, found.missing, found.days_left) == ((190, 190), (60, 100), 9)
    assert found.needed == (7, 12)
    assert found.so_far == 5


@pytest.mark.parametrize(
    ("target", "readings", "missing"),
    [
        ((200, None), READINGS, (60, None)),
        ((200, 200), [Reading(FRIDAY, 90, None)], (0, 100)),
        ((100, 100), [Reading(FRIDAY, 95, 95)], (0, 0)),
    ],
)
def test_unknown_ends_stay_unknown(
    target: tuple[int, int | None], readings: list[Reading], missing: tuple[int, int | None]
) -> None:
    found = pace(target, readings, FRIDAY, None)
    assert found is not None
    assert found.missing == missing
    assert found.is_reached is (missing == (0, 0))
    assert found.needed is None


def test_after_the_deadline_nothing_is_asked_a_day() -> None:
    found = pace((200, 200), READINGS, FRIDAY, dt.date(2024, 10, 17))
    assert found is not None
    assert (found.days_left, found.needed) == (0, None)


def test_one_reading_is_no_pace() -> None:
    found = pace((200, 200), READINGS[-1:], FRIDAY, None)
    assert found is not None
    assert found.so_far is None
    assert pace((200, 200), [], FRIDAY, None) is None


def _table(name: str, *rows: dict[str, object]) -> pl.DataFrame:
    schema = TABLES[name].create_empty().schema
    return pl.DataFrame(
        [{column: {"batch_id": "uji", **row}.get(column) for column in schema} for row in rows], schema=schema
    )


DUTY = {
    "obligation_id": "a",
    "campaign_id": "pilkada-2024",
    "region_code": "33.03",
    "scope": "every_opd",
    "what": "pakta",
    "status": "wajib",
    "set_by": "Sekda",
}
ELECTION = {"campaign_id": "pilkada-2024", "election_date": dt.date(2024, 11, 27)}
START = {"campaign_start": dt.date(2024, 9, 25)}


@pytest.mark.parametrize(
    ("duties", "election", "kind", "day", "stated"),
    [
        ([{"due_date": FRIDAY}], ELECTION | START, DeadlineKind.DUTY, FRIDAY, None),
        (
            [{"due_date": FRIDAY}, {"due_date": dt.date(2024, 10, 1), "obligation_id": "b"}],
            ELECTION,
            DeadlineKind.DUTY,
            FRIDAY,
            None,
        ),
        (
            [{"due_stated": "pekan ini"}],
            ELECTION | START,
            DeadlineKind.CAMPAIGN_START,
            dt.date(2024, 9, 25),
            "pekan ini",
        ),
        ([{"due_date": FRIDAY, "status": "tidak_wajib"}], ELECTION, DeadlineKind.ELECTION, dt.date(2024, 11, 27), None),
        (
            [{"due_date": FRIDAY, "region_code": "33"}],
            ELECTION | START,
            DeadlineKind.CAMPAIGN_START,
            dt.date(2024, 9, 25),
            None,
        ),
        ([{"due_date": FRIDAY, "what": "ikrar"}], ELECTION, DeadlineKind.ELECTION, dt.date(2024, 11, 27), None),
    ],
)
def test_the_deadline_says_where_it_comes_from(
    duties: list[dict[str, object]], election: dict[str, object], kind: DeadlineKind, day: dt.date, stated: str | None
) -> None:
    frames = Frames.of(
        obligation=_table("obligation", *(DUTY | duty for duty in duties)), campaign=_table("campaign", election)
    )
    found = deadline(frames, "33.03", "pilkada-2024")
    assert found is not None
    assert (found.kind, found.day, found.stated) == (kind, day, stated)


def test_no_day_is_made_up() -> None:
    assert (
        deadline(Frames.of(campaign=_table("campaign", {"campaign_id": "pilkada-2024"})), "33.03", "pilkada-2024")
        is None
    )
