"""The day by which the pact has to be signed: the deadline of the duty, else the start of the campaign or the poll."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from warehouse.frames import Frames
from warehouse.vocabulary import Duty, DutyScope, DutyStatus


class DeadlineKind(StrEnum):
    """Where the day comes from."""

    DUTY = "duty"
    CAMPAIGN_START = "campaign_start"
    ELECTION = "election"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and where it comes from. `set_by`: the office and letter that put the duty on the OPD; null = none did.

    `stated` is the duty's deadline as printed, where that is no day.
    """

    day: dt.date
    kind: DeadlineKind
    set_by: str | None = None
    stated: str | None = None


def deadline(frames: Frames, region: str, campaign: str | None) -> Deadline | None:
    """By when the OPD of a government are to have signed for an election; null = no such day is known.

    Of several deadlines the last one, by which everybody has to have signed.
    """
    duties = frames.obligation.filter(
        pl.col("region_code") == region,
        pl.col("campaign_id") == campaign,
        pl.col("what") == Duty.PAKTA,
        pl.col("status") == DutyStatus.WAJIB,
        pl.col("scope") != DutyScope.OPD,
    ).sort("due_date", "obligation_id", nulls_last=False)
    duty = duties.tail(1).select("due_date", "due_stated", "set_by").to_dicts()
    set_by, stated = (duty[0]["set_by"], duty[0]["due_stated"]) if duty else (None, None)
    if duty and duty[0]["due_date"] is not None:
        return Deadline(duty[0]["due_date"], DeadlineKind.DUTY, set_by)
    for start, polling in (
        frames.campaign.filter(pl.col("campaign_id") == campaign).select("campaign_start", "election_date").iter_rows()
    ):
        if start is not None:
            return Deadline(start, DeadlineKind.CAMPAIGN_START, set_by, stated)
        if polling is not None:
            return Deadline(polling, DeadlineKind.ELECTION, set_by, stated)
    return None
