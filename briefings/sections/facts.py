"""What is known of a region besides its ceremonies, one sentence a thing; what is not known has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefings.answer import Answer, says_something
from briefings.asked import Asked
from briefings.finding import Finding
from briefings.maps.finding import FINISHED
from briefings.wording import count, days, more_than_all, people, share
from i18n import Text
from indicators.words import GRADES, word
from warehouse.vocabulary import State

MOST = 6


def facts(asked: Asked, told: Finding) -> tuple[Finding, ...]:
    """The first `MOST` that are known and that `told` does not say already, what matters most first; where no people
    were counted, that they were not."""
    said = {number.reference for number in told.numbers.values()}
    known = [found for fact in _FACTS for found in fact(asked)]
    return tuple([found for found in known if not said & {each.reference for each in found.numbers.values()}][:MOST])


def _signed(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("signed_rate")
    state = answer.rows[asked.region]["state"]
    if state == State.NILAI and says_something(answer.bounds(asked.region)):
        message = t("{figure} of the civil servants obliged have signed the integrity pact")
        yield _rate(answer, message, asked)
    elif state == State.NILAI and says_something(answer.bounds(asked.region, "numerator")):
        number = answer.number(asked.region, "numerator", people)
        yield Finding(t("Signed the integrity pact: {people}; out of how many is not known."), {"people": number})
    elif state == State.DITAHAN:
        yield Finding(t("How many signed is withheld: so few people are obliged that it would point to individuals."))
    elif state == State.BELUM_LAPOR:
        yield Finding(t("A count of signatures is due, and none has come in."))
    else:
        yield from _uncounted(answer, asked)


def _uncounted(answer: Answer, asked: Asked) -> Iterator[Finding]:
    t = asked.t
    target = answer.bounds(asked.region, "denominator")
    if says_something(target):
        number = answer.number(asked.region, "denominator", people)
        yield Finding(t("No count of signatures has come in; obliged to sign: {people}."), {"people": number})
    else:
        yield Finding(t("No count of signatures has come in, so no share can be given."))


def _pledged(asked: Asked) -> Iterator[Finding]:
    answer = asked.answer("pledged_rate")
    if answer.rows[asked.region]["state"] == State.NILAI and says_something(answer.bounds(asked.region)):
        yield _rate(answer, asked.t("{figure} of the civil servants obliged have taken the pledge"), asked)


def _rate(answer: Answer, message: str, asked: Asked) -> Finding:
    """A rate with its sentence, which begins with the number."""
    number = answer.number(asked.region)
    capital = replace(number, words=number.words[:1].upper() + number.words[1:])
    return Finding(f"{more_than_all(message, number, asked.t)}.", {"figure": capital})


def _reported(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("reporting_rate")
    low, _ = answer.bounds(asked.region)
    units, _ = answer.bounds(asked.region, "denominator")
    if low is None or not units:
        return
    numbers = {"units": answer.number(asked.region, "denominator")}
    if units == 1:
        only = {"units": answer.number(asked.region, "denominator", lambda *_: t("The only"))}
        yield Finding(
            t("{units} unit on record has reported.") if low else t("{units} unit on record has not reported yet."),
            only,
        )
    elif low == 1:
        yield Finding(t("All {units} units on record have reported."), numbers)
    elif low == 0:
        yield Finding(t("So far none of the {units} units on record has reported."), numbers)
    else:
        numbers["reported"] = answer.number(asked.region, "numerator")
        message = t.n(
            "{reported} of {units} units on record has reported.",
            "{reported} of {units} units on record have reported.",
            round(numbers["reported"].low or 0),
            reported="{reported}",
            units="{units}",
        )
        yield Finding(message, numbers)


def _finished(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("opd_finished")
    row = answer.rows[asked.region]
    if row["state"] != State.NILAI or not says_something(answer.bounds(asked.region)) or row["denominator_low"] == 1:
        return
    numbers = {"finished": answer.number(asked.region, say=_none_or_count)}
    names = {"share": share(FINISHED, FINISHED, t)}
    if row["denominator_high"] is None:
        message = t("OPD in which at least {share} of the people signed: {finished}; not all OPD are on record.")
    else:
        numbers["units"] = answer.number(asked.region, "denominator")
        message = t("OPD in which at least {share} of the people signed: {finished} of {units}.")
    yield Finding(message, numbers, names)


def _gap(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("gap_people")
    bounds = answer.bounds(asked.region)
    if answer.rows[asked.region]["state"] != State.NILAI or not says_something(bounds):
        return
    if bounds == (0, 0):
        yield Finding(t("Nobody obliged is still missing."))
    else:
        yield Finding(t("Still to sign: {people}."), {"people": answer.number(asked.region, say=people)})


def _contradictions(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("open_contradictions")
    low, high = answer.bounds(asked.region)
    if not low or high is None:
        return
    message = t.n(
        "Sources contradict each other in {fields} field, not decided yet.",
        "Sources contradict each other in {fields} fields, not decided yet.",
        round(high),
        fields="{fields}",
    )
    yield Finding(message, {"fields": answer.number(asked.region)})


def _early(asked: Asked) -> Iterator[Finding]:
    """How early the first ceremony was. Bounds on both sides of the campaign's first day say nothing short."""
    t, answer = asked.t, asked.answer("days_before_campaign")
    low, high = answer.bounds(asked.region)
    if low is None:
        return
    if low == high == 0:
        yield Finding(t("The first documented ceremony was on the day the campaign began."))
    elif low >= 0:
        message = t("The first documented ceremony was {days} before the campaign began.")
        yield Finding(message, {"days": answer.number(asked.region, say=days)})
    elif high is None or high <= 0:
        message = t("The first documented ceremony was {days} after the campaign began.")
        yield Finding(message, {"days": answer.number(asked.region, say=_days_after)})


def _days_after(low: float | None, high: float | None, t: Text) -> str:
    """Days before, at most 0, said as days after; without an upper bound it may have been earlier."""
    return days(None if high is None else -high, None if low is None else -low, t)


def _themes(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("points_covered")
    low, high = answer.bounds(asked.region)
    total, most = answer.bounds(asked.region, "denominator")
    if low is None or total is None or total != most:
        return
    numbers = {"themes": answer.number(asked.region, "denominator")}
    if low == total:
        yield Finding(t("The pledges cover all {themes} themes."), numbers)
    elif high is not None:
        numbers["covered"] = answer.number(asked.region)
        yield Finding(t("The pledges cover {covered} of {themes} themes."), numbers)


def _evidence(asked: Asked) -> Iterator[Finding]:
    t, answer = asked.t, asked.answer("evidence_grade")
    row = answer.rows[asked.region]
    if row["state"] != State.NILAI or row["grade"] is None:
        return
    message = t.n(
        "Best evidence: {meaning} (grade {grade}); {voices} independent voice in all.",
        "Best evidence: {meaning} (grade {grade}); {voices} independent voices in all.",
        row["sources"],
        meaning="{meaning}",
        grade="{grade}",
        voices="{voices}",
    )
    names = {"meaning": word(GRADES, row["grade"], t), "grade": row["grade"]}
    yield Finding(message, {"voices": answer.number(asked.region, "sources")}, names)


def _none_or_count(low: float | None, high: float | None, t: Text) -> str:
    return t("none yet") if low == high == 0 else count(low, high, t)


_FACTS: tuple[Callable[[Asked], Iterator[Finding]], ...] = (
    _signed,
    _pledged,
    _reported,
    _gap,
    _finished,
    _contradictions,
    _early,
    _evidence,
    _themes,
)
