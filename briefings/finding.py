"""A sentence whose numbers each name the figure that they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from indicators.scope import Scope

Part = Literal["value", "numerator", "denominator", "reporting_rate", "sources", "units"]
"""Which part of an answer's row: its bounds, those of a count, a share, the voices; or how many rows there are."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: an indicator and its scope, as `ikrar query` asks it."""

    indicator: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Reference:
    """The figure that a number is: a part of the row of `code` (null = the nation) in the answer to a query.

    With part `units` it is the number of rows whose state is one of `states` and whose lower bound is at least
    `at_least` and less than `below`; no states = of every state.
    """

    query: Query
    code: str | None = None
    part: Part = "value"
    states: tuple[str, ...] = ()
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is said, and the bounds that it stands for; both null = not known, `high` null = no upper limit.

    `words` never says more than the bounds: "between 61 and 74 percent", "at least 252".
    """

    words: str
    low: float | None
    high: float | None
    reference: Reference


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence in the reader's language: `message` has a place for each of `numbers` and `names`.

    `names` are what is no figure: regions, units, elections, days. Whatever digit the words have comes from a number
    or a name.
    """

    message: str
    numbers: Mapping[str, Number] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The sentence as it is read. A number that it begins with has a capital; a name stays as it is typed."""
        said = self.message.format_map({name: number.words for name, number in self.numbers.items()} | dict(self.names))
        first = self.message.partition("}")[0].removeprefix("{")
        return f"{said[:1].upper()}{said[1:]}" if first in self.numbers else said

    def queries(self) -> Iterator[Query]:
        """What was asked for its numbers."""
        return (number.reference.query for number in self.numbers.values())
