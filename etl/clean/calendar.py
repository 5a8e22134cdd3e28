"""Names of months and days of the week, as Indonesians print them, from CLDR and with the spellings it lacks. Pure."""

from __future__ import annotations

import re

from babel import Locale

_MONTH_VARIANTS = {
    "nopember": 11,
    "nop": 11,
    "pebruari": 2,
    "peb": 2,
    "mart": 3,
    "mrt": 3,
    "agust": 8,
    "agus": 8,
    "ags": 8,
    "agt": 8,
    "sept": 9,
}
_DAY_VARIANTS = {"jum'at": 4, "jumaat": 4, "ahad": 6}


def _names(form: str, width: str) -> dict[str, int]:
    """CLDR's keys by name, in lower case, Indonesian and English. Days count from Monday = 0, months from 1."""
    return {
        name.lower(): key
        for language in ("en", "id")
        for key, name in getattr(Locale(language), form)["format"][width].items()
    }


MONTHS: dict[str, int] = {**_names("months", "wide"), **_names("months", "abbreviated"), **_MONTH_VARIANTS}
"""Month by its name in lower case: `nopember` is 11."""

LONG_MONTHS: frozenset[str] = frozenset({*_names("months", "wide"), "nopember", "pebruari"})
"""The full names, which mean a month also without day and year."""

WEEKDAYS: dict[str, int] = {**_names("days", "wide"), **_DAY_VARIANTS}
"""Day of the week by its name in lower case, Monday = 0."""

_SHORT_DAYS = _names("days", "abbreviated")


def _any(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


MONTH = rf"(?:(?:{_any(MONTHS)})(?![a-z])\.?)"
"""A month's name with its full stop, for text in lower case."""

WEEKDAY = rf"(?:(?<![\w'])(?:(?:{_any(WEEKDAYS)})(?![\w'])|(?:{_any(_SHORT_DAYS)})(?=[.,])))"
"""A day of the week, for text in lower case; an abbreviation only with its stop: `Sen, 6 Nov`."""


def month_of(name: str) -> int:
    """The month of a name that `MONTH` matched."""
    return MONTHS[name.rstrip(".")]


def weekday_of(name: str) -> int:
    """The day of the week, Monday = 0, of a name that `WEEKDAY` matched."""
    return WEEKDAYS[name] if name in WEEKDAYS else _SHORT_DAYS[name]
