"""Days that the text counts to: `100 hari menjelang Pilkada`, `H-1 kampanye`, `esok tanggal 28 November`. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.anchors import Campaign
from etl.clean.calendar import WEEKDAY
from etl.clean.dates import read_date
from etl.clean.mentions import mentions_in
from etl.extract.reading import Reading
from etl.extract.values import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A phrase that gives the day of the ceremony (or of what was said there) by counting."""

    span: Span
    day: dt.date
    is_spoken: bool


_COUNTDOWN = re.compile(
    r"\b(?:h\s?-\s?\d{1,3}\b(?!\s?(?:hingga|sampai))|(?:\d{1,3}|se(?=hari)|seratus|dua|tiga|empat|lima|enam|tujuh"
    r"|delapan|sembilan|sepuluh)\s?hari"
    r" (?:(?:men)?jelang|sebelum))\b[^.;,\n]{0,70}"
)
_BEFORE_ONE = re.compile(r"\b(?:dalam|selama|masih|sisa|kurang|paling lambat|maksimal|minimal|cuti)\s*$")
_EVE = re.compile(
    rf"\bb?esok\b,?\s*(?:hari )?(?:{WEEKDAY},?\s*)?\(?(?:pada )?(?:tanggal "
    rf"|tgl )?(?P<date>\d{{1,2}}[\s/.-][\w/.-]+(?: \d{{4}})?)"
)


def anchors_in(
    reading: Reading, numbers: Sequence[int], campaign: Campaign | None, year: int | None, known: Sequence[Campaign]
) -> list[Anchor]:
    """The countdowns of these sentences. `year` completes a day without one; without it the campaign's start does."""
    found: list[Anchor] = []
    for number in numbers:
        sentence = reading.sentences[number]
        if sentence.kind in {"published", "dateline", "caption"}:
            continue
        for match in reading.find(_COUNTDOWN, sentence):
            if _BEFORE_ONE.search(reading.fold[max(sentence.start, match.start() - 20) : match.start()]):
                continue
            read = read_date(match[0].replace("h - ", "h-"), campaign=campaign, campaigns=known)
            if read.low is not None and read.low == read.high:
                found.append(Anchor(match.span(), read.low, reading.is_spoken(match.start())))
        for match in reading.find(_EVE, sentence):
            day = _date(match["date"], year, campaign)
            if day is not None:
                span = (match.start(), match.start("date") + _length(match["date"]))
                found.append(Anchor(span, day - dt.timedelta(1), reading.is_spoken(match.start())))
    return sorted(found, key=lambda anchor: _in_headline(reading, anchor))


def _in_headline(reading: Reading, anchor: Anchor) -> bool:
    """A headline's countdown comes after the body's, which says more."""
    parts = reading.document.parts
    return any(part.kind == "headline" and part.span[0] <= anchor.span[0] < part.span[1] for part in parts)


def _length(date: str) -> int:
    mentions = mentions_in(date)
    return mentions[0].end if mentions else len(date)


def _date(text: str, year: int | None, campaign: Campaign | None) -> dt.date | None:
    """A day of an eve: with its year, else in the year of the ceremony, else as the campaign's first day."""
    mentions = mentions_in(text)
    if not mentions or mentions[0].days is None:
        return None
    mention = mentions[0]
    start = campaign.campaign_start if campaign else None
    for tried in (mention.year, year, start.year if start else None):
        bounds = mention.bounds(tried) if tried else None
        if bounds:
            return bounds[0]
    return None
