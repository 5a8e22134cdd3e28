"""Draws what stands between the ranking and the table: gaps, weight, funnel, tiers, employee types, pace."""

from __future__ import annotations

from functools import partial

from charts.funnel import funnel
from charts.pace import pace
from charts.steps import steps
from i18n import Text
from indicators.comparing.pace import GOAL
from pages import charting, ui
from pages.opd import tables
from pages.opd.bars import bar
from pages.opd.funnel import FunnelView
from pages.opd.gaps import Gaps, WeightView
from pages.opd.menus import Menus
from pages.opd.model import RegionView
from pages.opd.pace import PaceView
from pages.opd.people import PartRow, PartsView
from pages.ui import Column, Html


def gaps(view: RegionView, found: Gaps, menus: Menus) -> None:
    """Who is short of how many people."""
    t = menus.files.context.t
    end = max((row.high or row.low for row in found.rows), default=0) or 1
    columns = [Column(t("OPD")), Column(t("Still to sign"), numeric=True)]
    cells: list[list[str | None]] = [
        [
            ui.join(row.name, bar(row.low, row.high, end)),
            ui.figure_link(row.words, view.figures_href, indicator="gap_people", code=row.opd_id),
        ]
        for row in found.rows
    ]
    table = (
        ui.table(columns, cells, t("People who have still to sign: full as far as is sure, striped as far as may be"))
        if cells
        else None
    )
    ui.show(ui.finding(found.heading, anchor="kurang"), table, *(ui.paragraph(note) for note in found.notes))
    if cells:
        menus.table("opd-gaps", partial(tables.gaps, menus.files))


def weight(found: WeightView) -> None:
    """How much of the figure is one OPD."""
    ui.show(ui.finding(found.heading, anchor="bobot"), ui.paragraph(found.sentence))


def spread(found: FunnelView, menus: Menus) -> None:
    """The funnel, and who is outside it."""
    ui.show(ui.finding(found.heading, found.lead, anchor="corong"), *(ui.paragraph(note) for note in found.notes))
    if found.marks:
        context = menus.files.context
        charting.chart(
            "opd-funnel",
            lambda: funnel(found.marks, found.curves, found.middle, context.t),
            context,
            alt=found.heading,
        )
        menus.picture("opd-funnel", partial(menus.files.funnel, found))


def tiers(view: RegionView, found: PartsView, menus: Menus) -> None:
    """The steps, and the same as a table."""
    t = menus.files.context.t
    ui.show(ui.finding(found.heading, found.lead, anchor="jenjang"))
    goal = t("finished: {share}", share=t.percent(float(GOAL), 0))
    charting.chart(
        "opd-steps",
        lambda: steps(found.steps, t, goal=float(GOAL), goal_label=goal),
        menus.files.context,
        alt=found.heading,
    )
    menus.picture("opd-steps", partial(menus.files.tiers, found))
    columns = _part_columns(t("Tier"), t)
    ui.show(ui.table(columns, [_cells(row, view, t, tier=row.code) for row in found.rows], t("Signed by tier")))
    menus.table("opd-tiers", partial(tables.parts, menus.files, found, "tier"))


def types(view: RegionView, found: PartsView, menus: Menus) -> None:
    """PNS, PPPK and people outside ASN."""
    t = menus.files.context.t
    cells = [_cells(row, view, t, employee_type=row.code) for row in found.rows]
    table = ui.table(_part_columns(t("Employee type"), t), cells, t("Signed by employee type"))
    ui.show(ui.finding(found.heading, found.lead, anchor="jenis"), table)
    menus.table("opd-types", partial(tables.parts, menus.files, found, "employee_type"))


def _part_columns(first: str, t: Text) -> list[Column]:
    return [
        Column(first),
        Column(t("Signed (%)"), numeric=True),
        Column(t("Signed"), numeric=True),
        Column(t("Target"), numeric=True),
    ]


def _cells(row: PartRow, view: RegionView, t: Text, **narrowed: str) -> list[str | None]:
    """A tier's or type's row; its state where there is no share."""

    def linked(words: str | None) -> Html | None:
        if words is None:
            return None
        return ui.figure_link(
            words, view.figures_href, indicator="signed_rate", code=view.code, level="pemda", **narrowed
        )

    share = linked(row.rate) or ui.state_badge(row.state, t)
    head = ui.join(row.label, ui.tag("span", row.note, class_="note"), by=" ")
    bounds = bar(row.low, row.high, max(1.0, row.high or 0.0)) if "employee_type" in narrowed else None
    return [ui.join(head, bounds), share, linked(row.signed), linked(row.target)]


def tempo(found: PaceView, menus: Menus) -> None:
    """The pace needed, and the counts so far."""
    t = menus.files.context.t
    ui.show(ui.finding(found.heading, anchor="laju"), *(ui.paragraph(sentence) for sentence in found.sentences))
    if len(found.readings) > 1:
        label = t("{goal}: {people} people", goal=t.percent(float(GOAL), 0), people=t.interval(*found.goal))
        charting.chart(
            "opd-pace",
            lambda: pace(found.readings, found.goal, t, deadline=found.deadline, goal_label=label),
            menus.files.context,
            alt=found.heading,
        )
        menus.picture("opd-pace", partial(menus.files.pace, found))
