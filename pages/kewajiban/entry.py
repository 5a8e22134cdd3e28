"""What the form for a duty offers, and what it is filled with at first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from etl.obligations import Letter
from indicators.scope import ALL_CAMPAIGNS
from pages.context import Context
from pages.kewajiban.model import DUTY, REGION, WHAT
from warehouse.vocabulary import Duty, DutyScope, DutyStatus, OpdKind


@dataclass(frozen=True, slots=True)
class Choices:
    """Elections, newest first, and the regions in force, by id."""

    campaigns: Mapping[str, str]
    regions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Given:
    """What the fields hold at first. `obligation_id`: the duty to be corrected; null = a new one."""

    obligation_id: str | None
    campaign_id: str | None
    region_code: str | None
    scope: str
    opd_id: str | None
    what: str
    status: str
    due_date: dt.date | None
    due_stated: str
    reason: str
    letter: Letter


def choices(context: Context) -> Choices:
    """What there is to choose from."""
    campaign = context.frames.campaign.sort("election_date", descending=True, nulls_last=True)
    region = context.frames.region.filter(pl.col("valid_to").is_null()).sort("code")
    return Choices(
        campaigns=dict(campaign.select("campaign_id", "name").iter_rows()),
        regions={code: f"{name} · {code}" for code, name in region.select("code", "name").iter_rows()},
    )


def units_of(context: Context, region: str) -> Mapping[str, str]:
    """The OPD of a region by id, by name."""
    own = context.frames.opd.filter(
        pl.col("region_code") == region, pl.col("kind") != OpdKind.VERTIKAL, pl.col("valid_to").is_null()
    )
    return dict(own.sort("name").select("opd_id", "name").iter_rows())


def given(context: Context) -> Given:
    """The duty that the link names (`kewajiban`), else an empty form for the region and election of the link."""
    wanted = context.params.get(DUTY, "")
    for row in context.frames.obligation.filter(pl.col("obligation_id") == wanted).to_dicts():
        return Given(
            obligation_id=row["obligation_id"],
            campaign_id=row["campaign_id"],
            region_code=row["region_code"],
            scope=row["scope"],
            opd_id=row["opd_id"],
            what=row["what"],
            status=row["status"],
            due_date=row["due_date"],
            due_stated=row["due_stated"] or "",
            reason=row["reason"] or "",
            letter=Letter.of(row["set_by"]),
        )
    filters, what = context.filters, context.params.get(WHAT)
    return Given(
        obligation_id=None,
        campaign_id=None if filters.campaign == ALL_CAMPAIGNS else filters.campaign,
        region_code=context.params.get(REGION) or filters.province,
        scope=DutyScope.EVERY_OPD,
        opd_id=None,
        what=what if what in list(Duty) else Duty.PAKTA,
        status=DutyStatus.WAJIB,
        due_date=None,
        due_stated="",
        reason="",
        letter=Letter(""),
    )
