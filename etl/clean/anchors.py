"""Days that a phrase counts from something else: `kemarin`, `H-7`, `100 hari menjelang Pemilu 2024`. Pure.

Phrases come in lower case, with number words as figures. Days are counted from the day of publication or from the
days of a campaign; without one of them nothing is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.calendar import WEEKDAY
from etl.clean.mentions import Mention


@dataclass(frozen=True, slots=True)
class Campaign:
    """The days of an election. `name` as in `Pilkada 2024`; start and end of the campaign may not be known."""

    campaign_id: str
    name: str
    election_date: dt.date
    campaign_start: dt.date | None = None
    campaign_end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Countdown:
    """`H-7 kampanye`: the day it names, None where the day counted from is not known; `anchor` is a date in the phrase
    that it counts from."""

    day: dt.date | None
    anchor: Mention | None = None


_ELECTION = re.compile(
    r"\b(?P<kind>pemilu|pemilihan umum|pilpres|pileg|pilkada|pilgub|pilbup|pilwal\w*|pemilihan kepala daerah|pemilihan)"
    r"(?P<again>\s+ulang)?(?:\s+(?:serentak|ulang|nasional|tahun|kepala daerah|bupati|gubernur|wali ?kota))*"
    r"(?:\s+(?P<year>20\d{2}))?\b"
)
_NATIONAL = frozenset({"pemilu", "pemilihan umum", "pilpres", "pileg"})

_COUNTDOWN = re.compile(
    r"\bh\s?(?P<sign>[-+])\s?(?P<n>\d{1,3})\b|\bhari[ -]h\b"
    r"|(?:\b(?P<days>\d{1,3})\s+|\b(?P<one>se))hari\s+(?P<side>(?:men)?jelang|sebelum|se(?:sudah|telah|usai)|pasca)\b"
)
_AFTER = frozenset({"sesudah", "setelah", "seusai", "pasca"})
_ANCHOR = re.compile(
    r"(?P<quiet>masa tenang)|(?P<campaign>kampanye)|(?P<polling>pencoblosan|pemungutan suara|coblosan)"
)

_TOMORROW = re.compile(rf"\b(?:besok|esok)\b,?\s*(?:hari\s+)?(?:{WEEKDAY}\b,?\s*)?\(?(?:pada\s+)?(?:tanggal\s+)?$")

_DAYS_AGO = re.compile(r"\b(?:(\d{1,2})|(se))\s?hari\s+(?:yang\s+)?(?:lalu|silam)\b")
_NEARBY = (
    (re.compile(r"\bkemarin lusa\b"), -2),
    (re.compile(r"\b(?:kemarin|kemaren|tadi malam|semalam)\b"), -1),
    (re.compile(r"\b(?:hari|pagi|siang|sore|petang|malam)(?: hari)? (?:ini|tadi)\b|\btadi (?:pagi|siang|sore)\b"), 0),
    (re.compile(r"\b(?:be)?sok lusa\b|\blusa\b"), 2),
    (re.compile(r"\b(?:besok|esok)\b"), 1),
)
_WEEK = re.compile(r"\bpekan\s+(lalu|ini|depan)\b")
_MONTH = re.compile(r"\bbulan\s+(lalu|ini|depan)\b")
_STEP = {"lalu": -1, "ini": 0, "depan": 1}
_BEFORE = re.compile(r"\b(?:lalu|kemarin)\b")
_AHEAD = re.compile(r"\b(?:mendatang|depan|besok|esok|nanti)\b")
AHEAD = re.compile(r"\b(?:akan|mendatang|depan|besok|esok|lusa|nanti|rencananya|dijadwalkan|direncanakan)\b")
"""Words that say that the day is still to come."""


def elections_in(phrase: str, known: Sequence[Campaign]) -> list[Campaign]:
    """The elections that a phrase names with their year, as far as they are known."""
    return [
        campaign
        for found in _ELECTION.finditer(phrase)
        for campaign in known
        if found["year"] and campaign.name.lower() == _official(found)
    ]


def _official(found: re.Match[str]) -> str:
    kind = "pemilu" if found["kind"] in _NATIONAL else "pilkada"
    return f"{kind}{' ulang' if found['again'] else ''} {found['year']}"


def without_elections(phrase: str) -> str:
    """The phrase with the years of its elections blanked: `Pemilu 2024` is no date."""
    return _ELECTION.sub(lambda found: found[0][:-4] + "\n" * 4 if found["year"] else found[0], phrase)


def countdown_in(phrase: str, mentions: Sequence[Mention], campaign: Campaign | None) -> Countdown | None:
    """The first day counted from an election, a campaign or a date; None where the phrase counts none."""
    found = _COUNTDOWN.search(phrase)
    if not found:
        return _eve(phrase, mentions)
    days = 1 if found["one"] else int(found["n"] or found["days"] or 0)
    later = found["sign"] == "+" or found["side"] in _AFTER
    anchor = _date_behind(phrase, found.end(), mentions, campaign)
    start = anchor.bounds() if anchor else None
    day = start[0] if start else _anchor_day(phrase[found.end() :], campaign)
    return Countdown(None if day is None else day + dt.timedelta(days if later else -days), anchor)


def _eve(phrase: str, mentions: Sequence[Mention]) -> Countdown | None:
    """The day before a date that is `esok`, where the phrase prints another date to compare it with."""
    years = {mention.year for mention in mentions if mention.year is not None}
    for mention in mentions if len(mentions) > 1 else ():
        bounds = mention.bounds(next(iter(years)) if len(years) == 1 else None)
        if bounds and _TOMORROW.search(phrase[: mention.start]):
            return Countdown(bounds[0] - dt.timedelta(1), mention)
    return None


def _date_behind(phrase: str, start: int, mentions: Sequence[Mention], campaign: Campaign | None) -> Mention | None:
    """The full date right behind what is counted to: `100 hari menjelang Pilkada Serentak 27 November 2024`."""
    behind = next((mention for mention in mentions if mention.start >= start), None)
    if (
        behind is None
        or behind.year is None
        or behind.days is None
        or re.search(r"[,.;(]", phrase[start : behind.start])
    ):
        return None
    known = None if campaign is None else _anchor_day(phrase[start : behind.start], campaign)
    bounds = behind.bounds()
    return behind if bounds and known in {None, bounds[0]} else None


def _anchor_day(after: str, campaign: Campaign | None) -> dt.date | None:
    """The day of a campaign that the words behind a countdown name; the polling day where they name none."""
    if campaign is None:
        return None
    found = _ANCHOR.search(after)
    if found and found["campaign"]:
        return campaign.campaign_start
    if found and found["quiet"]:
        return campaign.campaign_end and campaign.campaign_end + dt.timedelta(1)
    return campaign.election_date


def offset_in(phrase: str) -> int | None:
    """Days from the day of speaking: kemarin -1, hari ini 0, esok 1; None where the phrase has no such word."""
    ago = _DAYS_AGO.search(phrase)
    if ago:
        return -1 if ago[2] else -int(ago[1])
    return next((days for pattern, days in _NEARBY if pattern.search(phrase)), None)


def span_in(phrase: str, published: dt.date) -> tuple[dt.date, dt.date] | None:
    """First and last day of `pekan lalu` (Monday to Sunday) or `bulan ini`, seen from the day of publication."""
    week, month = _WEEK.search(phrase), _MONTH.search(phrase)
    if week:
        monday = published + dt.timedelta(7 * _STEP[week[1]] - published.weekday())
        return monday, monday + dt.timedelta(6)
    if month:
        number = published.year * 12 + published.month - 1 + _STEP[month[1]]
        first = dt.date(number // 12, number % 12 + 1, 1)
        after = dt.date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        return first, after - dt.timedelta(1)
    return None


def day_of_week(phrase: str, weekday: int, published: dt.date) -> dt.date:
    """The day that a weekday without a date means on the day of publication: that day or the last one before.

    `lalu` and `kemarin` leave out the day itself, `pekan lalu` means the week before, `depan` the next one to come.
    """
    week = _WEEK.search(phrase)
    if week:
        return published + dt.timedelta(7 * _STEP[week[1]] - published.weekday() + weekday)
    if _AHEAD.search(phrase):
        return published + dt.timedelta((weekday - published.weekday() - 1) % 7 + 1)
    back = (published.weekday() - weekday) % 7
    return published - dt.timedelta(7 if back == 0 and _BEFORE.search(phrase) else back)
