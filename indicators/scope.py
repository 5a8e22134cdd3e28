"""What is asked of an indicator: where, at which level, for which election, as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

QueryLevel = Literal["nasional", "provinsi", "kabupaten", "opd"]
LEVELS: tuple[QueryLevel, ...] = get_args(QueryLevel)

ALL_CAMPAIGNS = "semua"
ALL_KINDS = "semua"


@dataclass(frozen=True, slots=True)
class Scope:
    """A question to an indicator.

    `region` None = the nation. `level` None = the region itself, else the units below it (`kabupaten` = kabupaten and
    kota). `campaign` None = the newest with data, `semua` = all. `as_of` None = all that the snapshot knows, with days
    counted to the snapshot's day. `organiser_kind` None = regional governments and their OPD, `semua` = every kind.
    `since`/`until` keep events whose date range touches the period (undated ones drop out). `grade` keeps evidence of
    that grade or better.
    """

    region: str | None = None
    level: QueryLevel | None = None
    campaign: str | None = None
    as_of: date | None = None
    organiser_kind: str | None = None
    since: date | None = None
    until: date | None = None
    grade: str | None = None
