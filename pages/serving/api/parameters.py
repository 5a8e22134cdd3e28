"""What may be asked: the parameters of each route, checked before anything is read. Names are those of the commands.

Descriptions and patterns here are what the OpenAPI document and the page *Ambil data* print.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from i18n import N_, Language
from indicators import DEFINITIONS
from indicators.scope import QueryLevel
from warehouse.as_of import AsOf
from warehouse.vocabulary import EmployeeType, Grade, Level, OrganiserKind, SourceKind, Tier

LIMIT, MOST = 100, 1000
"""Rows of an answer where none are asked for, and the most that one answer holds. A CSV without limit has all. The
description of `limit` names both."""
LAST_OFFSET = 10_000_000

T = TypeVar("T")
Maybe: TypeAlias = T | SkipJsonSchema[None]
"""A parameter that may be left out; there is no way to spell null in an address."""

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def _written_out(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_DAY, value):
        raise ValueError("not a day")
    return value


Day = Annotated[dt.date, BeforeValidator(_written_out)]
"""A day as 2024-09-25, and as nothing else: pydantic by itself takes a number for seconds since 1970."""
State = Annotated[
    str, Field(pattern=rf"^([0-9]{{1,9}}(@{_DAY})?|{_DAY})$", examples=["2024-09-25", "12", "12@2024-09-25"])
]
Region = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{2})?$", examples=["33", "33.03"])]
Campaign = Annotated[str, Field(min_length=1, max_length=100, examples=["pilkada-2024", "semua"])]


class Question(BaseModel):
    """What every route may be asked. What it does not know is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: Maybe[State] = Field(
        None,
        alias="as-of",
        description=N_(
            "What was known when: a day, the number of a snapshot, or both (SNAPSHOT@DAY). "
            "None = the newest. With a number the same question has the same answer for ever."
        ),
    )
    limit: Maybe[Annotated[int, Field(ge=1, le=MOST)]] = Field(
        None, description=N_("Rows of one answer, at most 1000. None = 100, and every row in CSV.")
    )
    offset: int = Field(0, ge=0, le=LAST_OFFSET, description=N_("Rows to pass over; Link headers carry the next one."))
    data: Maybe[Literal["contoh"]] = Field(
        None, description=N_("`contoh` = the simulated nation, labelled DATA CONTOH. None = what was loaded here.")
    )
    bahasa: Maybe[Language] = Field(
        None, description=N_("Language of messages and definitions. None = by Accept-Language, else Indonesian.")
    )

    @property
    def per(self) -> AsOf:
        """The state asked for. Raises BadInput for a day that no calendar has."""
        return AsOf() if self.as_of is None else AsOf.read(self.as_of)

    @classmethod
    def names(cls) -> list[str]:
        """The parameters as they are spelt."""
        return [described.alias or name for name, described in cls.model_fields.items()]

    def link(self, **changed: object) -> dict[str, str]:
        """The question as the parameters of an address, with some of them changed; null drops one.

        In one order, so that one question has one address.
        """
        asked: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_defaults=True) | changed
        return {name: str(asked[name]) for name in self.names() if asked.get(name) is not None}


class RegionsQuestion(Question):
    """What the register may be asked."""

    level: Maybe[Level] = Field(None, description=N_("Regions of this level alone."))
    province: Maybe[Annotated[str, Field(pattern="^[0-9]{2}$", examples=["33"])]] = Field(
        None, description=N_("The province of this code and the regions in it.")
    )
    status: Literal["berlaku", "semua"] = Field(
        "berlaku", description=N_("`berlaku` = codes in force; `semua` = also those that were replaced.")
    )


class PeriodQuestion(Question):
    """What may be asked of ceremonies and of figures that rest on them."""

    region: Maybe[Region] = Field(None, description=N_("Kemendagri code of a region. None = the nation."))
    campaign: Maybe[Campaign] = Field(None)
    organiser_kind: Maybe[OrganiserKind | Literal["semua"]] = Field(None, alias="organiser-kind")
    since: Maybe[Day] = Field(
        None, description=N_("Ceremonies that may have been on this day or later; undated ones drop out.")
    )
    until: Maybe[Day] = Field(
        None, description=N_("Ceremonies that may have been on this day or before; undated ones drop out.")
    )
    grade: Maybe[Grade] = Field(None, description=N_("Evidence of this grade or better: A, B, C, D."))


class EventsQuestion(PeriodQuestion):
    """What the list of ceremonies may be asked."""

    campaign: Maybe[Campaign] = Field(None, description=N_("Election. None or `semua` = all."))
    organiser_kind: Maybe[OrganiserKind | Literal["semua"]] = Field(
        None, alias="organiser-kind", description=N_("Who called the ceremony. None or `semua` = everyone.")
    )


class CoverageQuestion(PeriodQuestion):
    """What an indicator may be asked."""

    indicator: str = Field(
        "documented_events",
        description=N_("Which indicator; its definition is in `meta.indicator`."),
        json_schema_extra={"enum": list(DEFINITIONS)},
    )
    level: Maybe[QueryLevel] = Field(
        None,
        description=N_(
            "The units below the region, one row each; `pemda` = regional governments with nothing but their "
            "own OPD. None = the region itself."
        ),
    )
    campaign: Maybe[Campaign] = Field(None, description=N_("Election. None = the newest with data; `semua` = all."))
    organiser_kind: Maybe[OrganiserKind | Literal["semua"]] = Field(
        None,
        alias="organiser-kind",
        description=N_("Whose ceremonies count. None = regional governments and their OPD; `semua` = everyone's."),
    )
    employee_type: Maybe[EmployeeType] = Field(
        None,
        alias="employee-type",
        description=N_("People of this type alone (rates, gaps, finished OPD). None = ASN."),
    )
    tier: Maybe[Tier] = Field(
        None, description=N_("People of this tier alone (rates, gaps, finished OPD). None = every tier.")
    )


class SourcesQuestion(Question):
    """What the list of sources may be asked."""

    region: Maybe[Region] = Field(
        None, description=N_("Sources that support something of this region or one below it.")
    )
    campaign: Maybe[Campaign] = Field(
        None, description=N_("Sources that support something of this election. None or `semua` = all.")
    )
    grade: Maybe[Grade] = Field(None, description=N_("Evidence of this grade or better: A, B, C, D."))
    kind: Maybe[SourceKind] = Field(None, description=N_("Sources of this kind alone."))
