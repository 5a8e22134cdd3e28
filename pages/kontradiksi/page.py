"""Contradictions: what is open and what was decided, and the form that decides one."""

from __future__ import annotations

import streamlit as st

from i18n import Text
from pages import stores, ui
from pages.context import Context
from pages.kontradiksi import decide, draw
from pages.kontradiksi.model import BATCH, CHOSEN, REGION, Dispute, View, build
from pages.ui import Html

AT_ONCE = 20
"""Contradictions that are read at once."""


def render(context: Context) -> None:
    """Draw the page."""
    t, view = context.t, stores.view(build, context)
    ui.show(ui.title(t("Where do sources contradict each other?")), _answer(view, t))
    decide.said(context)
    _region(view, t)
    ui.show(
        ui.finding(
            t("Open contradictions"),
            t("None of the sides enters a figure until a person decides; of a date, the days from first to last do."),
            "terbuka",
        )
    )
    if not view.open:
        ui.show(ui.empty(t("Nothing waits for a decision here.")))
    shown = ui.first(view.open, "", "open", t, AT_ONCE)[0]
    for one in shown if view.chosen is None or view.chosen in shown else (*shown, view.chosen):
        if one == view.chosen:
            ui.show(draw.dispute(one, t))
            decide.form(one, context)
        else:
            ui.show(draw.dispute(one, t, _onward(one, context)))
    ui.show(
        ui.finding(
            t("Decided contradictions"), t("The side that gave way stays visible, with the reason."), "diputuskan"
        )
    )
    if view.settled:
        ui.show(*(draw.settled(one, t) for one in view.settled))
    else:
        ui.show(ui.empty(t("Nothing has been decided here yet.")))


def _answer(view: View, t: Text) -> Html:
    waiting, decided = len(view.open), len(view.settled)
    if not waiting and not decided:
        return ui.answer(t("No contradiction is known."))
    count_open = t.n("{count} open contradiction", "{count} open contradictions", waiting)
    return ui.answer(
        t("{open}, {settled}.", open="{open}", settled="{settled}"),
        open=ui.figure_link(count_open, "#terbuka", indicator="open_contradictions", code=view.region),
        settled=ui.figure_link(
            t.n("{count} decided", "{count} decided", decided),
            "#diputuskan",
            indicator="settled_contradictions",
            code=view.region,
        ),
    )


def _onward(one: Dispute, context: Context) -> Html | None:
    """The way to the form, for whom it is open to."""
    if not decide.may(context):
        return None
    href = f"{context.link('kontradiksi', **{**context.params, CHOSEN: one.key, BATCH: None})}#{one.key}"
    return ui.tag("p", ui.link(context.t("Decide …"), href))


def _region(view: View, t: Text) -> None:
    """The region, in the link as `wilayah`."""
    key = "dispute-region"

    def write() -> None:
        if chosen := st.session_state[key]:
            st.query_params[REGION] = chosen
        else:
            st.query_params.pop(REGION, None)

    if st.session_state.get(key, ...) != view.region:
        st.session_state[key] = view.region
    with st.container(key="dispute-filter"):
        st.selectbox(
            t("Region"),
            list(view.options),
            index=None,
            format_func=lambda code: f"{view.options[code]} · {code}",
            key=key,
            placeholder=t("All regions"),
            on_change=write,
        )
