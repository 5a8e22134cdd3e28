"""Timeline: draws `model.View`. A click on a mark opens that ceremony."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from briefings.ceremonies.panels import PanelView
from charts.cumulative import cumulative
from charts.timeline import GLYPHS, timeline
from i18n import Text
from indicators.words import DATE_STATUSES, word
from pages import charting, downloads, stores, ui
from pages.context import Context
from pages.linimasa import files
from pages.linimasa.model import ORDERS, UndatedRow, View, build
from pages.way_on import way_on
from pages.wilayah import tables
from pages.wilayah.draw_events import events_table


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = stores.view(build, context)
    title = ui.title(t("When were the pledges held?"))
    if not view.events:
        ui.show(title, ui.empty(t("No documented ceremony under these filters."), way_on(context)))
        return
    ui.show(title, _answer(view), _key(t))
    for place, panel in enumerate(view.panels):
        _draw_panel(panel, place, context)
        downloads.picture_menu(
            f"timeline-{place}", partial(files.panel_picture, view, place, context), context, _path(context)
        )
    _draw_curve(view, context)
    _draw_undated(view.undated, t)
    _draw_table(view, context)


def _path(context: Context) -> str:
    return context.permalink("linimasa", **context.params)


def _answer(view: View) -> ui.Html:
    return ui.answer(
        view.sentence,
        events=ui.figure_link(view.counted, view.counted_href, indicator="documented_events"),
        where=ui.text(view.where),
    )


def _key(t: Text) -> ui.Html:
    """What the shapes mean."""
    shapes = [
        ui.tag("li", ui.tag("b", glyph), f" {word(DATE_STATUSES, status, t)}") for status, glyph in GLYPHS.items()
    ]
    bar = ui.tag("li", ui.tag("b", "●━●"), " ", t("somewhere within these days"))
    return ui.tag("ul", ui.tag("li", t("Date:")), *shapes, bar, class_="key-list", aria_label=t("What the shapes mean"))


def _draw_panel(panel: PanelView, place: int, context: Context) -> None:
    ui.show(ui.finding(panel.heading, panel.lead))
    state = charting.chart(
        f"timeline-{place}",
        lambda: timeline(panel.chart, context.t),
        context,
        on_select="rerun",
        selection_mode="points",
        alt=_in_words(panel, context.t),
    )
    _open(state, context)


def _in_words(panel: PanelView, t: Text) -> str:
    """The chart for who hears it."""
    return " ".join(
        filter(None, [f"{panel.heading}.", panel.lead, t("The table at the end of the page lists every one.")])
    )


def _open(state: Any, context: Context) -> None:
    """Go to the ceremony whose mark was clicked."""
    points = state.selection.points if state else []
    if points and (data := points[0].get("customdata")):
        query = {**context.carried(), "acara": data[0]}
        st.switch_page(st.Page(_elsewhere, title="wilayah", url_path="wilayah"), query_params=query)


def _elsewhere() -> None:
    """Names the target of a switch; the frame's own page of that address runs instead."""


def _draw_curve(view: View, context: Context) -> None:
    t = context.t
    lead = t("Each counts once, on the day of its first ceremony. A band: that day is known within days only.")
    ui.show(ui.finding(view.curve_heading, lead))
    if view.curve:
        charting.chart("curve", lambda: cumulative(view.curve, t), context, alt=view.curve_heading)
        downloads.picture_menu("curve", partial(files.curve_picture, view, context), context, _path(context))


def _draw_undated(rows: tuple[UndatedRow, ...], t: Text) -> None:
    if not rows:
        return
    heading = t.n("{count} ceremony without a known date", "{count} ceremonies without a known date", len(rows))
    items = [
        ui.tag("li", ui.link(row.event.title, row.event.href), ui.tag("p", _about(row, t), class_="note"))
        for row in rows
    ]
    lead = t("No date is invented: this is what the sources do say.")
    ui.show(ui.finding(heading, lead), ui.tag("ul", *items, class_="entries"))


def _about(row: UndatedRow, t: Text) -> str:
    parts = [row.event.campaign or t("election not named"), *row.known]
    return "; ".join(parts) + "."


def _draw_table(view: View, context: Context) -> None:
    t = context.t
    ui.show(ui.finding(t("All ceremonies"), anchor="tabel"))
    _order(t)
    title = t("All ceremonies under these filters")
    events_table(view.events, title, "timeline", t)
    downloads.table_menu("timeline", partial(tables.events, view.events, title, context), context, _path(context))


def _order(t: Text) -> None:
    """Newest or oldest first, in the link as `urut`."""

    def write() -> None:
        st.query_params["urut"] = st.session_state["order"]

    names = {"terbaru": t("newest first"), "terlama": t("oldest first")}
    wanted = st.query_params.get("urut")
    st.session_state["order"] = wanted if wanted in ORDERS else ORDERS[0]
    st.segmented_control(
        t("Order"),
        ORDERS,
        format_func=names.__getitem__,
        key="order",
        on_change=write,
        required=True,
        label_visibility="collapsed",
    )
