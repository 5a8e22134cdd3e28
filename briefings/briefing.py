"""A briefing: sections in order, each a finding with its picture, table, notes and sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from briefings.finding import Finding, Query
from briefings.picture import Picture
from briefings.table import Table
from i18n import N_
from warehouse.vocabulary import Audience


class SectionName(StrEnum):
    """The sections there are, in their order."""

    RINGKASAN = "ringkasan"
    PETA = "peta"
    LINIMASA = "linimasa"
    OPD = "opd"
    BELUM_MELAPOR = "belum-melapor"
    METODE = "metode"


SECTION_NAMES: Final[Mapping[SectionName, str]] = {
    SectionName.RINGKASAN: N_("Summary"),
    SectionName.PETA: N_("Map"),
    SectionName.LINIMASA: N_("Timeline"),
    SectionName.OPD: N_("OPD"),
    SectionName.BELUM_MELAPOR: N_("Not yet reported"),
    SectionName.METODE: N_("Sources and method"),
}
"""What each is called where it is chosen or waited for. One that is made has a `heading` of its own."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a briefing is asked for. `region` null = the nation; `campaign` null = the newest with data, `semua` = all.

    `as_of` null = all that the snapshot knows. `sections` are given in their order.
    """

    region: str | None = None
    campaign: str | None = None
    as_of: dt.date | None = None
    audience: Audience = Audience.PUBLIK
    sections: tuple[SectionName, ...] = tuple(SectionName)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as files list it. `url` null = a file without an address; `published_on` null = not known."""

    title: str
    publisher: str
    grade: str
    url: str | None = None
    published_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One question answered. `heading` names it (Peta), `finding` answers it and is the slide's title.

    `more` are further sentences, for the report's text and under the slide's title. A section with nothing to show has
    neither picture nor table, and its finding says so. `notes` are what must be known with it.
    """

    name: SectionName
    heading: str
    finding: Finding
    more: tuple[Finding, ...] = ()
    picture: Picture | None = None
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[SourceNote, ...] = ()

    def queries(self) -> Iterator[Query]:
        """What was asked for its numbers, cells and picture."""
        for finding in (self.finding, *self.more):
            yield from finding.queries()
        for table in self.tables:
            yield from table.queries()
        if self.picture:
            yield from self.picture.queries


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole. `place` is the region's name, `campaign` the election's (null = all), `title` the cover's words.

    `refusals`: rows of the region's files that were refused; null = none, or not for this audience. `regions`: the
    figures of every region, also of those that have none, for files that are worked with; null = not in this file.
    """

    request: Request
    place: str
    campaign: str | None
    title: str
    sections: tuple[Section, ...]
    refusals: Table | None = None
    regions: Table | None = None

    def beside(self) -> tuple[Table, ...]:
        """The tables that stand beside its sections."""
        return tuple(table for table in (self.regions, self.refusals) if table is not None)

    def queries(self) -> tuple[Query, ...]:
        """Everything that was asked, each once, in the order of first use."""
        parts: tuple[Section | Table, ...] = (*self.sections, *self.beside())
        return tuple(dict.fromkeys(query for part in parts for query in part.queries()))
