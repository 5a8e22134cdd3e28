"""The sentence of a map about one kabupaten or kota among those of its province."""

from __future__ import annotations

from dataclasses import replace

from briefings.answer import Answer
from briefings.finding import Finding
from briefings.maps.finding import EVENTS
from briefings.wording import more_than_all
from i18n import Text
from indicators.words import STATES, word
from warehouse.vocabulary import State

_KEEP = {place: f"{{{place}}}" for place in ("with_evidence", "total", "place", "province", "state")}
"""Places that stay in a message until its numbers are put there."""


def of_one(shown: Answer, code: str, place: str, province: str) -> Finding:
    """What is known of the region `code` of the answer, and of how many beside it. Without a value, its state."""
    t, row = shown.t, shown.rows[code]
    limit = 1 if shown.query.indicator == EVENTS else None
    having = shown.units(State.NILAI, at_least=limit)
    names = {"place": place, "province": province}
    numbers = {"with_evidence": having, "total": shown.units()}
    has_value = row["state"] == State.NILAI and (limit is None or (row["low"] or 0) >= limit)
    if has_value and limit is None and (row["low"] is not None or row["high"] is not None):
        figure = shown.number(code)
        message = more_than_all(
            t("In {place}, {figure} of the civil servants obliged have signed the integrity pact"), figure, t
        )
        return Finding(f"{message}; {_documented(having.low, t)}.", {**numbers, "figure": figure}, names)
    if has_value and having.low == 1:
        numbers["with_evidence"] = replace(having, words=t("the only one"))
        message = t("{place} is {with_evidence} of the {total} regencies and cities in {province} with evidence.")
    elif has_value:
        message = t(
            "{place} is one of the {with_evidence} regencies and cities with documented evidence, out of {total} in "
            "{province}."
        )
    elif having.low == 0:
        numbers["with_evidence"] = replace(having, words=t("So far none"))
        message = t("{with_evidence} of {total} regencies and cities in {province} has evidence, {place} included.")
    else:
        names["state"] = word(STATES, row["state"], t)
        message = t.n(
            "{place}: {state}; {with_evidence} of {total} regencies and cities in {province} has documented evidence.",
            "{place}: {state}; {with_evidence} of {total} regencies and cities in {province} have documented evidence.",
            round(having.low or 0),
            **_KEEP,
        )
    return Finding(message, numbers, names)


def _documented(having: float | None, t: Text) -> str:
    return t.n(
        "{with_evidence} of {total} regencies and cities in {province} is documented",
        "{with_evidence} of {total} regencies and cities in {province} are documented",
        round(having or 0),
        **_KEEP,
    )
