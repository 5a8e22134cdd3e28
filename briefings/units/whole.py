"""What a region or a government as a whole has counted, as sentences and parts of them, bound to what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefings.answer import Answer, says_something
from briefings.asked import Asked
from briefings.finding import Finding, Number
from briefings.wording import people
from indicators.scope import QueryLevel
from warehouse.vocabulary import State

Clause = tuple[str, Mapping[str, Number]]
"""A part of a sentence and its numbers."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The row of `code` (null = the nation) at a level; null = everything in it."""

    asked: Asked
    code: str | None
    level: QueryLevel | None = None

    def answer(self, indicator: str) -> Answer:
        """The answer that has the row."""
        return self.asked.answer(indicator, self.level)

    def state(self, indicator: str) -> str:
        """The state of its figure."""
        return str(self.answer(indicator).rows[self.code]["state"])

    def is_counted(self, indicator: str) -> bool:
        """True where there is a figure that says something."""
        return self.state(indicator) == State.NILAI and says_something(self.answer(indicator).bounds(self.code))


def done(whole: Whole) -> Clause | None:
    """What share signed, or how many; what share pledged where nobody counted signatures; null = nothing is known."""
    t, code, signed = whole.asked.t, whole.code, whole.answer("signed_rate")
    if whole.is_counted("signed_rate"):
        return t("{rate} of the people obliged have signed"), {"rate": signed.number(code)}
    if whole.state("signed_rate") == State.DITAHAN:
        return t("how many have signed is withheld, because so few people are obliged"), {}
    if whole.state("signed_rate") == State.NILAI:
        if not says_something(signed.bounds(code, "numerator")):
            return t("how many have signed is not known"), {}
        numbers = {"signed": signed.number(code, "numerator", people)}
        return t("{signed} have signed, of how many is not known"), numbers
    if whole.is_counted("pledged_rate"):
        numbers = {"rate": whole.answer("pledged_rate").number(code)}
        return t("{rate} of the people obliged have taken the pledge, signatures were not counted"), numbers
    return None


def missing(whole: Whole) -> Iterator[Finding]:
    """How many have signed, of how many, and how many have not; nothing where one of them is not known."""
    t, code = whole.asked.t, whole.code
    signed, gap = whole.answer("signed_rate"), whole.answer("gap_people")
    parts = (signed.bounds(code, "numerator"), signed.bounds(code, "denominator"), gap.bounds(code))
    if all(says_something(bounds) for bounds in parts):
        numbers = {
            "signed": signed.number(code, "numerator"),
            "target": signed.number(code, "denominator", people),
            "gap": gap.number(code, say=people),
        }
        yield Finding(t("Signed: {signed} of {target} obliged; still to sign: {gap}."), numbers)


def pledged(whole: Whole) -> Iterator[Finding]:
    """What share pledged, where signatures were counted too."""
    if whole.is_counted("pledged_rate") and whole.state("signed_rate") == State.NILAI:
        rate = whole.answer("pledged_rate").number(whole.code)
        yield Finding(whole.asked.t("Pledge taken by {rate} of the people obliged."), {"rate": rate})
