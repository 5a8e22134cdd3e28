"""Which ceremony of the store a proposed one is: same organiser, same election, and days or a place that meet. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

import polars as pl

from etl.reconcile import Days, alike, read_days
from etl.review.values import Because, Candidate
from geo import register
from geo.names import opd_slug
from geo.spelling import name_key
from warehouse.vocabulary import DatePrecision

Values = Mapping[str, str | None]
"""Canonical values of a ceremony by field."""

_VAGUE = dt.timedelta(days=31)
"""Days that span more than this say too little to be the same ones."""

_NEAR = dt.timedelta(days=7)
"""How far apart two papers put one ceremony by a slip: a weekday, a day's delay, a week."""

_LIKELY = {Because.DAYS, Because.OTHER_DAY, Because.NEAR_DAYS, Because.PLACE}


def candidates(values: Values, others: Collection[str], events: pl.DataFrame) -> tuple[Candidate, ...]:
    """The ceremonies that may be meant, the best reason first. `others`: further days that the text may mean.

    One is likely where it alone has the best reason, or alone among those the like place too.
    """
    found = [
        (because, row)
        for row in events.iter_rows(named=True)
        if _same_organiser(values, row) and _same_election(values, row) and (because := _because(values, others, row))
    ]
    reasons = list(Because)
    found.sort(key=lambda each: (reasons.index(each[0]), each[1]["event_id"]))
    best = [row for because, row in found if because is found[0][0] and because in _LIKELY]
    if len(best) > 1:
        best = [row for row in best if _like_venue(values, row)]
    likely = {best[0]["event_id"]} if len(best) == 1 else set()
    return tuple(Candidate(row["event_id"], because, row["event_id"] in likely) for because, row in found)


def new_event_id(values: Values, taken: Collection[str]) -> str | None:
    """The id of a ceremony that the store does not know: organiser, unit and day; the venue or a number tells apart
    what would else be called the same. Null where it has neither a region nor a unit."""
    region, unit = values.get("organiser_region_code"), values.get("opd")
    if not region and not unit and values.get("organiser_kind") != "nasional":
        return None
    place = opd_slug(register.short_name(region).replace("Kab. ", "Kabupaten ")) if region else "nasional"
    own = (values.get("opd_id") or "").partition("/")[2] or opd_slug(unit or "")
    date = values.get("date")
    when = _written(read_days(date)) if date else values.get("campaign_id") or "tanpa-tanggal"
    base = "-".join(part for part in (place, own, when) if part)
    venue = opd_slug(values.get("venue") or "")
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (base, *([f"{base}-{venue}"] if venue else []), *numbered) if name not in taken)


def _written(days: Days) -> str:
    if days.precision is DatePrecision.YEAR:
        return f"{days.low:%Y}"
    return f"{days.low:%Y-%m}" if days.precision is DatePrecision.MONTH else days.low.isoformat()


def _same_organiser(values: Values, row: Mapping[str, Any]) -> bool:
    region, stored = values.get("organiser_region_code"), row["organiser_region_code"]
    if (region and register.current_code(region)) != (stored and register.current_code(stored)):
        return False
    if values.get("opd_id") and row["opd_id"]:
        return bool(values["opd_id"] == row["opd_id"])
    unit, other = values.get("opd"), row["opd"]
    if not unit or not other:
        same_kind = values.get("organiser_kind") in {None, row["organiser_kind"]}
        return not unit and not other and same_kind and bool(region or row["organiser_kind"] == "nasional")
    return name_key(unit) == name_key(other) or (bool(region) and alike(unit, other))


def _same_election(values: Values, row: Mapping[str, Any]) -> bool:
    campaign = values.get("campaign_id")
    return not campaign or row["campaign_id"] is None or bool(campaign == row["campaign_id"])


def _because(values: Values, others: Collection[str], row: Mapping[str, Any]) -> Because | None:
    """Why a ceremony of this organiser and election may be meant; null where days and place speak against it."""
    days = read_days(date) if (date := values.get("date")) else None
    low, high = row["date_low"], row["date_high"]
    if days and low and days.high - days.low <= _VAGUE and high - low <= _VAGUE:
        if _meet(days, low, high):
            return Because.DAYS
        if any(_meet(read_days(other), low, high) for other in others):
            return Because.OTHER_DAY
        near = max(low - days.high, days.low - high) <= _NEAR
        return (Because.NEAR_DAYS if near else Because.ORGANISER) if _like_venue(values, row) else None
    if days and low and not _meet(days, low, high):
        return None
    return Because.PLACE if _like_venue(values, row) or _same_place(values, row) else Because.ORGANISER


def _meet(days: Days, low: dt.date, high: dt.date) -> bool:
    return days.low <= high and days.high >= low


def _like_venue(values: Values, row: Mapping[str, Any]) -> bool:
    venue, other = values.get("venue"), row["venue"]
    return bool(venue and other) and alike(str(venue), str(other))


def _same_place(values: Values, row: Mapping[str, Any]) -> bool:
    """No venue to compare, and the same region."""
    place, other = values.get("place_region_code"), row["place_region_code"]
    return not (values.get("venue") and row["venue"]) and bool(place) and bool(place == other)
