"""`/regions`: the register of provinces, kabupaten and kota."""

from __future__ import annotations

import datetime as dt

import polars as pl
from pydantic import BaseModel, Field

from i18n import N_, NotFound, Text
from pages.serving.api.meta import Meta
from pages.serving.api.parameters import RegionsQuestion
from pages.serving.api.resource import Found, Record, Resource, columns
from warehouse.frames import Frames
from warehouse.vocabulary import Audience, Level


class RegionRow(BaseModel):
    """A code of the register."""

    code: str = Field(description="Kemendagri code, dotted. Text: 11.10 is not 11.1.", examples=["33.03"])
    bps_code: str | None = Field(description="BPS code; null = not known for this code.", examples=["3303"])
    iso_3166_2: str | None = Field(description="ISO 3166-2 code; provinces only.")
    level: Level
    name: str = Field(description="Official name with its type word.", examples=["Kabupaten Purbalingga"])
    parent_code: str | None = Field(description="Code of the province; null for a province.", examples=["33"])
    latitude: float | None = Field(description="Latitude of a label point inside the region, degrees.")
    longitude: float | None = Field(description="Longitude of that point, degrees.")
    area_km2: float | None = Field(description="Official area, square kilometres.")
    population: int | None = Field(description="Registered residents (Dukcapil, second half of 2024), people.")
    valid_from: dt.date | None = Field(description="First day in force; null = before the register begins.")
    valid_to: dt.date | None = Field(description="Last day in force; null = still in force.")
    successor_code: str | None = Field(description="Code that replaced this one; null = in force.")


_COLUMNS = columns(RegionRow)


def answer(frames: Frames, question: RegionsQuestion, _audience: Audience, _t: Text) -> Found:
    """The codes asked for, in code order."""
    rows = frames.region
    if question.province is not None:
        rows = rows.filter((pl.col("code") == question.province) | (pl.col("parent_code") == question.province))
        if rows.is_empty():
            raise NotFound(
                N_("There is no province with code “{code}”."),
                next_step=N_("/api/v1/regions?level=provinsi lists them."),
                code=question.province,
            )
    if question.level is not None:
        rows = rows.filter(pl.col("level") == question.level.value)
    if question.status == "berlaku":
        rows = rows.filter(pl.col("valid_to").is_null())
    listed = rows.select(*RegionRow.model_fields).sort("code")
    return Found(listed.height, lambda part: listed[part].to_dicts(), _COLUMNS)


def _code(row: Record) -> str:
    return str(row["code"])


RESOURCE = Resource(
    name="regions",
    summary=N_("The register of regions"),
    description=N_(
        "One row per province, kabupaten and kota: codes, names, area, residents and a point to label it at."
    ),
    question=RegionsQuestion,
    row=RegionRow,
    meta=Meta,
    answer=answer,
    identity=_code,
    place=_code,
)
