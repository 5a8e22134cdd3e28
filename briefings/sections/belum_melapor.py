"""Whom to call: who has to report and has not, until when; and apart from them who simply has no evidence yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings.answer import Answer
from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from briefings.sections import whom_to_call
from briefings.sections.owed import Owed, is_any_owed, owed
from briefings.sources import source_notes
from warehouse.vocabulary import State

MOST_SOURCES = 12


def section(asked: Asked) -> Section:
    """Regional governments and their OPD. Of the nation the OPD are too many to list: governments alone.

    A government is silent where a duty is on record and neither a ceremony nor a count came in: `evidence_grade` says.
    """
    governments = asked.answer("evidence_grade", None if asked.kind == "kabupaten" else "pemda")
    opd = None if asked.region is None else asked.answer("reporting_rate", "opd")
    duties = owed(asked)
    said = [*_of_governments(asked, governments, duties), *_of_opd(asked, opd)]
    said.sort(key=lambda found: "silent" not in found.numbers)
    set_by = {source for duty in duties.values() for source in duty.source_ids}
    lists = (
        whom_to_call.governments(asked, governments, duties),
        *([whom_to_call.opd(asked, opd, duties)] if opd else []),
        whom_to_call.without_evidence(asked, governments),
    )
    return Section(
        SectionName.BELUM_MELAPOR,
        asked.t("Not yet reported"),
        said[0],
        (*said[1:], *_apart(asked, governments)),
        tables=tuple(table for table in lists if table.rows),
        notes=tuple(_notes(asked, governments, opd)),
        sources=source_notes(asked.frames, set_by)[:MOST_SOURCES],
    )


def _of_governments(asked: Asked, answer: Answer, duties: dict[str, Owed]) -> Iterator[Finding]:
    """How many governments owe and are silent; where none owes, that nobody can be said to be late."""
    t, names = asked.t, {"place": asked.place}
    silent = answer.units(State.BELUM_LAPOR)
    if silent.low and asked.kind == "kabupaten":
        yield Finding(t("{place} has to report, and nothing has come in: no ceremony, no count."), names=names)
    elif silent.low:
        message = t.n(
            "{silent} of {total} regional governments in {place} has to report and has not.",
            "{silent} of {total} regional governments in {place} have to report and have not.",
            round(silent.low),
            silent="{silent}",
            total="{total}",
            place="{place}",
        )
        yield Finding(message, {"silent": silent, "total": answer.units()}, names)
    elif not duties and not is_any_owed(asked):
        yield Finding(t("No duty to report is on record in {place}, so nobody there can be called late."), names=names)
    elif asked.kind == "kabupaten":
        yield Finding(t("{place} has to report, and something has come in."), names=names)
    else:
        yield Finding(t("Every regional government in {place} that has to report has sent something."), names=names)


def _of_opd(asked: Asked, opd: Answer | None) -> Iterator[Finding]:
    """How many units reported, and how many OPD owe a report."""
    t, whole, names = asked.t, asked.answer("reporting_rate"), {"place": asked.place}
    low, _ = whole.bounds(asked.region)
    if low is None:
        return
    numbers = {"reported": whole.number(asked.region, "numerator"), "units": whole.number(asked.region, "denominator")}
    silent = opd.units(State.BELUM_LAPOR) if opd else None
    if numbers["units"].low == 1 and low in {0, 1}:
        only = {"units": whole.number(asked.region, "denominator", lambda *_: t("The only"))}
        said = t("{units} unit on record in {place} has reported.")
        yield Finding(said if low else t("{units} unit on record in {place} has not reported yet."), only, names)
    elif low == 1:
        yield Finding(t("All {units} units on record in {place} have reported."), {"units": numbers["units"]}, names)
    else:
        if low == 0:
            numbers["reported"] = replace(numbers["reported"], words=t("So far none"))
        message = t.n(
            "{reported} of {units} units in {place} has reported",
            "{reported} of {units} units in {place} have reported",
            round(numbers["reported"].low or 0),
            **{name: f"{{{name}}}" for name in ("reported", "units", "place")},
        )
        if silent and silent.low:
            numbers["silent"] = silent
            owing = t.n(
                "{silent} OPD has to report and has not",
                "{silent} OPD have to report and have not",
                round(silent.low),
                silent="{silent}",
            )
            message = f"{message}; {owing}"
        yield Finding(f"{message}.", numbers, names)


def _apart(asked: Asked, answer: Answer) -> Iterator[Finding]:
    """Who is exempt, and of whom nothing is known without a duty."""
    t = asked.t
    if asked.kind == "kabupaten":
        return
    if (exempt := answer.units(State.TIDAK_WAJIB)).low:
        message = t.n(
            "{exempt} regional government is exempt.",
            "{exempt} regional governments are exempt.",
            round(exempt.low),
            exempt="{exempt}",
        )
        yield Finding(message, {"exempt": exempt})
    if (unknown := answer.units(State.BELUM_ADA_BUKTI)).low:
        if unknown.low == len(answer.rows):
            message = t("All {unknown} regional governments: no evidence and no duty on record; this accuses nobody.")
            yield Finding(message, {"unknown": unknown})
            return
        message = t(
            "{unknown} of {total} regional governments: no evidence and no duty on record; this accuses nobody."
        )
        yield Finding(message, {"unknown": unknown, "total": answer.units()})


def _notes(asked: Asked, governments: Answer, opd: Answer | None) -> Iterator[str]:
    t = asked.t
    if governments.having(State.BELUM_LAPOR) or (opd and opd.having(State.BELUM_LAPOR)):
        yield t("Not yet reported: a duty is on record, and nothing came in by {day}.", day=t.date(asked.today))
    if asked.region is None:
        yield t("OPD are listed in the briefings of provinces and regions.")
    if governments.having(State.BELUM_ADA_BUKTI):
        yield t("No evidence yet: no duty on record and nothing found. It accuses nobody.")
