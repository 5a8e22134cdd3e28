"""Messages from the gettext catalogues, and numbers and dates as Indonesians write them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_CATALOGUES = Path(__file__).parent
_NBSP = "\u00a0"
_EN_DASH = "–"


_ZONES = {7.0: "WIB", 8.0: "WITA", 9.0: "WIT"}
"""What Indonesians call their three time zones, by their hours ahead of UTC."""


def N_(message: str) -> str:
    """Mark a module-level message for extraction; translate it later with `Text`."""
    return message


@cache
def _messages(language: Language) -> dict[str, str]:
    """All catalogues of a language as one mapping: English message (`one\\0many` for a plural) to text."""
    merged: dict[str, str] = {}
    for path in sorted((_CATALOGUES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if not message.id:
                    continue
                forms = message.string
                key = message.id if isinstance(message.id, str) else "\0".join(message.id)
                merged[key] = forms if isinstance(forms, str) else (forms or ("",))[0]
    return merged


def _zone_name(offset: dt.timedelta) -> str:
    """WIB, WITA, WIT, UTC, or the difference from UTC as UTC+05:30."""
    if (name := _ZONES.get(offset / dt.timedelta(hours=1))) is not None:
        return name
    return dt.timezone(offset).tzname(None)


class Text:
    """One language's words and number forms. Pure: the same input gives the same text.

    `Text.__call__` translates; `n` chooses the plural; the others print figures. A null figure prints as an
    en dash, never as 0.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._messages = _messages(language)

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, `{name}` places filled from `values` (values are never read as formats)."""
        found = self._messages.get(message) or message
        return found.format_map(values) if values else found

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """The singular or plural message for `count`; `{count}` prints it with thousands separators."""
        found = self._messages.get(f"{one}\0{many}") or (one if count == 1 else many)
        return found.format_map({"count": self.number(count), **values})

    def number(self, value: float | None, decimals: int = 0) -> str:
        """8100 as 8.100 (id) or 8,100 (en)."""
        if value is None:
            return _EN_DASH
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=self.language)

    def percent(self, value: float | None, decimals: int = 1) -> str:
        """The fraction 0.665 as 66,5 % (id) or 66.5% (en)."""
        if value is None:
            return _EN_DASH
        return self.number(value * 100, decimals) + (f"{_NBSP}%" if self.language == "id" else "%")

    def date(self, value: dt.date | None, length: Literal["long", "short"] = "long") -> str:
        """24 November 2023 (long) or 24 Nov 2023 (short)."""
        if value is None:
            return _EN_DASH
        return format_date(value, "d MMMM y" if length == "long" else "d MMM y", locale=self.language)

    def moment(self, value: dt.datetime, zone: dt.tzinfo | None = None) -> str:
        """A moment (with its time zone) by the clocks of a zone, null = of this PC: 24 November 2023 14.05 WIB."""
        local = value.astimezone(zone)
        clock = f"{local:%H.%M}" if self.language == "id" else f"{local:%H:%M}"
        return f"{self.date(local.date())} {clock} {_zone_name(local.utcoffset() or dt.timedelta())}"

    def dates(self, low: dt.date | None, high: dt.date | None) -> str:
        """A day, or a range of days as `1–3 Oktober 2023`, `27 November–2 Desember 2023`."""
        if low is None or high is None or low == high:
            return self.date(low or high)
        if (low.year, low.month) == (high.year, high.month):
            return f"{low.day}{_EN_DASH}{self.date(high)}"
        if low.year == high.year:
            return f"{format_date(low, 'd MMMM', locale=self.language)}{_EN_DASH}{self.date(high)}"
        return f"{self.date(low)}{_EN_DASH}{self.date(high)}"

    def interval(self, low: int | None, high: int | None) -> str:
        """Bounds of a count: `8.100`, `8.050–8.150`, `sedikitnya 252`, `paling banyak 40`, or an en dash.

        From 0 upward without an end says nothing of a count: an en dash too.
        """
        if high is None and not low:
            return _EN_DASH
        if low == high:
            return self.number(low)
        if high is None:
            return self(N_("at least {figure}"), figure=self.number(low))
        if low is None:
            return self(N_("at most {figure}"), figure=self.number(high))
        return f"{self.number(low)}{_EN_DASH}{self.number(high)}"

    def rate(self, low: float | None, high: float | None, decimals: int = 1) -> str:
        """Bounds of a fraction: `49,0–76,0 %`, `60,0 %`, `sedikitnya 60,0 %`, or an en dash as of a count."""
        if high is None and not low:
            return _EN_DASH
        if low == high:
            return self.percent(low, decimals)
        if high is None:
            return self(N_("at least {figure}"), figure=self.percent(low, decimals))
        if low is None:
            return self(N_("at most {figure}"), figure=self.percent(high, decimals))
        said = self.number(low * 100, decimals), self.number(high * 100, decimals)
        # Bounds that are printed alike are read as one figure: “15–15 %” is none.
        return f"{'' if said[0] == said[1] else f'{said[0]}{_EN_DASH}'}{self.percent(high, decimals)}"


@cache
def text(language: Language) -> Text:
    """The shared, immutable `Text` of a language."""
    return Text(language)
