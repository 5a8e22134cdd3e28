"""Draws the comparison: which OPD, their ranges, and their figures side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from briefings.units.rows import UnitRow
from charts.ranges import ranges
from i18n import Text
from indicators.comparing.comparison import AT_MOST
from indicators.comparing.pace import GOAL
from pages import charting, ui
from pages.opd import tables
from pages.opd.compare import KEY, CompareView
from pages.opd.menus import Menus
from pages.ui import Column, Html


def draw(view: CompareView, menus: Menus) -> None:
    """The choice, and from two OPD on the comparison."""
    t = menus.files.context.t
    lead = t("Choose two to six OPD. The choice is in the link and can be shared.")
    ui.show(ui.finding(view.heading, lead, anchor="banding"))
    with st.container(key="compare-fields", horizontal=True, gap="small"):
        _pick(t("OPD of this government"), view.own, view, t)
        _pick(t("The same OPD of other regions"), view.elsewhere, view, t)
    if view.note:
        ui.show(ui.notice(view.note))
    if view.rows:
        goal = t("finished: {share}", share=t.percent(float(GOAL), 0))
        charting.chart(
            "opd-compare",
            lambda: ranges([row.chart for row in view.rows], t, goal=float(GOAL), goal_label=goal),
            menus.files.context,
            alt=view.heading,
        )
        menus.picture("opd-compare", partial(menus.files.compare, view))
        ui.show(_table(view, t))
        menus.table("opd-compare", partial(tables.compare, menus.files, view))


def _pick(label: str, options: Mapping[str, str], view: CompareView, t: Text) -> None:
    """A list to choose from. What it does not hold of the choice stays chosen."""
    widget = f"{KEY}-{label}"
    mine = [unit for unit in view.picked if unit in options]
    if st.session_state.get(widget) != mine:
        st.session_state[widget] = mine

    def write() -> None:
        others = [unit for unit in view.picked if unit not in options]
        units = [*others, *st.session_state[widget]]
        if units:
            st.query_params[KEY] = ",".join(units[:AT_MOST])
        else:
            st.query_params.pop(KEY, None)

    st.multiselect(
        label,
        list(options),
        format_func=lambda unit: options[unit],
        key=widget,
        on_change=write,
        max_selections=AT_MOST - (len(view.picked) - len(mine)) or None,
        placeholder=t("Choose"),
        select_all=False,
        disabled=not options,
    )


def _table(view: CompareView, t: Text) -> Html:
    """A column an OPD."""
    columns = [Column(t("Figure")), *(Column(row.name, numeric=True) for row in view.rows)]
    lines: list[tuple[str, list[str | Html | None]]] = [
        (t("State"), [ui.state_badge(row.state, t) for row in view.rows]),
        (t("Target"), [_linked(row.target, "signed_rate", row, view) for row in view.rows]),
        (t("Basis of the target"), [row.basis for row in view.rows]),
        (t("Signed"), [_linked(row.signed, "signed_rate", row, view) for row in view.rows]),
        (t("Share signed"), [_linked(row.signed_rate, "signed_rate", row, view) for row in view.rows]),
        (t("Still to sign"), [_linked(row.gap, "gap_people", row, view) for row in view.rows]),
        (t("Pledged"), [_linked(row.pledged, "pledged_rate", row, view) for row in view.rows]),
        (t("Share pledged"), [_linked(row.pledged_rate, "pledged_rate", row, view) for row in view.rows]),
    ]
    return ui.table(columns, [[name, *cells] for name, cells in lines], t("OPD side by side"))


def _linked(words: str | None, indicator: str, row: UnitRow, view: CompareView) -> Html | None:
    if words is None:
        return None
    return ui.figure_link(words, view.hrefs[row.opd_id], indicator=indicator, code=row.opd_id)
