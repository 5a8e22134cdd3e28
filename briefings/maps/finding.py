"""The sentence of a map: the figure of all that is shown, and how many regions have one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefings.answer import Answer
from briefings.finding import Finding, Number
from briefings.wording import more_than_all, share
from charts.map import MapLevel
from i18n import N_, Text
from indicators import DEFINITIONS
from indicators.counting.rollup import FINISHED_SHARE
from indicators.question import NATION_NAME
from indicators.words import listed
from warehouse.vocabulary import State

EVENTS = "documented_events"
FINISHED: Final = FINISHED_SHARE[0] / FINISHED_SHARE[1]
"""The share of an OPD's people that must have signed."""

_KEEP = {"with_evidence": "{with_evidence}", "total": "{total}", "place": "{place}"}
"""Places that stay in a message until its numbers are put there."""
_COVERAGE: dict[str, Callable[[Text, int], str]] = {
    "focus": lambda t, many: t.n(
        "{with_evidence} of {total} regencies and cities in {place} has documented evidence of a pledge",
        "{with_evidence} of {total} regencies and cities in {place} have documented evidence of a pledge",
        many,
        **_KEEP,
    ),
    "kabupaten": lambda t, many: t.n(
        "{with_evidence} of {total} regencies and cities has documented evidence of a pledge",
        "{with_evidence} of {total} regencies and cities have documented evidence of a pledge",
        many,
        **_KEEP,
    ),
    "provinsi": lambda t, many: t.n(
        "{with_evidence} of {total} provinces has documented evidence of a pledge, of its own or below it",
        "{with_evidence} of {total} provinces have documented evidence of a pledge, of their own or below them",
        many,
        **_KEEP,
    ),
}
_ALL_COVERED = {
    "focus": N_("All {with_evidence} regencies and cities in {place} have documented evidence of a pledge"),
    "kabupaten": N_("All {with_evidence} regencies and cities have documented evidence of a pledge"),
    "provinsi": N_("All {with_evidence} provinces have documented evidence of a pledge, of their own or below them"),
}
_WHOLE = {
    "pledged_rate": N_("In {place}, {figure} of the civil servants obliged have taken the pledge"),
    "signed_rate": N_("In {place}, {figure} of the civil servants obliged have signed the integrity pact"),
    "reporting_rate": N_("In {place}, {figure} of the units obliged have reported"),
    "opd_finished": N_("In {place}, {figure} OPD have at least {finished} of their people’s signatures"),
    "gap_people": N_("In {place}, {figure} people obliged have yet to sign"),
    "days_before_campaign": N_("Days from the first ceremony in {place} to the campaign: {figure}"),
    "points_covered": N_("Themes in the pledges of {place}, of four: {figure}"),
    "evidence_grade": N_("The best evidence in {place} has grade {figure}"),
    "freshness_days": N_("The newest evidence in {place} is {figure} days old"),
    "open_contradictions": N_("Fields in {place} that sources contradict each other in, undecided: {figure}"),
}
_OTHERS = N_("{label} in {place}: {figure}")
_VALUED: dict[str, Callable[[Text, int], str]] = {
    "kabupaten": lambda t, many: t.n(
        "{with_evidence} of {total} regencies and cities has this figure",
        "{with_evidence} of {total} regencies and cities have this figure",
        many,
        **_KEEP,
    ),
    "provinsi": lambda t, many: t.n(
        "{with_evidence} of {total} provinces has this figure",
        "{with_evidence} of {total} provinces have this figure",
        many,
        **_KEEP,
    ),
}
_PARTS = {
    State.BELUM_LAPOR: ("not_reported", N_("{not_reported} not yet reported")),
    State.TIDAK_WAJIB: ("exempt", N_("{exempt} not obliged")),
    State.DITAHAN: ("withheld", N_("{withheld} withheld")),
    State.BELUM_ADA_BUKTI: ("no_evidence", N_("{no_evidence} without evidence yet")),
}


def finding(shown: Answer, whole: Answer | None, place: str | None, level: MapLevel) -> Finding:
    """The sentence over the units that are `shown`, and over `whole`: the same question of the region itself, null =
    only its parts are told. `place` null = the nation. States without a region are left out.

    A documented event that may be after the day asked for is no evidence of one by then.
    """
    t, indicator = shown.t, shown.query.indicator
    numbers, parts = _parts(shown)
    names = {"place": place or NATION_NAME}
    with_evidence, ground = round(numbers["with_evidence"].low or 0), "focus" if place else level
    is_all = indicator == EVENTS and with_evidence == len(shown.rows) > 1
    if is_all:
        head = t(_ALL_COVERED[ground])
    else:
        numbers["total"] = shown.units()
        head = _COVERAGE[ground](t, with_evidence) if indicator == EVENTS else _VALUED[level](t, with_evidence)
    if whole is not None and (said := _whole(whole)):
        message, figures, figure_names = said
        numbers, names, head = numbers | figures, names | figure_names, f"{message}; {head}"
    else:
        if indicator != EVENTS:
            names, head = names | {"label": t(DEFINITIONS[indicator].label)}, f"{head} ({{label}})"
        if with_evidence == 0 and shown.rows:
            numbers["with_evidence"] = replace(numbers["with_evidence"], words=t("So far none"))
    return Finding(f"{head}; {listed(parts, t)}." if parts else f"{head}.", numbers, names)


def _parts(shown: Answer) -> tuple[dict[str, Number], list[str]]:
    """How many units have which state: the numbers, and a part of the sentence for each."""
    t, of_events = shown.t, shown.query.indicator == EVENTS
    numbers, parts = {"with_evidence": shown.units(State.NILAI, at_least=1 if of_events else None)}, []
    if of_events and (unsure := shown.units(State.NILAI, below=1)).low:
        numbers["unsure"] = unsure
        parts.append(t("{unsure} with a ceremony whose day is not certain"))
    for state, (name, message) in _PARTS.items():
        counted = shown.units(state)
        says_it_again = state == State.BELUM_ADA_BUKTI and counted.low == len(shown.rows)
        if counted.low and not says_it_again:
            numbers[name] = counted
            parts.append(t(message))
    return numbers, parts


def _whole(whole: Answer) -> tuple[str, dict[str, Number], dict[str, str]] | None:
    """The figure of the whole as a message with its number and names; null where there is none."""
    t, indicator = whole.t, whole.query.indicator
    is_share = DEFINITIONS[indicator].is_fraction
    [(code, row)] = whole.rows.items()
    if row["state"] != State.NILAI or (row["low"] is None and row["high"] is None and indicator != "evidence_grade"):
        return None
    names = {"label": t(DEFINITIONS[indicator].label), "finished": share(FINISHED, FINISHED, t)}
    message = t(_WHOLE.get(indicator, _OTHERS))
    if indicator == "evidence_grade":
        return message, {}, names | {"figure": row["grade"] or t("not known")}
    number = whole.number(code)
    return (more_than_all(message, number, t) if is_share else message), {"figure": number}, names
