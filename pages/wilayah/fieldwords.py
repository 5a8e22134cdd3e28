"""The fields that sources speak of, and their values in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from babel.dates import format_date

from etl.reconcile import FIELDS, Kind, read_bounds, read_days
from etl.reconcile.fields import SEPARATOR
from i18n import N_, Text
from indicators.words import ACTIVITIES, LEVELS, MODES, ORGANISERS, POINTS, listed, word
from warehouse.vocabulary import Activity, DatePrecision, EventLevel, Mode, OrganiserKind, Qualifier

FIELD_NAMES: dict[str, str] = {
    "campaign_id": N_("Election"),
    "activity": N_("What was done"),
    "level": N_("Whose ceremony"),
    "organiser_kind": N_("Kind of organiser"),
    "organiser_region_code": N_("Organised by"),
    "place_region_code": N_("Held in"),
    "participant_regions": N_("Regions that took part"),
    "opd": N_("Organising unit"),
    "opd_id": N_("Unit in the register"),
    "date": N_("Date"),
    "mode": N_("On site or online"),
    "venue": N_("Venue"),
    "occasion": N_("Occasion"),
    "led_by": N_("Led by"),
    "read_by": N_("Read out by"),
    "witnesses": N_("Witnessed by"),
    "participants": N_("Participants"),
    "signers": N_("Signers of the pact"),
    "points": N_("Themes of the pledge"),
    "points_stated": N_("Number of points stated"),
    "tiers": N_("Ranks, in order"),
    "instruction_number": N_("Circular"),
    "instruction_date": N_("Date of the circular"),
    "legal_basis": N_("Legal basis as cited"),
    "simultaneous_with": N_("Part of"),
    # of a region, not of a ceremony
    "headcount": N_("Number of people"),
    "units": N_("Number of units"),
}

QUALIFIERS: dict[str, str] = {
    Qualifier.EXACT: N_("exact as printed"),
    Qualifier.APPROX: N_("approximate"),
    Qualifier.AT_LEAST: N_("at least"),
    Qualifier.AT_MOST: N_("at most"),
    Qualifier.MORE_THAN: N_("more than"),
    Qualifier.LESS_THAN: N_("less than"),
    Qualifier.WORD: N_("a word, not a number"),
    Qualifier.ALL: N_("“all”: as many as the target"),
    Qualifier.REPRESENTED: N_("represented: at least one"),
}

_WORDS: dict[Any, dict[str, str]] = {
    Activity: ACTIVITIES,
    EventLevel: LEVELS,
    OrganiserKind: ORGANISERS,
    Mode: MODES,
}


def value_words(field: str, value: str | None, names: Mapping[str, str], t: Text) -> str:
    """A claim's canonical text in words; `names` maps ids to names. Null: the source gives no value to work with."""
    if value is None:
        return t("not known")
    known = FIELDS.get(field)
    if known is None:
        return t.number(int(value)) if value.isdecimal() else value
    parts = value.split(SEPARATOR) if known.kind.is_list else [value]
    if known.kind in (Kind.WORD, Kind.WORDS):
        return listed([word(_WORDS.get(known.vocabulary, {}), part, t) for part in parts], t)
    if known.kind in (Kind.CODE, Kind.CODES):
        return listed([names.get(part, part) for part in parts], t)
    return "; ".join(_PRINTERS[known.kind](part, t) if known.kind in _PRINTERS else part for part in parts)


def _days(value: str, t: Text) -> str:
    days = read_days(value)
    if days.precision == DatePrecision.MONTH:
        return format_date(days.low, "MMMM y", locale=t.language)
    return str(days.low.year) if days.precision == DatePrecision.YEAR else t.dates(days.low, days.high)


def _theme(value: str, t: Text) -> str:
    number = int(value)
    return f"{number} {t(POINTS[number])}" if number in POINTS else value


_PRINTERS: dict[Kind, Callable[[str, Text], str]] = {
    Kind.DAYS: _days,
    Kind.DAY: lambda value, t: t.date(dt.date.fromisoformat(value)),
    Kind.COUNT: lambda value, t: t.interval(*read_bounds(value)),
    Kind.NUMBERS: _theme,
}
