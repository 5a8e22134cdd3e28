"""The first evidence that a unit did what a duty asks: counts received, ceremonies held."""

from __future__ import annotations

import polars as pl

from indicators.counting.tallies import Measure, counts
from indicators.evidence.ceremonies import selected
from indicators.question import OWN_ROLES, REGIONAL_KINDS, Question
from warehouse.vocabulary import Activity, Duty

_MEASURES = {Duty.IKRAR: Measure.PLEDGED, Duty.PAKTA: Measure.SIGNED, Duty.REPORT: Measure.REPORTED}
_ACTIVITIES: dict[Duty, tuple[Activity, ...]] = {
    Duty.IKRAR: (Activity.IKRAR, Activity.DEKLARASI, Activity.KOMITMEN),
    Duty.PAKTA: (Activity.PAKTA,),
    Duty.REPORT: (),
}
"""Ceremonies that do what the duty asks. A report is a count; that a ceremony was held reports none."""


def first_evidence(question: Question, duty: Duty) -> pl.DataFrame:
    """When each unit first did what the duty asks, by the day asked for; units without evidence are missing.

    Columns `unit_id` (opd_id or region code), `first_low` (null = not known), `first_high` (null = not known),
    `is_certain` (false = all of it may have been later than the day asked for), and where to look: `event_id` of a
    ceremony, else `evidence_source_id` of a count. A count (0 is one) is of the day it holds for, at the latest; when
    it was sent is not on record. An OPD's count is also its region's report; its ceremony is its own alone.
    """
    found = pl.concat([_counted(question, duty), _held(question, duty)])
    first = ["first_high", "event_id", "evidence_source_id"]
    return (
        found.sort(*first, nulls_last=True)
        .group_by("unit_id", maintain_order=True)
        .agg(
            first_low=pl.when(pl.col("first_low").is_not_null().all()).then(pl.col("first_low").min()),
            first_high=pl.col("first_high").min(),
            is_certain=pl.col("is_certain").any(),
            event_id=pl.col("event_id").first(),
            evidence_source_id=pl.col("evidence_source_id").first(),
        )
    )


def _counted(question: Question, duty: Duty) -> pl.DataFrame:
    stated = (
        counts(question, _MEASURES[duty]).filter("is_stated").select("region_code", "unit_id", "as_of", "source_id")
    )
    both = pl.concat([stated, stated.with_columns(unit_id="region_code")])
    return (
        both.group_by("unit_id")
        .agg(first=pl.col("as_of").min(), source=pl.col("source_id").sort_by("as_of", "source_id").first())
        .select(
            "unit_id",
            first_low="first",
            first_high="first",
            is_certain=pl.lit(value=True),
            event_id=pl.lit(None, pl.String),
            evidence_source_id="source",
        )
    )


def _held(question: Question, duty: Duty) -> pl.DataFrame:
    """Ceremonies of an OPD for it, those of the region itself for each region that held it or took part."""
    events = selected(question, filtered=False).filter(
        pl.col("organiser_kind").is_in(REGIONAL_KINDS),
        pl.col("activity").list.set_intersection([one.value for one in _ACTIVITIES[duty]]).list.len() > 0,
    )
    of_opd = events.filter(pl.col("opd_id").is_not_null()).with_columns(unit_id="opd_id")
    own = question.frames.event_region.filter(pl.col("role").is_in(OWN_ROLES)).select("event_id", unit_id="region_code")
    of_region = events.filter(pl.col("opd").is_null(), pl.col("opd_id").is_null()).join(
        own.unique(), on="event_id", how="inner", validate="1:m"
    )
    columns = {"first_low": "date_low", "first_high": "date_high", "is_certain": "is_certain", "event_id": "event_id"}
    return pl.concat(
        [rows.select("unit_id", **columns, evidence_source_id=pl.lit(None, pl.String)) for rows in (of_opd, of_region)]
    )
