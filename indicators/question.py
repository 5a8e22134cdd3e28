"""A scope checked against the warehouse: the units asked for, the election, the day. Wrong names end here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import polars as pl

from i18n import N_, BadInput, NotFound
from indicators.scope import ALL_CAMPAIGNS, ALL_KINDS, LEVELS, QueryLevel, Scope
from warehouse.frames import Frames
from warehouse.vocabulary import Audience, EmployeeType, Grade, Level, OpdKind, OrganiserKind, Role, Tier

NATION = ""
"""Key of the nation in frames by unit; a `Figure` shows it as a null code."""
NATION_NAME = "Indonesia"

REGIONAL_KINDS = (OrganiserKind.PEMDA.value, OrganiserKind.OPD.value)
"""Organisers whose ceremonies count by default: regional governments and their units."""
OWN_ROLES = (Role.ORGANISER.value, Role.PARTICIPANT.value)
"""Parts that make an event a region's own; where it was held does not."""


class Evidence(StrEnum):
    """The table an indicator is computed from: it decides which election is the newest with data."""

    EVENTS = "event"
    TALLIES = "signature"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Question:
    """A valid question. `region` None = the nation, else the code in force. `units` has one row per unit asked for
    (`unit` = key, `name`), in code order.

    `campaign` None = all. `as_of` None = all that the snapshot knows; `today` is the day that days are counted to.
    `kinds` None = every kind of organiser.
    """

    frames: Frames
    region: str | None
    level: QueryLevel
    units: pl.DataFrame = field(repr=False)
    campaign: str | None
    as_of: dt.date | None
    today: dt.date
    kinds: tuple[str, ...] | None
    since: dt.date | None
    until: dt.date | None
    grade: str | None
    employee_type: str | None
    tier: str | None
    audience: Audience

    def unit(self) -> pl.Expr:
        """The key of the unit at the level asked for that a row belongs to, by its `region_code` and `opd_id`."""
        if self.level == "nasional":
            return pl.lit(NATION).alias("unit")
        if self.level == "opd":
            return pl.col("opd_id").alias("unit")
        code = pl.col("region_code")
        return (code.str.head(2) if self.level == "provinsi" else code).alias("unit")

    @property
    def of_campaign(self) -> pl.Expr:
        """True for rows of the election asked for."""
        return pl.lit(value=True) if self.campaign is None else pl.col("campaign_id") == self.campaign

    @property
    def duties(self) -> pl.DataFrame:
        """The duties of the election asked for: rows of the obligation table that a letter set by the day asked for."""
        duties = self.frames.obligation.filter(self.of_campaign)
        if self.as_of is None:
            return duties
        later = self.frames.source.filter(pl.col("published_on") > self.as_of)
        return duties.join(later, on="source_id", how="anti", maintain_order="left")

    def until_as_of(self, day: str) -> pl.Expr:
        """True for rows whose day is not after the day asked for."""
        return pl.lit(value=True) if self.as_of is None else pl.col(day) <= self.as_of


def ask(frames: Frames, scope: Scope, evidence: Evidence = Evidence.EVENTS) -> Question:
    """The scope checked: raises NotFound for an unknown region or campaign, BadInput for a level or word."""
    _check_word(scope.organiser_kind, [*OrganiserKind, ALL_KINDS], N_("“{word}” is not a kind of organiser."))
    _check_word(scope.grade, list(Grade), N_("“{word}” is not an evidence grade."))
    _check_word(scope.employee_type, list(EmployeeType), N_("“{word}” is not an employee type."))
    _check_word(scope.tier, list(Tier), N_("“{word}” is not a tier."))
    _check_word(scope.level, list(LEVELS), N_("“{word}” is not a level."))
    region = None if scope.region is None else _region(frames, scope.region)
    level = scope.level or _level_of(region)
    return Question(
        frames=frames,
        region=region,
        level=level,
        units=_units(frames, region, level, scope.as_of),
        campaign=campaign_of(frames, scope.campaign, region, evidence),
        as_of=scope.as_of,
        today=scope.as_of or frames.snapshot.taken_at.date(),
        kinds=_kinds(scope.organiser_kind),
        since=scope.since,
        until=scope.until,
        grade=scope.grade,
        employee_type=scope.employee_type,
        tier=scope.tier,
        audience=scope.audience,
    )


def widened(question: Question, frames: Frames, region: str | None) -> Question:
    """The same question about every unit of its level in `region` (null = the nation), asked of `frames`."""
    return replace(question, frames=frames, region=region, units=_units(frames, region, question.level, question.as_of))


