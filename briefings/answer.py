"""What an indicator answered, and its rows as the numbers and cells of a briefing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefings.finding import Number, Part, Query, Reference
from briefings.table import Bounds
from briefings.wording import Say, count, share
from i18n import Text
from indicators import DEFINITIONS, Scope, query
from indicators.figure_words import figure_or_state
from indicators.words import STATES, word
from warehouse.frames import Frames
from warehouse.vocabulary import State

Row = Mapping[str, Any]
"""A row of `indicators.Figure`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a query, by code in code order (null = the nation)."""

    query: Query
    rows: Mapping[str | None, Row] = field(repr=False)
    t: Text

    def bounds(self, code: str | None, part: Part = "value") -> tuple[float | None, float | None]:
        """A part of a row as bounds; both null = there is no figure, or its size is not known."""
        row = self.rows[code]
        match part:
            case "value":
                return row["low"], row["high"]
            case "numerator" | "denominator":
                return row[f"{part}_low"], row[f"{part}_high"]
            case _:
                return row[part], row[part]

    def number(self, code: str | None, part: Part = "value", say: Say | None = None) -> Number:
        """A part of a row as a sentence says it; unsaid how: shares in percent, all else as a count without a noun."""
        low, high = self.bounds(code, part)
        is_share = part == "reporting_rate" or (part == "value" and DEFINITIONS[self.query.indicator].is_fraction)
        words = (say or (share if is_share else count))(low, high, self.t)
        return Number(words, low, high, Reference(self.query, code, part))

    def cell(self, code: str | None, part: Part = "value") -> Bounds:
        """A part of a row as a table shows it: the figure as the pages print it, or the word of its state.

        Its state is the row's; a target that is known is a figure of its own, whoever is silent.
        """
        row, t = self.rows[code], self.t
        low, high = self.bounds(code, part)
        is_figure = part != "value" and (low is not None or high is not None)
        state = State.NILAI.value if is_figure else row["state"]
        if part == "value":
            words = figure_or_state(self.query.indicator, row, t)
        elif state != State.NILAI:
            words = word(STATES, state, t)
        elif part == "reporting_rate":
            words = t.percent(low)
        else:
            words = t.interval(*(None if bound is None else round(bound) for bound in (low, high)))
        return Bounds(state, low, high, words, Reference(self.query, code, part))

    def having(self, *states: str, at_least: float | None = None, below: float | None = None) -> tuple[Row, ...]:
        """The rows of one of these states (none given = of any) whose lower bound is at least the one and less than the
        other limit, where there is one."""
        return tuple(
            row
            for row in self.rows.values()
            if (not states or row["state"] in states)
            and (at_least is None or (row["low"] is not None and row["low"] >= at_least))
            and (below is None or (row["low"] is not None and row["low"] < below))
        )

    def units(
        self, *states: str, at_least: float | None = None, below: float | None = None, say: Say = count
    ) -> Number:
        """How many rows `having` gives."""
        many = float(len(self.having(*states, at_least=at_least, below=below)))
        reference = Reference(self.query, None, "units", states, at_least, below)
        return Number(say(many, many, self.t), many, many, reference)


def answered(indicator: str, frames: Frames, scope: Scope, t: Text) -> Answer:
    """The indicator's answer to a question. Raises like `indicators.query`."""
    rows = query(indicator, frames, scope).to_dicts()
    return Answer(Query(indicator, scope), {row["code"]: row for row in rows}, t)


def says_something(bounds: tuple[float | None, float | None]) -> bool:
    """False where bounds leave everything open: unknown, or 0 and more."""
    low, high = bounds
    return bool(low) or high is not None
