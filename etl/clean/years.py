"""The year that a printed day leaves out, from what surrounds it. Pure."""

from __future__ import annotations

import datetime as dt
import re

from etl.clean.anchors import Campaign
from etl.clean.mentions import Mention

_FOUNDED = {"korpri": 1971, "ri": 1945, "republik": 1945, "kemerdekaan": 1945}
"""Years of founding: Korpri by Keppres 82/1971 on 29 November 1971; the Republic on 17 August 1945."""

_WHOSE = "|".join(_FOUNDED)
_ANNIVERSARY = re.compile(rf"\bke-?\s?(\d{{2,3}})\s+({_WHOSE})\b|\b({_WHOSE})\s+ke-?\s?(\d{{2,3}})\b")

_REACH = 730
"""Days before an election in which its pledges are dated: the first were signed a year and a half ahead."""


def year_of(
    mention: Mention, weekday: int | None, phrase: str, published: dt.date | None, campaign: Campaign | None
) -> int | None:
    """The year of a date printed without one, or None where nothing tells.

    From the day of publication: the nearest such day. From an anniversary in the phrase: its year. From an election:
    the last such day before polling day that falls on the printed weekday, or the last one where none does.
    """
    anniversary = _ANNIVERSARY.search(phrase)
    if published is not None:
        around = _days(mention, range(published.year - 1, published.year + 2))
        return min(around, key=lambda year: abs((around[year] - published).days), default=None)
    if anniversary:
        return _FOUNDED[anniversary[2] or anniversary[3]] + int(anniversary[1] or anniversary[4])
    if campaign is None:
        return None
    polling = campaign.election_date
    before = _days(mention, range(polling.year, polling.year - 3, -1))
    years = [year for year, day in before.items() if 0 <= (polling - day).days <= _REACH]
    fitting = [year for year in years if before[year].weekday() == weekday]
    return next(iter(fitting or years), None)


def _days(mention: Mention, years: range) -> dict[int, dt.date]:
    """The first day of the date in each year that has it."""
    return {year: bounds[0] for year in years if (bounds := mention.bounds(year))}
