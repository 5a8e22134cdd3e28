"""What a region has besides ceremonies: facts, duties, headcounts, contradictions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from briefings.units.basis import as_of_words
from i18n import Text
from indicators.evidence.ceremonies import disputes
from indicators.question import within
from indicators.words import DUTIES, DUTY_STATUSES, EMPLOYEE_TYPES, LEVELS, TIERS, word
from pages.context import Context
from pages.ui import SourceItem
from pages.wilayah.claims import FieldView, fields, source_items
from warehouse.vocabulary import DutyScope, SubjectKind, Tier


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty that a circular or law puts on the region or its units. `due` is its deadline in words."""

    obligation_id: str
    what: str
    whom: str
    campaign: str
    due: str
    due_date: dt.date | None
    set_by: str
    source: SourceItem


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """How many people a unit has: the kind of people, the day the count holds for, the source. `people` never null.

    `low` and `high` are its bounds; both null = listed without a figure. `day` is the first day that `as_of` can mean.
    """

    unit_id: str
    unit: str
    kind: str
    people: str
    low: int | None
    high: int | None
    as_of: str
    day: dt.date
    note: str | None
    source: SourceItem


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field that sources contradict each other in, of which ceremony or unit, and where that is shown in full."""

    subject: str
    href: str | None
    field: FieldView


def region_facts(region: Mapping[str, Any], t: Text) -> tuple[tuple[str, str], ...]:
    """Name and value of what the register says; unknown ones are left out."""
    area, people, until = region["area_km2"], region["population"], region["valid_to"]
    facts = (
        (t("Level"), word(LEVELS, region["level"], t)),
        (t("Kemendagri code"), region["code"]),
        (t("BPS code"), region["bps_code"]),
        (t("ISO 3166-2 code"), region["iso_3166_2"]),
        (t("Population (Dukcapil, second half of 2024)"), None if people is None else t.number(people)),
        (t("Area"), None if area is None else f"{t.number(area, 0 if area >= 1000 else 1)} km²"),
        (t("In force until"), until and t.date(until)),
    )
    return tuple((name, value) for name, value in facts if value)


def duties(context: Context, code: str) -> tuple[DutyRow, ...]:
    """Duties of the region, those below it and their units, for the elections filtered for."""
    t, frames = context.t, context.frames
    sources = source_items(frames)
    campaigns = dict(frames.campaign.select("campaign_id", "name").iter_rows())
    names = dict(frames.region.select("code", "name").iter_rows()) | dict(
        frames.opd.select("opd_id", "name").iter_rows()
    )
    rows = frames.obligation.filter(within(code)).sort("campaign_id", "region_code", "obligation_id")
    return tuple(
        DutyRow(
            obligation_id=row["obligation_id"],
            what=f"{word(DUTIES, row['what'], t)} ({word(DUTY_STATUSES, row['status'], t)})",
            whom=t("every OPD of {region}", region=names[row["region_code"]])
            if row["scope"] == DutyScope.EVERY_OPD
            else names.get(row["opd_id"] or row["region_code"], row["region_code"]),
            campaign=campaigns.get(row["campaign_id"], row["campaign_id"]),
            due=t.date(row["due_date"]) if row["due_date"] else row["due_stated"] or t("no deadline set"),
            due_date=row["due_date"],
            set_by=row["set_by"],
            source=sources[row["source_id"]],
        )
        for row in rows.to_dicts()
    )


def headcounts(context: Context, rows: pl.DataFrame) -> tuple[HeadcountRow, ...]:
    """The rows given (of the headcount table) in words."""
    t, frames = context.t, context.frames
    sources = source_items(frames)
    names = dict(frames.region.select("code", "name").iter_rows()) | dict(
        frames.opd.select("opd_id", "name").iter_rows()
    )
    return tuple(
        HeadcountRow(
            unit_id=row["unit_id"],
            unit=names.get(row["unit_id"], row["unit_id"]),
            kind=kind_words(row["employee_type"], row["tier"], t),
            people=t("listed without a figure")
            if row["people_low"] is None and row["people_high"] is None
            else t.interval(row["people_low"], row["people_high"]),
            low=row["people_low"],
            high=row["people_high"],
            as_of=as_of_words(row["as_of"], row["as_of_precision"], t),
            day=row["as_of"],
            note=row["note"],
            source=sources[row["source_id"]],
        )
        for row in rows.to_dicts()
    )


def kind_words(employee_type: str, tier: str, t: Text) -> str:
    """Kind of people, with the tier where it is one."""
    kind = word(EMPLOYEE_TYPES, employee_type, t)
    return kind if tier == Tier.SEMUA else f"{kind}, {word(TIERS, tier, t)}"


def contradictions(context: Context, code: str, events: Mapping[str, tuple[str, str]]) -> tuple[Contradiction, ...]:
    """Where sources contradict each other on these ceremonies (id to title and address), the region or its units.

    Open ones first.
    """
    frames = context.frames
    claims = frames.claim.filter(
        ((pl.col("subject_kind") == SubjectKind.EVENT) & pl.col("subject_id").is_in(list(events)))
        | (pl.col("subject_kind").is_in([SubjectKind.REGION.value, SubjectKind.OPD.value]) & within(code, "subject_id"))
        | ((pl.col("subject_kind") == SubjectKind.OPD) & pl.col("subject_id").str.starts_with(f"{code}/"))
    )
    names = dict(frames.region.select("code", "name").iter_rows()) | dict(
        frames.opd.select("opd_id", "name").iter_rows()
    )
    found = []
    for dispute in disputes(claims).sort("is_open", "subject_id", "field", descending=[True, False, False]).to_dicts():
        subject = dispute["subject_id"]
        mine = claims.filter(pl.col("subject_id") == subject, pl.col("field") == dispute["field"])
        title, href = events.get(subject, (names.get(subject, subject), None))
        found.append(Contradiction(title, href, fields(frames, mine, context.t)[0]))
    return tuple(found)
