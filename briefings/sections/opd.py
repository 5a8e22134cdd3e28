"""What the units below have reported: the OPD of one government, or else governments side by side."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.sections import governments
from briefings.sources import source_line, source_notes
from briefings.table import Column
from briefings.units import asked as of_units
from briefings.units import figures
from briefings.units.figures import Answers
from briefings.units.finding import Government, finding, more
from briefings.units.rows import Units, unit_sources, units_of
from briefings.units.whole import Whole
from briefings.units.words import government, unranked
from warehouse.vocabulary import State


def section(asked: Asked) -> Section:
    """The OPD of a kabupaten, kota or provincial government; else the governments of the province or the nation."""
    if asked.region is None:
        return governments.section(asked)
    name = government(asked.region, asked.place, asked.t)
    own = of_units.ask_all(asked.frames, asked.scope(asked.region, counts_people=True), asked.region, name)
    if asked.kind == "province" and not _has_anything(own):
        return governments.section(asked)
    return _of_government(asked, own)


def _has_anything(own: of_units.Asked) -> bool:
    """True where a target or a count of an OPD is known."""
    return bool(own.bases) or any(State.NILAI in found["state"] for found in own.units.values())


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
    table = figures.table("opd", t("OPD of {region}", region=own.name), unit, units.rows, answers)
    return Section(
        SectionName.OPD,
        t("OPD"),
        found,
        tuple(more(about)),
        figures.picture(found.words, shown, answers, source_line(sources, t)),
        (table,) if has_table else (),
        tuple(_notes(asked, own, units, is_cut=0 < len(shown) < len(units.rows))),
        sources,
    )


def _notes(asked: Asked, own: of_units.Asked, units: Units, *, is_cut: bool) -> Iterator[str]:
    t = asked.t
    if not units.rows:
        return
    if asked.kind == "province":
        yield t("Without the OPD of its regencies and cities")
    if units.has_tallies:
        if campaign := asked.election_names().get(own.campaign or ""):
            yield t("Election: {election}", election=campaign)
        yield t("A bar runs from the lowest to the highest possible share.")
        if is_cut:
            yield t("The chart shows those with a count that have most people; the table has them all.")
        if reason := unranked(own, t):
            yield reason
    if units.basis:
        yield t("Target: {basis}", basis=units.basis)
