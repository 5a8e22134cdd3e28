"""What is asked of an indicator: where, at which level, for which election, as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from warehouse.vocabulary import Audience

QueryLevel = Literal["nasional", "provinsi", "kabupaten", "pemda", "opd"]
LEVELS: tuple[QueryLevel, ...] = get_args(QueryLevel)

ALL_CAMPAIGNS = "semua"
ALL_KINDS = "semua"


@dataclass(frozen=True, slots=True)
class Scope:
    """A question to an indicator.

    `region` None = the nation. `level` None = the region itself, else the units below it (`kabupaten` = kabupaten
    and kota; `pemda` = regional governments with nothing but their own OPD: the provincial ones too). `campaign`
    None = the newest with data, `semua` = all. `as_of` None = all that the snapshot knows, with days counted to the
    snapshot's day. `organiser_kind` None = regional governments and their OPD, `semua` = every kind.
    `since`/`until` keep events whose date range touches the period (undated ones drop out). `grade` keeps evidence
    of that grade or better. `employee_type` (`PNS`, `PPPK`, `NON_ASN`; null = ASN) and `tier` (null = every tier)
    narrow rates, gaps and finished OPD to those people; other indicators ignore them. `audience` is who will see
    the answer: figures of fewer people than that audience may see are `ditahan`.
    """

    region: str | None = None
    level: QueryLevel | None = None
    campaign: str | None = None
    as_of: date | None = None
    organiser_kind: str | None = None
    since: date | None = None
    until: date | None = None
    grade: str | None = None
    employee_type: str | None = None
    tier: str | None = None
    audience: Audience = Audience.PUBLIK
