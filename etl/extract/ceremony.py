"""A ceremony while it is put together: the proposed event and what was seen of it. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.clean.anchors import Campaign
from etl.clean.date_reading import DateConflict
from etl.extract.activity import Act
from etl.extract.counts import Count
from etl.extract.dates import Day
from etl.extract.event_dates import Dated
from etl.extract.law import Citation
from etl.extract.organisers import Organiser
from etl.extract.reading import Reading
from etl.extract.regions import RegionMention
from etl.extract.regulations import Regulation
from etl.extract.segments import Segment
from etl.extract.units import UnitMention
from etl.extract.values import ProposedEvent, Span


@dataclass(frozen=True, slots=True)
class Annotated:
    """A reading with everything found in it, and what is known of elections and laws."""

    reading: Reading
    acts: Sequence[Act]
    days: Sequence[Day]
    regions: Sequence[RegionMention]
    units: Sequence[UnitMention]
    campaigns: Sequence[Campaign]
    regulations: Sequence[Regulation]


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A proposed event with the mentions that it was put together from."""

    event: ProposedEvent
    segment: Segment
    organiser: Organiser
    dated: Dated | None
    counts: Sequence[Count]
    citations: Sequence[Citation]
    campaign: Campaign | None

    def phrase_with(self, conflict: DateConflict) -> Span | None:
        """Where the phrase of the ceremony's day stands, if it contradicts the calendar or the text in this way."""
        dated = self.dated
        if dated is None or dated.day is None or dated.reading is None or dated.reading.conflict is not conflict:
            return None
        return dated.day.span
