"""Signed, pledged and missing of units side by side: as a table, as a chart, and which rows a chart has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefings.answer import Answer
from briefings.finding import Part
from briefings.native import Bar, range_bars
from briefings.picture import NativeChart, Picture
from briefings.table import Bounds, Column, Kind, Table
from briefings.units.rows import COUNTED, UnitRow
from charts import theme
from charts.ranges import ranges
from i18n import Text
from indicators import DEFINITIONS
from indicators.comparing.pace import GOAL
from indicators.words import STATES, word
from warehouse.vocabulary import State

SHOWN: Final = 20
"""How many rows a chart has room for."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked of the units, whose codes are keys of all three."""

    signed: Answer
    pledged: Answer
    gap: Answer

    def target(self, code: str) -> float:
        """How many people are obliged, at least; 0 = not known."""
        low, high = self.signed.bounds(code, "denominator")
        return low or high or 0.0

    def has_figure(self, code: str) -> bool:
        """True where a count of people signed or pledged is known."""
        return State.NILAI in (self.signed.rows[code]["state"], self.pledged.rows[code]["state"])


def telling(rows: Sequence[UnitRow], answers: Answers) -> tuple[UnitRow, ...]:
    """The rows that a chart shows, in their order: all, else those with a figure of most people obliged.

    Size is no ranking: it may choose where shares may not be compared.
    """
    if len(rows) <= SHOWN:
        return tuple(rows)
    weighed = sorted(
        rows, key=lambda row: (not answers.has_figure(row.opd_id), -answers.target(row.opd_id), row.opd_id)
    )
    chosen = {row.opd_id for row in weighed[:SHOWN] if answers.has_figure(row.opd_id)}
    return tuple(row for row in rows if row.opd_id in chosen)


def picture(title: str, rows: Sequence[UnitRow], answers: Answers, source: str) -> Picture | None:
    """The chart of these rows as the page *OPD* draws it; null where none of them has a share to draw."""
    if not any(row.chart.signed or row.chart.pledged for row in rows):
        return None
    t = answers.signed.t
    goal = t("finished: {share}", share=t.percent(float(GOAL), 0))
    return Picture(
        name="opd",
        title=title,
        drawing=ranges([row.chart for row in rows], t, goal=float(GOAL), goal_label=goal),
        source=source,
        key=tuple(_key(rows, t)),
        native=_native(rows, answers),
        queries=(answers.signed.query, answers.pledged.query),
    )


def about_chart(t: Text, *, is_cut: bool) -> Iterator[str]:
    """What must be known to read the chart; `is_cut` = it has not every row."""
    yield t("A bar runs from the lowest to the highest possible share.")
    if is_cut:
        yield t("The chart shows those with a count that have most people; the table has them all.")


def _key(rows: Sequence[UnitRow], t: Text) -> Iterator[tuple[str, str]]:
    """What the bars are."""
    if any(row.chart.signed for row in rows):
        yield theme.ACCENT, t("signed the pact")
    if any(row.chart.pledged for row in rows):
        yield theme.ASIDE, t("took the pledge")


def _native(rows: Sequence[UnitRow], answers: Answers) -> NativeChart:
    """People signed as bars; pledged where nobody counted signatures."""
    t = answers.signed.t
    is_signed = any(answers.signed.rows[row.opd_id]["state"] == State.NILAI for row in rows)
    answer = answers.signed if is_signed else answers.pledged
    unit = t("Share of the people obliged who signed") if is_signed else t("Share of the people obliged who pledged")
    bars = [Bar(row.name, *answer.bounds(row.opd_id), _missing(answer, row.opd_id, t)) for row in rows]
    return range_bars(bars, unit, t)


def _missing(answer: Answer, code: str, t: Text) -> str | None:
    """Why there is no bar; null where there is one."""
    if answer.bounds(code) != (None, None):
        return None
    state = answer.rows[code]["state"]
    return t("no target known") if state == State.NILAI else word(STATES, state, t)


def table(name: str, title: str, unit: Column, rows: Sequence[UnitRow], answers: Answers) -> Table:
    """A row a unit: who it is, target, signed, pledged, missing, state. What nobody counted has no column."""
    t = answers.signed.t
    parts: list[tuple[Answer, Part, Column]] = [
        (answers.signed, "denominator", _figure("target_people", t("Target"), t("People obliged to sign."))),
        (answers.signed, "numerator", _figure("signed_people", t("Signed"), t("People who signed the pact."))),
        (answers.signed, "value", _figure("signed_rate", t("Signed (%)"), t("Share of the target that signed."))),
        (answers.pledged, "numerator", _figure("pledged_people", t("Pledged"), t("People who took the pledge."))),
        (answers.pledged, "value", _figure("pledged_rate", t("Pledged (%)"), t("Share of the target that pledged."))),
        (answers.gap, "value", _figure("still_to_sign_people", t("Still to sign"), t("People who have not signed."))),
    ]
    shown = [
        (answer, part, column)
        for answer, part, column in parts
        if part == "denominator" or any(answer.rows[row.opd_id]["state"] in COUNTED for row in rows)
    ]
    state = Column("state", t("State"), description=t("Whether there is a figure, and if not, why."))
    return Table(
        name,
        title,
        (unit, *(column for _, _, column in shown), state),
        tuple(
            (row.name, *(_cell(answer, row.opd_id, part) for answer, part, _ in shown), word(STATES, row.state, t))
            for row in rows
        ),
    )


def _cell(answer: Answer, code: str, part: Part) -> Bounds | None:
    """A share, or why there is none; a number of people, or nothing."""
    cell = answer.cell(code, part)
    is_share = part == "value" and DEFINITIONS[answer.query.indicator].is_fraction
    return cell if is_share or (cell.low, cell.high) != (None, None) else None


def _figure(key: str, heading: str, description: str) -> Column:
    kind: Kind = "fraction" if key.endswith("_rate") else "count"
    return Column(key, heading, kind, bounded=True, description=description)
