"""What the units below have reported: the OPD of one government, or else governments side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.sections import governments
from briefings.sources import source_line, source_notes
from briefings.table import Column
from briefings.units import asked as of_units
from briefings.units import figures
from briefings.units.figures import Answers
from briefings.units.finding import Government, finding, more
from briefings.units.rows import UnitRow, Units, unit_sources, units_of
from briefings.units.whole import Whole
from briefings.units.words import government, unranked
from i18n import Text


def section(asked: Asked) -> Section:
    """The OPD of a kabupaten or kota; of a province its own OPD and its governments; of the nation the provinces."""
    if asked.region is None:
        return governments.section(asked)
    name = government(asked.region, asked.place, asked.t)
    own = of_units.ask_all(asked.frames, asked.scope(asked.region, counts_people=True), asked.region, name)
    mine = _of_government(asked, own)
    if asked.kind != "province":
        return mine
    others = governments.section(asked)
    if mine.picture or (mine.tables and not others.tables):
        return _with(mine, others, asked.t)
    return _with(others, mine, asked.t) if mine.tables else others


def _with(first: Section, second: Section, t: Text) -> Section:
    """The first section, and of the second what has something to show: its answer, tables and sources."""
    if not second.tables:
        return first
    of_chart = set(figures.about_chart(t, is_cut=True))
    return replace(
        first,
        more=(*first.more, second.finding),
        tables=(*first.tables, *second.tables),
        notes=tuple(dict.fromkeys((*first.notes, *(note for note in second.notes if note not in of_chart)))),
        sources=tuple(dict.fromkeys((*first.sources, *second.sources))),
    )


def _of_government(asked: Asked, own: of_units.Asked) -> Section:
    t = asked.t
    reads = unit_sources(asked.frames, own)
    units = units_of(own, reads, t)
    answers = Answers(*(asked.answer(name, "opd") for name in of_units.OF_UNITS))
    about = Government(Whole(asked, own.code, "pemda"), own, units, answers)
    sources = source_notes(asked.frames, (source for found in reads.values() for source in found))
    found = finding(about)
    shown = figures.telling(units.rows, answers) if units.has_tallies else ()
    has_table = units.has_tallies or any(row.target for row in units.rows)
    unit = Column("opd_name", t("OPD"), description=t("The OPD's name."))
    picture = figures.picture(found.words, shown, answers, source_line(sources, t))
    table = figures.table("opd", t("OPD of {region}", region=own.name), unit, units.rows, answers)
    return Section(
        SectionName.OPD,
        t("OPD"),
        found,
        tuple(more(about)),
        picture,
        (table,) if has_table else (),
        tuple(_notes(asked, own, units, shown if picture else ())),
        sources,
    )


def _notes(asked: Asked, own: of_units.Asked, units: Units, shown: Sequence[UnitRow]) -> Iterator[str]:
    t = asked.t
    if shown:
        yield from figures.about_chart(t, is_cut=len(shown) < len(units.rows))
    if units.has_tallies:
        if campaign := asked.election_names().get(own.campaign or ""):
            yield t("Election: {election}.", election=campaign)
        if reason := unranked(own, t):
            yield reason
    if units.basis:
        yield t("Target: {basis}.", basis=units.basis)
