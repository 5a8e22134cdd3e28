"""What an indicator is, in the words that page, API, export and `docs/indicators.md` print alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from i18n import N_, Text
from warehouse.vocabulary import State

_HEADINGS = {
    "definition": N_("Definition"),
    "unit": N_("Unit"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "null": N_("A missing bound"),
    "source": N_("Where the definition comes from"),
}
"""Messages by the fields that are shown, in the order in which they are."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One indicator, defined once. All texts are messages (English ids, marked with `N_`).

    `numerator` and `denominator` are null for an indicator that is not a ratio. `states` says what each state that the
    indicator can have means; a state that is missing cannot occur. `null` says what a missing bound of a value means.
    `source` is where the definition comes from. `is_fraction`: bounds are fractions 0..1, printed as percentages.
    `version` grows by 1 when the same evidence would give another figure.
    """

    name: str
    label: str
    definition: str
    unit: str
    states: Mapping[State, str]
    null: str
    source: str
    numerator: str | None = None
    denominator: str | None = None
    is_fraction: bool = False
    version: int = 1

    def facts(self, t: Text) -> tuple[tuple[str, str], ...]:
        """The definition as headings and texts in a language; the one form that pages and documents print."""
        texts = ((heading, getattr(self, name)) for name, heading in _HEADINGS.items())
        return tuple((t(heading), t(text)) for heading, text in texts if text is not None)

    def as_dict(self, t: Text) -> dict[str, object]:
        """The definition as plain values in a language, for the API and exports. What it lacks is null."""
        return {
            "name": self.name,
            "version": self.version,
            "label": t(self.label),
            **{name: text and t(text) for name in _HEADINGS for text in [getattr(self, name)]},
            "is_fraction": self.is_fraction,
            "states": {state.value: t(meaning) for state, meaning in self.states.items()},
        }
