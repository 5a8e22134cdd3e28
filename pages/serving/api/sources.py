"""`/sources`: what everything rests on, as the page *Sumber & metode* lists it."""

from __future__ import annotations

import datetime as dt

import polars as pl
from pydantic import BaseModel, Field

from i18n import N_, Text
from indicators import ALL_CAMPAIGNS, Scope
from indicators.question import OWN_ROLES, ask, within
from pages.serving.api.meta import Meta
from pages.serving.api.parameters import SourcesQuestion
from pages.serving.api.resource import Found, Record, Resource, columns
from warehouse.frames import Frames
from warehouse.vocabulary import Audience, ClaimStatus, Grade, SourceKind, SubjectKind


class SourceRow(BaseModel):
    """An article, letter, workbook or regulation that something was read from."""

    source_id: str
    kind: SourceKind
    publisher: str
    title: str | None = Field(description="Title or file name; null = not recorded.")
    url: str | None = Field(description="Address; null for a file.")
    published_on: dt.date | None = Field(description="Day of publication; null = not known.")
    grade: Grade
    syndicated_from: str | None = Field(description="source_id of the release it copies: together they are one voice.")
    note: str | None = Field(description="What a reader should know of it, in Indonesian.")
    is_simulated: bool
    events: list[str] = Field(description="event_id of the ceremonies that it tells of.")
    regions: list[str] = Field(description="Codes of the regions that it says anything of.")


_COLUMNS = columns(SourceRow)
_NONE = pl.lit(None, pl.String)


def answer(frames: Frames, question: SourcesQuestion, _audience: Audience, _t: Text) -> Found:
    """The sources known by the day asked for, best evidence first."""
    asked = ask(frames, Scope(question.region, campaign=question.campaign or ALL_CAMPAIGNS, as_of=question.per.day))
    supports = _supports(frames)
    known = frames.source.filter(asked.until_as_of("published_on").fill_null(value=True))
    if question.grade is not None:
        known = known.filter(pl.col("grade") <= question.grade.value)
    if question.kind is not None:
        known = known.filter(pl.col("kind") == question.kind.value)
    if asked.region is not None or asked.campaign is not None:
        mine = supports.filter(within(asked.region), asked.of_campaign)
        known = known.join(mine, on="source_id", how="semi")
    listed = (
        known.join(_gathered(supports), on="source_id", how="left", validate="1:1")
        .with_columns(pl.col("events", "regions").fill_null(pl.lit([], pl.List(pl.String))))
        .sort("grade", "publisher", "source_id")
        .select(*SourceRow.model_fields)
    )
    return Found(listed.height, lambda part: listed[part].to_dicts(), _COLUMNS)


def _supports(frames: Frames) -> pl.DataFrame:
    """What each source says something of: `source_id`, `event_id`, `region_code`, `campaign_id`, each null where none.

    Of a ceremony by a claim that was not rejected; of a region by its ceremonies, counts and duties too.
    """
    own = frames.event_region.filter(pl.col("role").is_in(OWN_ROLES)).select("event_id", "region_code").unique()
    told = (
        frames.claim.filter(
            pl.col("subject_kind") == SubjectKind.EVENT.value, pl.col("status") != ClaimStatus.REJECTED.value
        )
        .select("source_id", event_id="subject_id")
        .unique()
        .join(frames.event.select("event_id", "campaign_id"), on="event_id", how="inner", validate="m:1")
        .join(own, on="event_id", how="left")
    )
    counted = [
        frames.headcount.select("source_id", "region_code", campaign_id=_NONE),
        frames.signature.select("source_id", "region_code", "campaign_id"),
        frames.obligation.select("source_id", "region_code", "campaign_id"),
    ]
    names = ("source_id", "event_id", "region_code", "campaign_id")
    return pl.concat(
        [told.select(names), *(rows.unique().with_columns(event_id=_NONE).select(names) for rows in counted)]
    )


def _gathered(supports: pl.DataFrame) -> pl.DataFrame:
    """One row per source: `events` and `regions` that it says anything of, each once, in code order."""
    return supports.group_by("source_id").agg(
        events=pl.col("event_id").drop_nulls().unique().sort(),
        regions=pl.col("region_code").drop_nulls().unique().sort(),
    )


def _id(row: Record) -> str:
    return str(row["source_id"])


def _nowhere(_row: Record) -> None:
    return None


RESOURCE = Resource(
    name="sources",
    summary=N_("The sources"),
    description=N_(
        "One row per source, best evidence first, with what it supports. A source has no place: in GeoJSON its "
        "geometry is null."
    ),
    question=SourcesQuestion,
    row=SourceRow,
    meta=Meta,
    answer=answer,
    identity=_id,
    place=_nowhere,
)
