"""Moments by the clocks of a time zone."""

from __future__ import annotations

import datetime as dt

import pytest

from i18n import Language, text

MOMENT = dt.datetime(2026, 11, 22, 20, 36, tzinfo=dt.UTC)


def zone(hours: float) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=hours))


@pytest.mark.parametrize(
    ("language", "where", "shown"),
    [
        ("id", zone(7), "23 November 2026 03.36 WIB"),
        ("id", zone(8), "23 November 2026 04.36 WITA"),
        ("en", zone(9), "23 November 2026 05:36 WIT"),
        ("id", dt.UTC, "22 November 2026 20.36 UTC"),
        ("en", zone(5.5), "23 November 2026 02:06 UTC+05:30"),
        ("en", zone(-3), "22 November 2026 17:36 UTC-03:00"),
    ],
)
def test_a_moment_is_told_by_the_clocks_of_its_zone(language: Language, where: dt.tzinfo, shown: str) -> None:
    assert text(language).moment(MOMENT, where) == shown


def test_without_a_zone_it_is_that_of_this_pc() -> None:
    assert text("id").moment(MOMENT) == text("id").moment(MOMENT, MOMENT.astimezone().tzinfo)
