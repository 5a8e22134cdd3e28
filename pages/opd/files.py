"""The page's charts as pictures, each with the questions behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefings.answer import Answer, answered
from briefings.finding import Query
from briefings.picture import Picture
from briefings.units import figures
from briefings.units.asked import OF_UNITS, Asked, ask_all
from briefings.units.figures import Answers
from briefings.units.rows import UnitRow
from charts import theme
from charts.funnel import funnel
from charts.pace import pace
from charts.ranges import ranges
from charts.steps import steps
from indicators.comparing.pace import GOAL
from indicators.scope import Scope
from pages import sourcing
from pages.context import Context
from pages.opd.compare import CompareView
from pages.opd.funnel import FunnelView
from pages.opd.model import RegionView
from pages.opd.pace import PaceView
from pages.opd.people import PartsView

SIGNED = "signed_rate"


@dataclass(frozen=True)
class Files:
    """What the page shows, to be made into pictures: nothing is asked before one is."""

    view: RegionView
    context: Context

    @cached_property
    def asked(self) -> Asked:
        """The question about the government itself."""
        return ask_all(self.context.frames, self.context.scope(), self.view.code, self.view.name)

    @property
    def source(self) -> str:
        """The source line."""
        return sourcing.line(self.view.sources, self.context.t)

    def answers(self, regions: Sequence[str] | None = None) -> Answers:
        """What was asked of the units of the government, or of those of several regions together."""
        scopes = [replace(self.asked.scope, region=region, level="opd") for region in regions or (self.view.code,)]
        frames, t = self.context.frames, self.context.t
        return Answers(*(_together([answered(name, frames, scope, t) for scope in scopes]) for name in OF_UNITS))

    def ranges(self) -> Picture:
        """All units of the government."""
        return self._units(f"{self.view.heading}.", self.view.units.rows, self.answers(), "opd")

    def compare(self, found: CompareView) -> Picture:
        """The units that were picked."""
        regions = regions_of(found)
        picture = self._units(f"{found.heading}.", found.rows, self.answers(regions), "opd-banding")
        asked = (replace(self.asked.scope, region=region, level="opd") for region in regions)
        queries = tuple(Query(name, scope) for scope in asked for name in ("signed_rate", "pledged_rate"))
        return replace(picture, queries=queries)

    def _units(self, title: str, rows: Sequence[UnitRow], answers: Answers, name: str) -> Picture:
        drawn = figures.picture(title, rows, answers, self.source)
        if drawn is not None:
            return replace(drawn, name=name)
        t = self.context.t
        goal = t("finished: {share}", share=t.percent(float(GOAL), 0))
        chart = ranges([row.chart for row in rows], t, goal=float(GOAL), goal_label=goal)
        return Picture(name, title, chart, self.source, queries=(answers.signed.query, answers.pledged.query))

    def funnel(self, found: FunnelView) -> Picture:
        """The units beside what is usual for their size."""
        t = self.context.t
        return Picture(
            "opd-corong",
            f"{found.heading}.",
            funnel(found.marks, found.curves, found.middle, t),
            self.source,
            key=(
                (theme.ASIDE, t("Within what is usual for its size")),
                (theme.ACCENT, t("Outside it; thick: far outside")),
                (theme.ACCENT_SOFT, t("What chance alone would keep")),
            ),
            queries=(Query(SIGNED, replace(self.asked.scope, level="opd")),),
        )

    def tiers(self, found: PartsView) -> Picture:
        """The steps."""
        t = self.context.t
        goal = t("finished: {share}", share=t.percent(float(GOAL), 0))
        return Picture(
            "opd-jenjang",
            f"{found.heading}.",
            steps(found.steps, t, goal=float(GOAL), goal_label=goal),
            self.source,
            key=((theme.ACCENT, t("Full: surely signed. Striped: may have signed")),),
            queries=tuple(Query(SIGNED, narrowed(self.asked.scope, tier=row.code)) for row in found.rows),
        )

    def pace(self, found: PaceView) -> Picture:
        """The counts so far, and the way to the goal."""
        t, scope = self.context.t, self.asked.scope
        is_ahead = found.deadline is not None and found.deadline > found.readings[-1].day
        label = t("{goal}: {people} people", goal=t.percent(float(GOAL), 0), people=t.interval(*found.goal))
        return Picture(
            "opd-laju",
            f"{found.heading}.",
            pace(found.readings, found.goal, t, deadline=found.deadline, goal_label=label),
            self.source,
            key=(
                (theme.ACCENT, t("Line: surely signed. Dashed: the pace needed") if is_ahead else t("Surely signed")),
                (theme.ACCENT_SOFT, t("May have signed")),
            ),
            queries=(
                Query(SIGNED, scope),
                *(Query(SIGNED, replace(scope, as_of=reading.day)) for reading in found.readings),
            ),
        )


def regions_of(found: CompareView) -> tuple[str, ...]:
    """Whose units are compared."""
    return tuple(dict.fromkeys(unit.split("/")[0] for unit in found.picked))


def narrowed(scope: Scope, tier: str | None = None, employee_type: str | None = None) -> Scope:
    """The question about a part of the people."""
    return replace(scope, tier=tier, employee_type=employee_type)


def _together(answers: Sequence[Answer]) -> Answer:
    """The rows of the same question about several regions."""
    first, *others = answers
    rows: Mapping[str | None, Mapping[str, object]] = {code: row for one in answers for code, row in one.rows.items()}
    return replace(first, rows=rows) if others else first
