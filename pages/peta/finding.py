"""The map page's sentence: the briefing's, with what each of its figures counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefings import finding as briefings
from briefings.answer import answered
from briefings.maps.finding import EVENTS, finding
from indicators import Scope
from pages.context import Context
from pages.peta.asked import Asked


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence with places, and what stands in them as plain text.

    `counted` are the places that count regions, with the state they are in; `figure`, where there is one, is the figure
    of the whole.
    """

    sentence: str
    numbers: Mapping[str, str]
    counted: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The sentence with its figures."""
        return self.sentence.format_map(self.numbers)


def of_map(asked: Asked, scope: Scope, place: str | None, context: Context) -> Finding:
    """The sentence of a map of this scope; `place` null = the nation."""
    shown = answered(asked.indicator, context.frames, scope, context.t)
    whole = answered(asked.indicator, context.frames, replace(scope, level=None), context.t)
    return linked(finding(shown, None if asked.indicator == EVENTS else whole, place, asked.level))


def linked(found: briefings.Finding) -> Finding:
    """The briefing's sentence as the page draws it."""
    words = {name: number.words for name, number in found.numbers.items()}
    states = {name: number.reference.states for name, number in found.numbers.items()}
    counted = {name: state for name, (state, *_) in ((name, each) for name, each in states.items() if each)}
    return Finding(found.message, words | dict(found.names), counted)
