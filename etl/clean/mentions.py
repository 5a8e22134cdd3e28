"""The dates that a phrase prints: as much of each as is printed, nothing completed. Pure; for phrases in lower case."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, TypeAlias

from etl.clean.calendar import LONG_MONTHS, MONTH, month_of
from warehouse.vocabulary import DatePrecision

Order = Literal["dmy", "mdy"]
"""Whether the day or the month stands first in `10/05/2024`. Indonesian print writes the day first."""

PARTS = {"awal": (1, 10), "pertengahan": (11, 20), "medio": (11, 20), "akhir": (21, 31)}
"""The days that a part of a month covers. `akhir` ends with the month."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A date at `start..end` of a phrase. `months` and `days` are first and last; None where not printed."""

    year: int | None
    months: tuple[int, int] | None
    days: tuple[int, int] | None
    precision: DatePrecision
    start: int
    end: int
    digits: bool = False
    """True for `10/05/2024`, whose day and month may be meant the other way round."""

    def bounds(self, year: int | None = None) -> tuple[dt.date, dt.date] | None:
        """First and last day, in `year` where the print has none; None for a day that does not exist."""
        year = self.year if self.year is not None else year
        if year is None:
            return None
        first, last = self.months or (1, 12)
        if not 1 <= first <= last <= 12:
            return None
        length = calendar.monthrange(year, last)[1]
        low, high = self.days or (1, length)
        if self.precision is DatePrecision.PART_OF_MONTH:
            high = min(high, length)
        if not 1 <= low <= high <= length or (first == last and low > high):
            return None
        return dt.date(year, first, low), dt.date(year, last, high)

    def possible(self) -> bool:
        """True where some year has the day."""
        return self.bounds(2024) is not None

    def swapped(self) -> Mention | None:
        """The mention with day and month the other way round, where both are one number in digits."""
        if not self.digits or self.months is None or self.days is None or self.days[0] != self.days[1]:
            return None
        return replace(self, months=self.days, days=self.months)


_Built: TypeAlias = Mention | None
_CENTURY = r"(?:19|20)\d{2}"
_YEAR4 = rf"{_CENTURY}(?!\d)"
_YEAR = rf"(?:\s*[-/,]?\s*(?:tahun\s+)?(?P<year>{_YEAR4}|'\d{{2}}(?!\d)|\d{{2}}(?=\s*(?:[),;]|$))))?"
_AND = r"\s?(?:-|,\s?dan|,|&|dan|serta|hingga|sampai(?: dengan)?|s\.?d\.?|s/d)\s?(?:tanggal\s|tgl\.?\s?)?"
_APART = r"(?<![\w/.,-])"

_NOT_DATES = re.compile(
    r"(?:pukul|jam|pkl\.?)\s*\d{1,2}[.:]\d{2}|\d{1,2}[.:]\d{2}(?::\d{2})?\s*w(?:ib|ita?)\b|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?"
    rf"|\b(?:(?:uu|pp|perpres|perda|skb|se)\s+(?:nomor\s+|no\.?\s*)?\d|(?:nomor|no\.?)\s*\d)[^\s,;()]*(?:\s+tahun\s+{_YEAR4})?"
)
"""Times of day and citations of laws: numbers that look like dates and are none."""


def mentions_in(phrase: str, order: Order = "dmy") -> list[Mention]:
    """The dates of a phrase in their order. A day that no calendar has is among them; see `Mention.possible`."""
    phrase = _NOT_DATES.sub(_blank, phrase)
    found: list[Mention] = []

    def take(match: re.Match[str], build: Callable[[re.Match[str], Order], _Built]) -> str:
        mention = build(match, order)
        if mention is None:
            return match[0]
        found.append(mention)
        return _blank(match)

    for pattern, build in _FORMS:
        phrase = pattern.sub(partial(take, build=build), phrase)
    return sorted(found, key=lambda mention: mention.start)


def _blank(match: re.Match[str]) -> str:
    return "\n" * len(match[0])


def _year(text: str | None) -> int | None:
    """`2023`, `23` and `'23` as 2023."""
    if not text:
        return None
    year = int(text.lstrip("'"))
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def _of_days(match: re.Match[str], year: int | None, month: int, days: tuple[int, int]) -> Mention:
    precision = DatePrecision.DAY if days[0] == days[1] else DatePrecision.RANGE
    return Mention(year, (month, month), days, precision, *match.span())


def _iso(match: re.Match[str], _: Order) -> _Built:
    day = int(match["day"])
    return _of_days(match, int(match["year"]), int(match["month"]), (day, day))


def _iso_month(match: re.Match[str], _: Order) -> _Built:
    month = int(match["month"])
    return Mention(int(match["year"]), (month, month), None, DatePrecision.MONTH, *match.span())


