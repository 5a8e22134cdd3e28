"""Ceremonies as rows a person reads: who, when and how sure, how many, on how many voices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl
from babel.dates import format_date

from i18n import Text
from indicators.words import ACTIVITIES, DATE_STATUSES, ORGANISERS, listed, word
from warehouse.frames import Frames
from warehouse.vocabulary import DatePrecision, DateStatus, OrganiserKind, Qualifier

# Ceremonies of these enter no figure of a region.
ASIDE = (OrganiserKind.VERTIKAL, OrganiserKind.PENYELENGGARA, OrganiserKind.NASIONAL)

# Statuses that the date in words needs no mark for: it is as printed, or it says itself that it is not known.
_SELF_EVIDENT = (DateStatus.STATED, DateStatus.MISSING)


@dataclass(frozen=True, slots=True)
class Ceremony:
    """One ceremony. Dates null = not known; `date_note` null = nothing to add; `people` null = not stated.

    `sources` counts independent voices, `contradictions` the fields that its sources contradict each other in.
    `regions`: codes of organiser and participants. `aside`: held by a central office, an election body or the nation.
    """

    event_id: str
    title: str
    organiser: str
    organiser_code: str | None
    campaign_id: str | None
    campaign: str | None
    low: dt.date | None
    high: dt.date | None
    status: str
    date: str
    date_note: str | None
    people: str | None
    grade: str | None
    sources: int
    contradictions: int
    regions: tuple[str, ...]
    aside: bool


def ceremonies(frames: Frames, events: pl.DataFrame, t: Text) -> tuple[Ceremony, ...]:
    """The events given (rows of `indicators.events_in`), newest first, undated ones last."""
    regions = region_names(frames)
    campaigns = dict(frames.campaign.select("campaign_id", "name").iter_rows())
    rows = []
    for event in events.sort("date_high", "event_id", descending=[True, False], nulls_last=True).to_dicts():
        status = event["date_status"]
        rows.append(
            Ceremony(
                event_id=event["event_id"],
                title=title(event, regions, t),
                organiser=organiser(event, regions, t),
                organiser_code=event["organiser_region_code"],
                campaign_id=event["campaign_id"],
                campaign=campaigns.get(event["campaign_id"]),
                low=event["date_low"],
                high=event["date_high"],
                status=status,
                date=date_words(event, t),
                date_note=None if status in _SELF_EVIDENT else word(DATE_STATUSES, status, t),
                people=people(event, "participants", t),
                grade=event["grade"],
                sources=event["voices"],
                contradictions=event["contradictions"],
                regions=tuple(event["region_codes"]),
                aside=event["organiser_kind"] in ASIDE,
            )
        )
    return tuple(rows)


def region_names(frames: Frames) -> dict[str, str]:
    """Code to official name, replaced codes too."""
    return dict(frames.region.select("code", "name").iter_rows())


def organiser(event: Mapping[str, Any], regions: Mapping[str, str], t: Text) -> str:
    """Who held it: the unit and its region, the region, or the kind of organiser."""
    region = regions.get(event["organiser_region_code"] or "")
    if event["opd"] and region and region not in event["opd"]:
        return f"{event['opd']}, {region}"
    kind = word(ORGANISERS, event["organiser_kind"], t)
    return event["opd"] or region or f"{kind[:1].upper()}{kind[1:]}"


def title(event: Mapping[str, Any], regions: Mapping[str, str], t: Text) -> str:
    """Organiser and what was done, as a heading."""
    done = listed([word(ACTIVITIES, activity, t) for activity in event["activity"]], t)
    return f"{organiser(event, regions, t)}: {done}"


def date_words(event: Mapping[str, Any], t: Text) -> str:
    """The date in the unit in which it is known: a day, days, a month, a year."""
    low, high = event["date_low"], event["date_high"]
    if low is None:
        return t("date not known")
    if event["date_precision"] == DatePrecision.MONTH:
        return format_date(low, "MMMM y", locale=t.language)
    if event["date_precision"] == DatePrecision.YEAR:
        return str(low.year)
    return t.dates(low, high)


def people(event: Mapping[str, Any], measure: str, t: Text) -> str | None:
    """`participants` or `signers`: the bounds, with the print where it says more. Null = nothing stated."""
    low, high, stated = event[f"{measure}_low"], event[f"{measure}_high"], event[f"{measure}_stated"]
    if low is None and high is None:
        return t("“{stated}”, number not known", stated=stated) if stated else None
    bounds = t.interval(low, high)
    if stated is None or event[f"{measure}_qualifier"] == Qualifier.EXACT:
        return bounds
    return t("{bounds} (“{stated}”)", bounds=bounds, stated=stated)
