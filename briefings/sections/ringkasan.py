"""The answer in one sentence, what else is known, and the key figures."""

from __future__ import annotations

from briefings.asked import Asked
from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from warehouse.vocabulary import State


def section(asked: Asked) -> Section:
    """The summary of the region."""
    t = asked.t
    answer = asked.answer("documented_events", "kabupaten")
    numbers = {"with_evidence": answer.units(State.NILAI, at_least=1), "total": answer.units()}
    message = t("{with_evidence} of {total} regencies and cities in {place} have documented evidence of a pledge")
    return Section(SectionName.RINGKASAN, t("Summary"), Finding(f"{message}.", numbers, {"place": asked.place}))