def _numeric(match: re.Match[str], order: Order) -> _Built:
    """`24/11/2023`, `29/11`."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if order == "dmy" else (second, first)
    return replace(_of_days(match, _year(match.groupdict().get("year")), month, (day, day)), digits=True)


def _span(match: re.Match[str], _: Order) -> _Built:
    """`27-28/12/2023`, `9-11/10`."""
    return _of_days(match, _year(match["year"]), int(match["second"]), (int(match["first"]), int(match["last"])))


def _named(match: re.Match[str], _: Order) -> _Built:
    """`24 November 2023`, `27-28 Desember`, `1, 8 dan 15 April 2019`, `November 6, 2023`."""
    numbers = [int(number) for number in re.findall(r"\d+", match["days"])]
    return _of_days(match, _year(match["year"]), month_of(match["month"]), (numbers[0], numbers[-1]))


def _part(match: re.Match[str], _: Order) -> _Built:
    """`awal Oktober 2023`."""
    month = month_of(match["month"])
    return Mention(
        _year(match["year"]), (month, month), PARTS[match["part"]], DatePrecision.PART_OF_MONTH, *match.span()
    )


def _month(match: re.Match[str], _: Order) -> _Built:
    """A month; its short name only with a year, because `des` and `mar` are also the beginnings of words."""
    month, year = month_of(match["month"]), _year(match["year"])
    if year is None and match["month"].rstrip(".") not in LONG_MONTHS:
        return None
    return Mention(year, (month, month), None, DatePrecision.MONTH, *match.span())


def _portion(match: re.Match[str], _: Order) -> _Built:
    """`semester I 2024`, `triwulan 3 tahun 2023`."""
    number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(match["number"]) or int(match["number"])
    length = 6 if match["unit"] == "semester" else 3
    if number * length > 12:
        return None
    months = ((number - 1) * length + 1, number * length)
    return Mention(int(match["year"]), months, None, DatePrecision.RANGE, *match.span())


def _whole_year(match: re.Match[str], _: Order) -> _Built:
    return Mention(int(match["year"]), None, None, DatePrecision.YEAR, *match.span())


_ISO = rf"{_APART}(?P<year>{_CENTURY})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"
_SPAN = (
    rf"{_APART}(?P<first>\d{{1,2}}){_AND}(?P<last>\d{{1,2}})\s?(?P<mark>[/.])\s?(?P<second>\d{{1,2}})"
    rf"(?:\s?(?P=mark)\s?(?P<year>{_CENTURY}|\d{{2}})|(?<=/\d)|(?<=/\d\d))(?![\d/])"
)
_TRIPLE = (
    rf"{_APART}(?P<first>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<second>\d{{1,2}})\s?(?P=mark)\s?"
    rf"(?P<year>{_YEAR4}|\d{{2}}(?!\d))(?!(?P=mark)\d)"
)
_DAYS_MONTH = (
    rf"{_APART}(?P<days>\d{{1,2}}(?:{_AND}\d{{1,2}}){{0,9}})\s*[-/.]?\s*(?:bulan\s+)?(?P<month>{MONTH}){_YEAR}"
)
_MONTH_DAY = rf"(?<!\w)(?P<month>{MONTH})\s+(?P<days>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<year>{_YEAR4})"
_PART = rf"(?<!\w)(?P<part>{'|'.join(PARTS)})\s+(?:bulan\s+)?(?P<month>{MONTH}){_YEAR}"
_PORTION = (
    r"\b(?P<unit>semester|triwulan|kuartal|tw\.?)\s+(?P<number>i{1,3}|iv|[1-4])\s*,?\s*(?:tahun\s+)?"
    rf"(?P<year>{_YEAR4})"
)
_DAY_MONTH = rf"{_APART}(?P<first>\d{{1,2}})\s?/\s?(?P<second>\d{{1,2}})(?![\d/]|[.,-]\d)"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Order], _Built]], ...] = (
    (re.compile(_ISO), _iso),
    (re.compile(rf"{_APART}(?P<year>{_CENTURY})-(?P<month>0[1-9]|1[0-2])(?![\d-])"), _iso_month),
    (re.compile(_SPAN), _span),
    (re.compile(_TRIPLE), _numeric),
    (re.compile(_DAYS_MONTH), _named),
    (re.compile(_MONTH_DAY), _named),
    (re.compile(_PART), _part),
    (re.compile(rf"(?<![\w-])(?:bulan\s+)?(?P<month>{MONTH}){_YEAR}"), _month),
    (re.compile(_PORTION), _portion),
    (re.compile(_DAY_MONTH), _numeric),
    (re.compile(rf"{_APART}(?P<year>{_YEAR4})(?![/.,-]\d|\s*(?:orang|asn|pns|pegawai|pppk)\b)"), _whole_year),
)
"""Forms of printed dates, the fullest first: what one has taken the next does not see."""
