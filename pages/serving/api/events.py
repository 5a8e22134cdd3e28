"""`/events`: the ceremonies themselves, the same records as `ikrar events`."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, Field

from i18n import N_, BadInput, Text
from indicators import ALL_KINDS, events
from pages.serving.api.meta import Meta
from pages.serving.api.parameters import EventsQuestion, PeriodQuestion
from pages.serving.api.resource import Found, Record, Resource, columns
from warehouse.frames import Frames
from warehouse.vocabulary import Activity, Audience, DateStatus, Grade, Mode, Qualifier


class EventDate(BaseModel):
    """The days between which it was; null = not known."""

    low: dt.date | None
    high: dt.date | None
    status: DateStatus
    stated: str | None = Field(description="The date as its accepted source prints it.")


class Count(BaseModel):
    """How many people, as bounds. `low` null = unknown, `high` null = no upper limit."""

    low: int | None
    high: int | None
    stated: str | None = Field(description="As printed.")
    qualifier: Qualifier | None


class EventSource(BaseModel):
    """A source of the event."""

    url: str | None
    publisher: str
    grade: Grade


class EventRow(BaseModel):
    """A ceremony; the same one reported by several sources is one row."""

    event_id: str = Field(examples=["purbalingga-2023-11-24"])
    organiser_region_code: str | None = Field(description="Region that organised; null = national.")
    place_region_code: str | None = Field(description="Region where it was held; null = not known.")
    opd: str | None = Field(description="Unit that organised, as named; null = the region itself.")
    activity: list[Activity]
    campaign: str | None = Field(description="Election the pledge is for; null = not said.")
    date: EventDate
    participants: Count | None = Field(description="People who took part; null = no source says.")
    signers: Count | None = Field(description="People who signed there; null = no source says.")
    points: list[int] | None = Field(description="Themes of the pledge (1 service, 2 interest, 3 media, 4 money).")
    mode: Mode | None
    led_by: str | None = Field(description="Office that led.")
    sources: list[EventSource]
    contradictions: int = Field(description="Fields that sources contradict each other in, open or settled.")


_COLUMNS = columns(EventRow)


def answer(frames: Frames, question: EventsQuestion, _audience: Audience, _t: Text) -> Found:
    """The ceremonies by date, undated ones last."""
    check_period(question)
    found = events(
        frames,
        question.region,
        question.campaign,
        organiser_kind=question.organiser_kind or ALL_KINDS,
        as_of=question.per.day,
        since=question.since,
        until=question.until,
        grade=question.grade,
    )
    return Found(len(found), lambda part: found[part], _COLUMNS)


def check_period(question: PeriodQuestion) -> None:
    """Raises BadInput for a period that ends before it begins."""
    if question.since and question.until and question.since > question.until:
        raise BadInput(
            N_("The period ends on {until}, before it begins on {since}."),
            next_step=N_("Exchange the two days."),
            since=question.since,
            until=question.until,
        )


def _id(row: Record) -> str:
    return str(row["event_id"])


def _place(row: Record) -> str | None:
    code: str | None = row["place_region_code"] or row["organiser_region_code"]
    return code


RESOURCE = Resource(
    name="events",
    summary=N_("The ceremonies"),
    description=N_(
        "One row per ceremony of a region and those below it, by date, undated ones last. In GeoJSON its "
        "point is the label point of the region where it was held, else of the one that organised it."
    ),
    question=EventsQuestion,
    row=EventRow,
    meta=Meta,
    answer=answer,
    identity=_id,
    place=_place,
)
