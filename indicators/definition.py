"""What an indicator is, in the words that pages print and `docs/indicators.md` repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from warehouse.vocabulary import State


@dataclass(frozen=True, slots=True)
class Definition:
    """One indicator, defined once. All texts are messages (English ids, marked with `N_`).

    `numerator` and `denominator` are null for an indicator that is not a ratio. `states` says what each state that the
    indicator can have means; a state that is missing cannot occur. `source` is where the definition comes from.
    `is_fraction`: bounds are fractions 0..1, printed as percentages.
    """

    name: str
    label: str
    definition: str
    unit: str
    states: Mapping[State, str]
    source: str
    numerator: str | None = None
    denominator: str | None = None
    is_fraction: bool = False
