"""The map page's sentence: the figure of all that is shown, and how many regions have one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from charts.map import MapRow
from i18n import N_
from indicators import DEFINITIONS, Scope, query
from indicators.figure_words import figure_or_state
from indicators.question import NATION_NAME
from indicators.words import listed
from pages.context import Context
from pages.peta.asked import Asked
from warehouse.vocabulary import State

EVENTS = "documented_events"

_COVERAGE = {
    "focus": N_("{with_evidence} of {total} regencies and cities in {place} have documented evidence of a pledge"),
    "kabupaten": N_("{with_evidence} of {total} regencies and cities have documented evidence of a pledge"),
    "provinsi": N_(
        "{with_evidence} of {total} provinces have documented evidence of a pledge, of their own or below them"
    ),
}
_WHOLE = {
    "pledged_rate": N_("In {place}, {figure} of the civil servants obliged have taken the pledge"),
    "signed_rate": N_("In {place}, {figure} of the civil servants obliged have signed the integrity pact"),
    "reporting_rate": N_("In {place}, {figure} of the units obliged have reported"),
    "opd_finished": N_("In {place}, {figure} OPD have at least 95 % of their people’s signatures"),
    "gap_people": N_("In {place}, {figure} people obliged have yet to sign"),
    "days_before_campaign": N_("Days from the first ceremony in {place} to the campaign: {figure}"),
    "points_covered": N_("Themes in the pledges of {place}, of four: {figure}"),
    "evidence_grade": N_("The best evidence in {place} has grade {figure}"),
    "freshness_days": N_("The newest evidence in {place} is {figure} days old"),
    "open_contradictions": N_("Fields in {place} that sources contradict each other in, undecided: {figure}"),
}
_OTHERS = N_("{label} in {place}: {figure}")
_VALUED = {
    "kabupaten": N_("{with_evidence} of {total} regencies and cities are documented"),
    "provinsi": N_("{with_evidence} of {total} provinces are documented"),
}
_PARTS = {
    State.BELUM_LAPOR: ("not_reported", N_("{not_reported} not yet reported")),
    State.TIDAK_WAJIB: ("exempt", N_("{exempt} not obliged")),
    State.DITAHAN: ("withheld", N_("{withheld} withheld")),
    State.BELUM_ADA_BUKTI: ("no_evidence", N_("{no_evidence} without evidence yet")),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence with places, and what stands in them as plain text.

    `counted` are the places that count regions, with the state they are in; `figure`, where there is one, is the figure
    of the whole.
    """

    sentence: str
    numbers: dict[str, str]
    counted: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The sentence with its figures."""
        return self.sentence.format_map(self.numbers)


def finding(rows: Sequence[MapRow], asked: Asked, scope: Scope, place: str | None, context: Context) -> Finding:
    """The sentence over the rows of a map; `place` null = the nation. States without a region are left out.

    A documented event that may be after the day asked for is no evidence of one by then.
    """
    t, indicator, level = context.t, asked.indicator, asked.level
    states = Counter(State.BELUM_ADA_BUKTI.value if indicator == EVENTS and row.low == 0 else row.state for row in rows)
    numbers = {
        "with_evidence": t.number(states[State.NILAI]),
        "total": t.number(len(rows)),
        "place": place or NATION_NAME,
    }
    counted = {"with_evidence": State.NILAI.value}
    parts = []
    for state, (name, message) in _PARTS.items():
        if states[state]:
            numbers[name] = t.number(states[state])
            counted[name] = state.value
            parts.append(t(message))
    if indicator == EVENTS:
        head = t(_COVERAGE["focus" if place else level])
    else:
        whole = query(indicator, context.frames, replace(scope, level=None)).to_dicts()[0]
        head = t(_VALUED[level])
        if whole["state"] == State.NILAI and (whole["low"] is not None or indicator == "evidence_grade"):
            numbers |= {"figure": figure_or_state(indicator, whole, t), "label": t(DEFINITIONS[indicator].label)}
            head = f"{t(_WHOLE.get(indicator, _OTHERS))}; {head}"
    return Finding(f"{head}; {listed(parts, t)}." if parts else f"{head}.", numbers, counted)
