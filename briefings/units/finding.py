"""What the OPD of one government add up to, as sentences whose numbers are bound to what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefings.answer import says_something
from briefings.finding import Finding
from briefings.units import asked as of_units
from briefings.units.figures import Answers
from briefings.units.rows import Units
from briefings.units.whole import Clause, Whole, done, missing, pledged
from briefings.units.words import some
from briefings.wording import people
from i18n import Text
from indicators.comparing.pace import GOAL
from warehouse.vocabulary import State

_KEEP = {place: f"{{{place}}}" for place in ("place", "units", "people", "reported")}
"""Places that stay in a message until its numbers are put there."""


@dataclass(frozen=True, slots=True)
class Government:
    """One government as its sentences need it: its own figures, its OPD, and what was asked of them."""

    whole: Whole
    own: of_units.Asked
    units: Units
    of_units: Answers

    @property
    def t(self) -> Text:
        """The reader's words."""
        return self.whole.asked.t

    def opds(self, part: str) -> int:
        """How many OPD have reported (`numerator`), or have a target, a count or a duty (`denominator`)."""
        return self.own.whole["reporting_rate"][f"{part}_low"] or 0


def finding(about: Government) -> Finding:
    """The answer, from much to nothing: counts of people, silence that is owed, targets, names."""
    if about.units.has_tallies:
        clauses = [_reporting(about), done(about.whole)]
    elif about.whole.state("reporting_rate") == State.NILAI:
        clauses = [_without_counts(about)]
    else:
        clauses = [_on_record(about)]
    known = [clause for clause in clauses if clause is not None]
    message = "; ".join(message for message, _ in known)
    if about.whole.asked.kind == "province" and "{place}" not in message:  # its regencies have OPD too
        message = f"{{place}}: {message[:1].lower()}{message[1:]}"
    numbers = {place: number for _, found in known for place, number in found.items()}
    name = about.own.name
    return Finding(f"{message}.", numbers, {"place": f"{name[:1].upper()}{name[1:]}"})


def _reporting(about: Government) -> Clause:
    """How many OPD have reported."""
    t, code, answer = about.t, about.own.code, about.whole.answer("reporting_rate")
    numbers = {"units": answer.number(code, "denominator")}
    reported, units = about.opds("numerator"), about.opds("denominator")
    if reported == units:
        only = t("{units} OPD is on record and has reported")
        return only if units == 1 else t("All {units} OPD have reported"), numbers
    message = t.n(
        "{reported} of {units} OPD has reported", "{reported} of {units} OPD have reported", reported, **_KEEP
    )
    return message, {"reported": answer.number(code, "numerator"), **numbers}


def _without_counts(about: Government) -> Clause:
    """The government reported as a whole; or reports are owed and none came in."""
    t, code = about.t, about.own.code
    if about.opds("numerator") and (clause := done(about.whole)):
        message, numbers = clause
        return t("{place} reports as a whole, not by OPD: {done}", place="{place}", done=message), numbers
    only, many = t("{units} OPD is on record and has not reported"), t("None of the {units} OPD has reported")
    message = only if about.opds("denominator") == 1 else many
    return message, {"units": about.whole.answer("reporting_rate").number(code, "denominator")}


def _on_record(about: Government) -> Clause:
    """Nothing was counted, and nobody is known to owe a count: what is on record all the same."""
    t, code, signed = about.t, about.own.code, about.whole.answer("signed_rate")
    has_people = says_something(signed.bounds(code, "denominator"))
    numbers = {"people": signed.number(code, "denominator", people)} if has_people else {}
    if not about.units.rows:
        if has_people:
            return t("{place}: {people} obliged as a whole, not split by OPD; nothing is counted yet"), numbers
        return t("{place}: no OPD, no headcount and no count is on record"), {}
    of_province = about.whole.asked.kind == "province"  # whose OPD are asked for together with those of its regencies
    numbers["units"] = (
        about.whole.answer("reporting_rate").number(code, "denominator")
        if of_province
        else about.of_units.signed.units()
    )
    if has_people:
        return t("{place}: {units} OPD on record, {people} obliged in all; nothing is counted yet"), numbers
    return t("{place}: {units} OPD on record, without headcounts; nothing is counted yet"), numbers


def more(about: Government) -> Iterator[Finding]:
    """Beside the answer: people missing, the pledge, OPD finished, the largest gap, what cannot be or is withheld."""
    if about.units.has_tallies:
        yield from missing(about.whole)
        yield from pledged(about.whole)
        yield from _finished(about)
        yield from _furthest(about)
        yield from _beyond(about)
        yield from _withheld(about)


def _finished(about: Government) -> Iterator[Finding]:
    if about.whole.is_counted("opd_finished") and about.opds("denominator") > 1:
        finished = about.whole.answer("opd_finished").number(about.own.code)
        names = {"goal": about.t.percent(float(GOAL), 0)}
        yield Finding(about.t("OPD in which at least {goal} have signed: {finished}."), {"finished": finished}, names)


def _furthest(about: Government) -> Iterator[Finding]:
    """The OPD that surely misses most people, of those that can be ranked; nothing where two miss as many."""
    gap, ranked = about.of_units.gap, about.own.comparable
    lows = {code: gap.bounds(code)[0] or 0.0 for code in ranked}
    most = [code for code in ranked if lows[code] == max(lows.values())]
    if len(ranked) > 1 and len(most) == 1:
        message = about.t("Largest sure gap: {opd}, where {gap} have still to sign.")
        yield Finding(message, {"gap": gap.number(most[0], say=people)}, {"opd": str(gap.rows[most[0]]["name"])})


def _beyond(about: Government) -> Iterator[Finding]:
    """The OPD in which more people signed than are obliged, which cannot be."""
    signed = about.of_units.signed
    beyond = [row.name for row in about.units.rows if (signed.bounds(row.opd_id)[0] or 0) > 1]
    if beyond:
        message = about.t("More people signed than are obliged, so the target or the count is wrong: {opds}.")
        yield Finding(message, {}, {"opds": some(beyond, about.t)})


def _withheld(about: Government) -> Iterator[Finding]:
    """How many OPD have a count that may not be shown. A province's own cannot be told from those of its regencies."""
    signed = about.of_units.signed
    if about.whole.asked.kind != "province" and (many := len(signed.having(State.DITAHAN))):
        message = about.t.n(
            "The count of {withheld} OPD is withheld, because so few people are obliged.",
            "The counts of {withheld} OPD are withheld, because so few people are obliged.",
            many,
            withheld="{withheld}",
        )
        yield Finding(message, {"withheld": signed.units(State.DITAHAN)})