def in_force(as_of: dt.date | None) -> pl.Expr:
    """True for units that exist on that day; None = for those without a last day."""
    return pl.col("valid_to").is_null() | (pl.col("valid_to") >= pl.lit(as_of, pl.Date))


def within(region: str | None, column: str = "region_code") -> pl.Expr:
    """True for rows of the region or one below it; all rows for the nation."""
    if region is None:
        return pl.lit(value=True)
    return (pl.col(column) == region) | pl.col(column).str.starts_with(f"{region}.")


def campaign_of(frames: Frames, wanted: str | None, region: str | None, evidence: Evidence) -> str | None:
    """The election asked for; unasked, the newest that the region has such evidence of, else has duties for, else
    the newest with such evidence anywhere. None = all."""
    if wanted == ALL_CAMPAIGNS:
        return None
    campaigns = frames.campaign.sort("election_date", "campaign_id", nulls_last=False)["campaign_id"]
    if wanted is not None:
        if wanted not in campaigns:
            raise NotFound(
                N_("There is no campaign “{campaign}”."),
                next_step=N_("Known: {known}. “semua” stands for all."),
                campaign=wanted,
                known=", ".join(campaigns),
            )
        return wanted
    duties = frames.obligation.filter(within(region))
    for rows in (
        _seen(frames, region, evidence),
        duties["campaign_id"],
        _seen(frames, None, evidence),
        campaigns,
    ):
        having = campaigns.filter(campaigns.is_in(rows.implode()))
        if len(having):
            return str(having[-1])
    return None


def _seen(frames: Frames, region: str | None, evidence: Evidence) -> pl.Series:
    """The elections that the region, or one below it, has such evidence of."""
    events = frames.event.filter(pl.col("organiser_kind").is_in(REGIONAL_KINDS))
    if region is not None:
        mine = frames.event_region.filter(within(region), pl.col("role").is_in(OWN_ROLES))
        events = events.join(mine.select("event_id"), on="event_id", how="semi")
    tallies = frames.signature.filter(within(region))
    found = {
        Evidence.EVENTS: [events],
        Evidence.TALLIES: [tallies],
        Evidence.ANY: [events, tallies],
    }[evidence]
    return pl.concat([rows["campaign_id"] for rows in found]).drop_nulls().unique()


def _check_word(word: str | None, words: Sequence[str], fault: str) -> None:
    if word is not None and word not in words:
        raise BadInput(fault, next_step=N_("Choose one of: {known}."), word=word, known=", ".join(words))


def _kinds(wanted: str | None) -> tuple[str, ...] | None:
    if wanted == ALL_KINDS:
        return None
    return REGIONAL_KINDS if wanted is None else (wanted,)


def _region(frames: Frames, code: str) -> str:
    """The code in force: a replaced code leads to the one that took its place."""
    found = frames.region.filter(pl.col("code") == code)
    if found.is_empty():
        raise NotFound(
            N_("There is no region with code “{code}”."),
            next_step=N_("Codes are Kemendagri codes such as 33 or 33.03; find one with: ikrar resolve NAME."),
            code=code,
        )
    successor = found["successor_code"][0]
    return code if successor is None else str(successor)


def _level_of(region: str | None) -> QueryLevel:
    if region is None:
        return "nasional"
    return "kabupaten" if "." in region else "provinsi"


def _units(frames: Frames, region: str | None, level: QueryLevel, as_of: dt.date | None) -> pl.DataFrame:
    if region is not None and LEVELS.index(level) < LEVELS.index(_level_of(region)):
        raise BadInput(
            N_("Level “{level}” is above region {code}."),
            next_step=N_("Choose a level at or below it, or leave the region out."),
            level=level,
            code=region,
        )
    if level == "nasional":
        return pl.DataFrame({"unit": [NATION], "name": [NATION_NAME]})
    if level == "opd":
        exists = in_force(as_of)
        return (
            frames.opd.filter(within(region), exists, pl.col("kind") != OpdKind.VERTIKAL)
            .select(unit="opd_id", name="name")
            .sort("unit")
        )
    is_province = pl.col("level") == Level.PROVINSI
    asked = {"provinsi": is_province, "kabupaten": ~is_province, "pemda": pl.lit(value=True)}[level]
    return (
        frames.region.filter(pl.col("valid_to").is_null(), within(region, "code"), asked)
        .select(unit="code", name="name")
        .sort("unit")
    )
