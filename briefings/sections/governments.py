"""Governments side by side: the provinces of the nation, or the regional governments of a province."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefings.answer import says_something
from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from briefings.sources import source_line, source_notes
from briefings.table import Column
from briefings.units import figures
from briefings.units.asked import OF_UNITS
from briefings.units.basis import difference_words
from briefings.units.figures import Answers
from briefings.units.rows import UnitRow, place, read_from, unit_row
from briefings.units.whole import Whole, done, missing, pledged
from briefings.units.words import entry
from briefings.wording import people
from i18n import N_, Text
from indicators.comparing.comparison import AT_LEAST, Basis, comparable, differences, shared_bases
from indicators.question import within
from indicators.scope import QueryLevel
from warehouse.vocabulary import State

_MIXED = N_("Within some regions the targets of OPD differ in the people they count, or in their day")


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Which of the regions with a count can be ranked, and why the others cannot (null = all can)."""

    ranked: frozenset[str]
    reason: str | None

    @classmethod
    def of(cls, found: Mapping[str, Basis | None], counted: Sequence[str], t: Text) -> _Ranking:
        """From the basis of each region's targets; null = its own OPD differ. Fewer than most are not ranked at all."""
        if len(counted) < AT_LEAST:
            return cls(frozenset(counted), None)
        clear = {code: basis for code, basis in found.items() if basis is not None}
        is_mixed = any(code in found and code not in clear for code in counted)
        reason = difference_words(differences(clear, counted), t) or (t(_MIXED) if is_mixed else None)
        ranked = comparable(clear, counted)
        return cls(ranked if 2 * len(ranked) > len(counted) else frozenset(), reason)


def section(asked: Asked) -> Section:
    """Provinces, or the governments of one, by what their people signed; ranked where their targets are alike."""
    t = asked.t
    level: QueryLevel = "provinsi" if asked.region is None else "pemda"
    answers = Answers(*(asked.answer(name, level) for name in OF_UNITS))
    counted = [code for code in answers.signed.rows if code and answers.has_figure(code)]
    found = shared_bases(asked.frames, asked.scope(asked.region, level, counts_people=True))
    ranking = _Ranking.of(found, counted, t)
    rows = _rows(answers, ranking, t)
    shown = figures.telling(rows, answers) if counted else ()
    listed = rows if counted else tuple(row for row in rows if row.target)
    said = _finding(asked, answers)
    sources = source_notes(asked.frames, _source_ids(asked)) if listed else ()
    picture = figures.picture(said.words, shown, answers, source_line(sources, t))
    unit = Column("region_name", t("Region"), description=t("The region's official name."))
    table = figures.table("daerah", t("Regions of {region}", region=asked.place), unit, listed, answers)
    return Section(
        SectionName.OPD,
        t("Provinces") if asked.region is None else t("Regional governments"),
        said,
        tuple(_more(asked)) if counted else (),
        picture,
        (table,) if listed else (),
        tuple(_notes(asked, ranking, rows, shown if picture else ())) if counted else (),
        sources,
    )


def _rows(answers: Answers, ranking: _Ranking, t: Text) -> tuple[UnitRow, ...]:
    """Every region: the ranked first, then those with a count, then the silent."""

    def order(code: str) -> tuple[int, float, float, str]:
        return place(answers.signed.rows[code], answers.pledged.rows[code], ranked=code in ranking.ranked)

    return tuple(_row(code, answers, t) for code in sorted(map(str, answers.signed.rows), key=order))


def _row(code: str, answers: Answers, t: Text) -> UnitRow:
    figures_of = (answers.signed.rows[code], answers.pledged.rows[code], answers.gap.rows[code])
    row = unit_row(figures_of, None, (), t)
    if answers.signed.query.scope.level != "pemda":
        return row
    name = entry(code, row.name, t)
    return replace(row, name=name, chart=replace(row.chart, label=name, words=(name, *row.chart.words[1:])))


def _finding(asked: Asked, answers: Answers) -> Finding:
    """How many have a count, and what is known of all of them together."""
    t, whole, names = asked.t, Whole(asked, asked.region), {"place": asked.place}
    answer = answers.signed if answers.signed.having(State.NILAI) else answers.pledged
    if answer.having(State.NILAI):
        many, keep = len(answer.having(State.NILAI)), {"reported": "{reported}", "total": "{total}", "place": "{place}"}
        message = (
            t.n(
                "{reported} of {total} provinces has a count",
                "{reported} of {total} provinces have a count",
                many,
                **keep,
            )
            if asked.region is None
            else t.n(
                "{reported} of {total} regional governments of {place} has a count",
                "{reported} of {total} regional governments of {place} have a count",
                many,
                **keep,
            )
        )
        numbers = {"reported": answer.units(State.NILAI), "total": answer.units()}
        if clause := done(whole):
            message, numbers = f"{message}; {clause[0]}", {**numbers, **clause[1]}
        return Finding(f"{message}.", numbers, names)
    signed = whole.answer("signed_rate")
    if says_something(signed.bounds(asked.region, "denominator")):
        known = {"people": signed.number(asked.region, "denominator", people)}
        return Finding(
            t("{place}: {people} obliged on record; nobody has counted pledges or signatures yet."), known, names
        )
    return Finding(t("{place}: nobody has reported how many people are obliged, pledged or signed."), {}, names)


def _more(asked: Asked) -> Iterator[Finding]:
    """How many people are missing, who took the pledge, and how many units have reported."""
    whole = Whole(asked, asked.region)
    yield from missing(whole)
    yield from pledged(whole)
    reporting = whole.answer("reporting_rate")
    if whole.is_counted("reporting_rate"):
        numbers = {
            "reported": reporting.number(asked.region, "numerator"),
            "units": reporting.number(asked.region, "denominator"),
        }
        message = asked.t.n(
            "{reported} of the {units} units on record has reported.",
            "{reported} of the {units} units on record have reported.",
            round(numbers["reported"].low or 0),
            reported="{reported}",
            units="{units}",
        )
        yield Finding(message, numbers)


def _notes(asked: Asked, ranking: _Ranking, rows: Sequence[UnitRow], shown: Sequence[UnitRow]) -> Iterator[str]:
    t = asked.t
    if shown:
        yield from figures.about_chart(t, is_cut=len(shown) < len(rows))
    if campaign := asked.election_names().get(asked.tallied or ""):
        yield t("Election: {election}.", election=campaign)
    if ranking.reason is None:
        return
    if not ranking.ranked:
        yield t("{reason}; so the regions are in order of name and are not ranked.", reason=ranking.reason)
    else:
        yield t("{reason}; so those that differ are not ranked and stand after the others.", reason=ranking.reason)


def _source_ids(asked: Asked) -> Iterator[str]:
    """What headcounts and counts of the region were read from."""
    read = read_from(asked.frames, within(asked.region), asked.tallied, asked.request.as_of)
    yield from read["source_id"].unique()
