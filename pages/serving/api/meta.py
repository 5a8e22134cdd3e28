"""What every answer says of itself: which state of which data it shows, to whom, and how much of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, Field

from i18n import Language
from warehouse.vocabulary import Audience

SAMPLE_LABEL = "DATA CONTOH"


class Meta(BaseModel):
    """The state behind an answer."""

    snapshot: int = Field(description="Number of the snapshot that answers.", examples=[12])
    taken_at: dt.datetime = Field(description="When that snapshot was taken (UTC).")
    as_of: dt.date = Field(description="Day of the data: the day asked for, else the snapshot's.")
    simulated: bool = Field(description="True = example data made up by a program; it reports on no real region.")
    label: Literal["DATA CONTOH"] | None = Field(description="What must be shown beside simulated figures; else null.")
    audience: Audience = Field(description="For whom small numbers were withheld.")
    language: Language = Field(description="Language of messages and definitions.")
    total: int = Field(description="Rows that answer the question.")
    count: int = Field(description="Rows in this answer.")
    offset: int = Field(description="Rows passed over before it.")
    limit: int | None = Field(description="The most rows this answer may hold; null = all.")
    next: str | None = Field(description="Address of the next rows, of the same snapshot; null = these were the last.")
    permalink: str = Field(description="Address that gives this answer for ever: the snapshot is named in it.")


class IndicatorMeta(BaseModel):
    """An indicator's definition in the language of the answer; what it lacks is null."""

    name: str
    version: int = Field(description="Grows when the same evidence would give another figure.")
    label: str
    definition: str
    unit: str
    numerator: str | None
    denominator: str | None
    null: str = Field(description="What a missing bound means.")
    source: str = Field(description="Where the definition comes from.")
    is_fraction: bool = Field(description="True = bounds are fractions 0..1.")
    states: dict[str, str] = Field(description="What each state that a figure can have means.")


class CoverageMeta(Meta):
    """The state behind figures, and what they measure."""

    indicator: IndicatorMeta
    campaign: str | None = Field(description="Election that was answered for; null = all.")
