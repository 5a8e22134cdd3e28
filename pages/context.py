"""What every page is given: the figures as of one snapshot, the filters of the link, the reader's words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from i18n import Text
from indicators.scope import ALL_CAMPAIGNS, QueryLevel, Scope
from warehouse.frames import Frames


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


@dataclass(frozen=True, slots=True)
class Context:
    """A page's whole input. Pages draw from it and keep nothing else."""

    frames: Frames
    filters: Filters
    t: Text

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
        )
