"""The link is the state: reading filters from it. What cannot be used is ignored and named, never an exception."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from i18n import LANGUAGES, BadInput, Language
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Filters
from warehouse.as_of import AsOf
from warehouse.vocabulary import Grade

PER = "per"
SHARED_KEYS = ("kampanye", "provinsi", "dari", "sampai", "bukti", PER, "bahasa", "data")
FIRST_DAY, LAST_DAY = dt.date(2010, 1, 1), dt.date(2035, 12, 31)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a link says: the filters, and the keys whose values could not be used."""

    filters: Filters
    ignored: tuple[str, ...]


def language(query: Mapping[str, str]) -> Language:
    """Indonesian, unless the link asks for another language that there is."""
    wanted = query.get("bahasa")
    return next((known for known in LANGUAGES if known == wanted), "id")


def wants_sample(query: Mapping[str, str]) -> bool:
    """True where the link asks for the example data."""
    return query.get("data") == "contoh"


def as_of(query: Mapping[str, str]) -> AsOf | None:
    """The state that the link asks for, the newest where it asks for none; null = what it says cannot be read."""
    given = query.get(PER)
    if not given:
        return AsOf()
    try:
        found = AsOf.read(given)
    except BadInput:
        return None
    return found if found.day is None or FIRST_DAY <= found.day <= LAST_DAY else None


def own_params(query: Mapping[str, str]) -> dict[str, str]:
    """The keys that belong to one page, not to all."""
    return {key: value for key, value in query.items() if key not in SHARED_KEYS}


def read(query: Mapping[str, str], campaigns: Collection[str], provinces: Collection[str]) -> Reading:
    """The filters of a link, checked against the campaigns and provinces there are."""
    ignored: list[str] = []

    def known(key: str, among: Collection[str]) -> str | None:
        value = query.get(key)
        if value and value not in among:
            ignored.append(key)
            return None
        return value or None

    def day(key: str) -> dt.date | None:
        value = query.get(key)
        if not value:
            return None
        try:
            found = dt.date.fromisoformat(value)
        except ValueError:
            found = dt.date.min
        if not FIRST_DAY <= found <= LAST_DAY:
            ignored.append(key)
            return None
        return found

    campaign = known("kampanye", {*campaigns, ALL_CAMPAIGNS}) or ALL_CAMPAIGNS
    province = known("provinsi", provinces)
    since, until = day("dari"), day("sampai")
    if since and until and since > until:
        ignored.append("sampai")
        until = None
    grade = known("bukti", [grade.value for grade in Grade])
    known("bahasa", LANGUAGES)
    known("data", ("contoh",))
    return Reading(Filters(campaign, province, since, until, grade), tuple(ignored))


NO_FILTERS = Filters()
"""The filters of a bare link."""
