"""What the filter bar shows: a pure function from the reader's context."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from i18n import Text
from indicators.words import GRADES, listed, word
from pages.choices import Choices
from pages.context import Context
from pages.link import FIRST_DAY, LAST_DAY, PER
from warehouse.as_of import AsOf

KEYS = ("kampanye", "provinsi", "dari", "sampai", "bukti", PER)
"""Link keys of the fields, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class Field:
    """One filter: link key, label, and the value in force, empty = not filtered.

    `options` are values and their words, the first of them empty; null = a day, as `2024-09-25`, which `words` print as
    the reader writes days, whatever the browser makes of it; without a day they say what holds. `help` may be empty.
    """

    key: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] | None = None
    help: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class FilterBar:
    """The bar. `summary` names it where it is folded; `first` and `last` (ISO) are the days that can be meant."""

    summary: str
    fields: tuple[Field, ...]
    first: str = FIRST_DAY.isoformat()
    last: str = LAST_DAY.isoformat()


def filter_bar(context: Context, options: Choices) -> FilterBar:
    """Campaign, province, period, evidence grade, what was known when."""
    t, chosen = context.t, context.filters
    in_force = chosen.query()
    grades = {grade: t("{grade} or better", grade=grade) for grade in GRADES}
    meanings = listed([f"{grade} = {word(GRADES, grade, t)}" for grade in GRADES], t)
    when = t("What was known on that day. A snapshot is chosen on the page History.")
    known = t("Newest") if context.pinned is None else t("Snapshot {number}", number=context.pinned)
    fields = (
        Field("kampanye", t("Election"), in_force.get("kampanye", ""), _offered(t("All"), options.campaigns)),
        Field("provinsi", t("Province"), in_force.get("provinsi", ""), _offered(t("All"), options.provinces)),
        _day("dari", t("From"), chosen.since, t, unfiltered=t("Any day")),
        _day("sampai", t("Until"), chosen.until, t, unfiltered=t("Any day")),
        Field("bukti", t("Evidence"), in_force.get("bukti", ""), _offered(t("All"), grades), meanings),
        _day(PER, t("Known by"), context.as_of, t, unfiltered=known, about=when),
    )
    active = len(in_force) + (not context.is_newest)
    summary = t.n("Filters ({count} active)", "Filters ({count} active)", active) if active else t("Filters")
    return FilterBar(summary, fields)


def _day(key: str, label: str, day: dt.date | None, t: Text, *, unfiltered: str, about: str = "") -> Field:
    if day is None:
        return Field(key, label, "", help=about, words=unfiltered)
    return Field(key, label, day.isoformat(), help=about, words=t.date(day, "short"))


def _offered(unfiltered: str, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return (("", unfiltered), *names.items())


def spelt(key: str, value: str, pinned: int | None) -> str:
    """A field's value as the link has it; empty = the key leaves the link.

    The day that counts as today is asked of the snapshot that the link names, which stays. What is no day goes into the
    link as it came: who reads the link says that it cannot be used.
    """
    if key != PER:
        return value
    try:
        day = dt.date.fromisoformat(value) if value else None
    except ValueError:
        return value
    return str(AsOf(pinned, day))
