"""What the figures rest on and how they are to be read: sources, definitions, states, bounds, what is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.answer import Answer
from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from briefings.maps.finding import EVENTS
from briefings.maps.rows import counts
from briefings.sources import source_notes
from briefings.table import Column, Table
from charts.map.words import outlines
from indicators import DEFINITIONS, events_in
from indicators.definition import Definition
from indicators.scope import QueryLevel
from indicators.suppression import threshold
from indicators.words import GRADES, STATE_MEANINGS, STATES
from warehouse.vocabulary import State

ALWAYS = (EVENTS, "signed_rate", "reporting_rate")
"""Indicators that every briefing speaks of, if only to say that there is no figure."""
MOST_SOURCES = 60


def section(asked: Asked) -> Section:
    """Sources and method of the region's figures."""
    t = asked.t
    sources = source_notes(asked.frames, _source_ids(asked))
    answers = [asked.answer(name) for name in DEFINITIONS]
    used = [
        answer.query.indicator
        for answer in answers
        if answer.query.indicator in ALWAYS or answer.rows[asked.region]["state"] != State.BELUM_ADA_BUKTI
    ]
    return Section(
        SectionName.METODE,
        t("Sources and method"),
        _finding(asked, answers),
        tuple(_withheld(asked)),
        tables=(_definitions(asked, used), _states(asked), _grades(asked)),
        notes=tuple(_notes(asked, len(sources))),
        sources=sources[:MOST_SOURCES],
    )


def _finding(asked: Asked, answers: Iterable[Answer]) -> Finding:
    """How many independent voices are behind the figures, and how good the best is."""
    t, names = asked.t, {"place": asked.place}
    widest = max(answers, key=lambda answer: answer.rows[asked.region]["sources"])
    row = widest.rows[asked.region]
    if not row["sources"]:
        return Finding(t("There is no source yet for {place}; the method is the same for every region."), names=names)
    grade = asked.answer("evidence_grade").rows[asked.region]["grade"]
    message = t.n(
        "The figures of {place} rest on {voices} independent voice",
        "The figures of {place} rest on {voices} independent voices",
        row["sources"],
        voices="{voices}",
        place="{place}",
    )
    if grade:
        message = t("{sentence}, the best of grade {grade}", sentence=message, grade="{grade}")
    return Finding(
        f"{message}.", {"voices": widest.number(asked.region, "sources")}, names | ({"grade": grade} if grade else {})
    )


def _withheld(asked: Asked) -> Iterator[Finding]:
    """How many figures are withheld because of too few people."""
    t = asked.t
    level: QueryLevel = "pemda" if asked.region is None else "opd"
    signed = asked.answer("signed_rate", level)
    withheld = signed.units(State.DITAHAN)
    if not withheld.low:
        return
    of_opd = t(
        "Signed rates of {withheld} of {total} OPD are withheld: of so few people they would point to individuals."
    )
    of_regions = t(
        "Signed rates of {withheld} of {total} regional governments are withheld: of so few people they would "
        "point to individuals."
    )
    message = of_opd if level == "opd" else of_regions
    yield Finding(message, {"withheld": withheld, "total": signed.units()})


def _source_ids(asked: Asked) -> list[str]:
    of_events = events_in(asked.frames, asked.scope(asked.region))["source_ids"].explode()
    of_counts = counts(asked.frames, asked.scope(asked.region, counts_people=True))["source_id"]
    return [*{*of_events.drop_nulls(), *of_counts}]


def _definitions(asked: Asked, used: Iterable[str]) -> Table:
    t = asked.t
    columns = (
        Column("indicator", t("Indicator"), description=t("What is measured.")),
        Column(
            "version", t("Version"), "count", description=t("Grows by 1 when the same evidence gives another figure.")
        ),
        Column("definition", t("Definition"), description=t("What it counts, of whom, and when there is no figure.")),
    )
    found = [DEFINITIONS[name] for name in used]
    rows = tuple((t(each.label), each.version, _in_full(asked, each)) for each in found)
    return Table("definisi", t("Definitions of the indicators"), columns, rows, ids=tuple(each.name for each in found))


def _in_full(asked: Asked, definition: Definition) -> str:
    """The definition's facts as one text: the first without its heading, the others with theirs."""
    (_, first), *others = definition.facts(asked.t)
    return " ".join([first, *(f"{heading}: {text}" + ("" if text.endswith(".") else ".") for heading, text in others)])


def _states(asked: Asked) -> Table:
    t = asked.t
    columns = (
        Column("state", t("State"), description=t("The state of a figure, in words.")),
        Column("meaning", t("Meaning"), description=t("What it stands for.")),
    )
    return Table(
        "keadaan", t("The five states"), columns, tuple((t(STATES[one]), t(STATE_MEANINGS[one])) for one in State)
    )


def _grades(asked: Asked) -> Table:
    t = asked.t
    columns = (
        Column("grade", t("Evidence grade"), description=t("The best evidence, from A to D.")),
        Column("meaning", t("Meaning"), description=t("What it stands for.")),
    )
    return Table(
        "mutu", t("Evidence grades"), columns, tuple((str(grade), t(meaning)) for grade, meaning in GRADES.items())
    )


def _notes(asked: Asked, sources: int) -> Iterator[str]:
    t, snapshot = asked.t, asked.frames.snapshot
    yield t(
        "A figure is never more precise than its source: “between … and …” gives the lowest and the highest value that "
        "it can have, “at least” leaves the upper one open."
    )
    yield t(
        "Units that have not reported widen the bounds of a rate: the lower one counts none of their people as having "
        "signed, the upper one all."
    )
    yield t(
        "Counts of groups of fewer than {people} people are withheld from this audience, and so is whatever would give "
        "them away.",
        people=t.number(threshold(asked.request.audience)),
    )
    yield t("A pledge taken and a pact signed are two measures. Copies of one release count as one voice.")
    yield t("Outlines: {what}", what=outlines(asked.layer.kind, asked.layer.edition, t))
    yield t(
        "Data: snapshot {number}; days are counted to {day}.",
        number=t.number(snapshot.number),
        day=t.date(asked.today),
    )
    if asked.frames.is_simulated:
        yield t("Everything here is example data: no figure is real.")
    if sources > MOST_SOURCES:
        rest = sources - MOST_SOURCES
        yield t.n("{count} more source is listed in the app.", "{count} more sources are listed in the app.", rest)
