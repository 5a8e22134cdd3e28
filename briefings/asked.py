"""What every section of a briefing is given: the figures, the question with its names resolved, the reader's words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from briefings.answer import Answer, answered
from briefings.briefing import Request
from briefings.finding import Query
from geo import Layer
from i18n import Text
from indicators.question import NATION_NAME, Evidence, ask, campaign_of
from indicators.registry import INDICATORS
from indicators.scope import ALL_CAMPAIGNS, QueryLevel, Scope
from indicators.suppression import shown_to
from warehouse.frames import Frames

RegionKind = Literal["nation", "province", "kabupaten"]
"""`kabupaten` = kabupaten or kota."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One briefing's question. `frames` hold what its audience may see.

    `region` is the code in force, null = the nation; `place` its name. `campaign` null = all elections; `tallied` is
    the one that people are counted for, because counts of several do not add up: null = there is no election.
    `today` is the day that days are counted to.
    """

    frames: Frames = field(repr=False)
    request: Request
    t: Text
    layer: Layer = field(repr=False)
    region: str | None
    place: str
    kind: RegionKind
    campaign: str | None
    tallied: str | None
    today: dt.date

    @classmethod
    def of(cls, frames: Frames, request: Request, t: Text, layer: Layer) -> Asked:
        """The question checked. Raises NotFound for an unknown region or campaign."""
        seen = shown_to(frames, request.audience)
        found = ask(seen, Scope(request.region, campaign=request.campaign, as_of=request.as_of), Evidence.ANY)
        region, campaign = found.region, found.campaign
        return cls(
            frames=seen,
            request=request,
            t=t,
            layer=layer,
            region=region,
            place=NATION_NAME if region is None else str(found.units["name"][0]),
            kind="nation" if region is None else "kabupaten" if "." in region else "province",
            campaign=campaign,
            tallied=campaign or campaign_of(seen, None, region, Evidence.TALLIES),
            today=found.today,
        )

    @property
    def province(self) -> str | None:
        """The province that the region is or lies in; null = the nation."""
        return self.region and self.region.split(".")[0]

    @property
    def election(self) -> str | None:
        """The name of the election; null = all of them."""
        return None if self.campaign is None else self.election_names()[self.campaign]

    def election_names(self) -> dict[str, str]:
        """The name of each election by its id."""
        return dict(self.frames.campaign.select("campaign_id", "name").iter_rows())

    def region_names(self) -> dict[str, str]:
        """The official name of each region by its code, replaced codes too."""
        return dict(self.frames.region.select("code", "name").iter_rows())

    def scope(
        self,
        region: str | None,
        level: QueryLevel | None = None,
        *,
        counts_people: bool = False,
        employee_type: str | None = None,
        tier: str | None = None,
    ) -> Scope:
        """The question about a region (null = the nation), for the briefing's election, day and audience."""
        chosen = self.tallied if counts_people else self.campaign
        return Scope(
            region=region,
            level=level,
            campaign=chosen or ALL_CAMPAIGNS,
            as_of=self.request.as_of,
            employee_type=employee_type,
            tier=tier,
            audience=self.request.audience,
        )

    def answer(
        self,
        indicator: str,
        level: QueryLevel | None = None,
        *,
        employee_type: str | None = None,
        tier: str | None = None,
    ) -> Answer:
        """An indicator's answer about the briefing's region, or about the units below it at a level."""
        return self.answer_of(self.region, indicator, level, employee_type=employee_type, tier=tier)

    def answer_of(
        self,
        region: str | None,
        indicator: str,
        level: QueryLevel | None = None,
        *,
        employee_type: str | None = None,
        tier: str | None = None,
    ) -> Answer:
        """The same about another region; null = the nation."""
        counts_people = INDICATORS[indicator].evidence is Evidence.TALLIES
        scope = self.scope(region, level, counts_people=counts_people, employee_type=employee_type, tier=tier)
        return self.answer_to(Query(indicator, scope))

    def answer_to(self, asked: Query) -> Answer:
        """The answer to a question of its own scope."""
        return answered(asked.indicator, self.frames, asked.scope, self.t)
