"""What every page is given: the figures as of one snapshot, the filters of the link, the reader's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode

import polars as pl

from i18n import Text
from indicators.scope import ALL_CAMPAIGNS, QueryLevel, Scope
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.vocabulary import Audience

HOME = "ringkasan"


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters that live in the link and go with the reader from page to page.

    Link keys: `kampanye`, `provinsi`, `dari`, `sampai`, `bukti`. Null = not filtered.
    """

    campaign: str = ALL_CAMPAIGNS
    province: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    grade: str | None = None

    def query(self) -> dict[str, str]:
        """The filters as link keys; what is not filtered is left out."""
        values = {
            "kampanye": None if self.campaign == ALL_CAMPAIGNS else self.campaign,
            "provinsi": self.province,
            "dari": self.since and self.since.isoformat(),
            "sampai": self.until and self.until.isoformat(),
            "bukti": self.grade,
        }
        return {key: value for key, value in values.items() if value}


@dataclass(frozen=True, slots=True)
class Context:
    """A page's whole input. Pages draw from it and keep nothing else.

    `params` are the link's other keys, a page's own (`wilayah`, `acara`, …): text from outside, to be checked.
    `sample` = the frames are example data because the reader asked for it. `as_of` null = all that the snapshot knows;
    `pinned`: the snapshot that the link names, null = it names none. `audience` is who looks: small numbers are
    withheld accordingly.
    """

    frames: Frames
    filters: Filters
    t: Text
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sample: bool = False
    as_of: dt.date | None = None
    audience: Audience = Audience.PUBLIK
    pinned: int | None = None

    @property
    def per(self) -> AsOf:
        """The state that the link asks for: a day, a snapshot or both; neither = the newest."""
        return AsOf(self.pinned, self.as_of)

    @property
    def is_newest(self) -> bool:
        """True where the reader sees what is known now: the only state in which anything may be written."""
        return self.per.is_newest

    def known_by_then(self, day: str) -> pl.Expr:
        """True for rows whose day is not after the one asked for, or is not known. For tables that a page lists."""
        then = self.as_of
        return pl.lit(value=True) if then is None else (pl.col(day) <= then).fill_null(value=True)

    def scope(self, region: str | None = None, level: QueryLevel | None = None) -> Scope:
        """The question to an indicator under the page's filters."""
        chosen = self.filters
        return Scope(
            region=region,
            level=level,
            campaign=chosen.campaign,
            since=chosen.since,
            until=chosen.until,
            grade=chosen.grade,
            as_of=self.as_of,
            audience=self.audience,
        )

    def carried(self) -> dict[str, str]:
        """The link keys that every internal link keeps: filters, state asked for, language, example data."""
        per = {} if self.is_newest else {"per": str(self.per)}
        language = {} if self.t.language == "id" else {"bahasa": self.t.language}
        return self.filters.query() | per | language | ({"data": "contoh"} if self.sample else {})

    def link(self, page: str, **params: str | None) -> str:
        """The address of a page (`wilayah`, `peta`, …) under the same filters. A param of null drops that key."""
        query = {key: value for key, value in (self.carried() | params).items() if value is not None}
        path = "/" if page == HOME else f"/{page}"
        return f"{path}?{urlencode(query, safe='@')}" if query else path

    def permalink(self, page: str, **params: str | None) -> str:
        """The address that shows the same figures for ever: the snapshot is named, and the day where there is one."""
        return self.link(page, **params, per=str(AsOf(self.frames.snapshot.number, self.as_of)))
