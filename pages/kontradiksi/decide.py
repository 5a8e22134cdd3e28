"""The decision: which side holds, and why. For the person at this PC, in the real store, with a reason."""

from __future__ import annotations

import streamlit as st

from i18n import IkrarError
from pages import ui, workbench
from pages.context import Context
from pages.kontradiksi import desk
from pages.kontradiksi.draw import side_name
from pages.kontradiksi.model import BATCH, CHOSEN, Dispute
from pages.person import analyst

SHORTEST = 10
"""Characters of a reason that says something."""


def may(context: Context) -> bool:
    """True for who may decide: over the newest real data, and only at the PC that Ikrar runs on."""
    return workbench.is_open(context)


def form(one: Dispute, context: Context) -> None:
    """The sides to choose from, the reason, and the two ways out."""
    t, by = context.t, analyst()
    if by is None or not may(context):
        return
    sides = range(len(one.field.statements))
    with st.form(f"decide-{one.key}", border=True):
        chosen = st.radio(
            t("Which side holds?"),
            sides,
            index=None,
            format_func=lambda place: t("Side {name}", name=side_name(place)),
            horizontal=True,
            key=f"decide-side-{one.key}",
        )
        reason = st.text_area(
            t("Reason (required)"),
            max_chars=500,
            height=80,
            key=f"decide-reason-{one.key}",
            placeholder=t("What shows it: another source, a letter, the calendar"),
        )
        ui.show(ui.tag("p", t("The record will name {by}. The other side stays visible.", by=by), class_="note"))
        with st.container(horizontal=True, gap="small"):
            wanted = st.form_submit_button(t("Put the decision on record"), type="primary")
            left = st.form_submit_button(t("Not now"))
    if left:
        _leave()
        st.rerun()
    if not wanted:
        return
    if chosen is None or len(reason.strip()) < SHORTEST:
        ui.show(ui.notice(t("Choose a side, and give the reason in a few words."), "warn"))
        return
    try:
        batch = desk.decide(one.whole, one.field.statements[chosen].voices[0].claim_id, reason.strip(), by)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    _leave()
    st.query_params[BATCH] = batch
    st.rerun()


def said(context: Context) -> None:
    """That a decision was put on record just now, with the way to the history."""
    if batch := context.params.get(BATCH):
        t = context.t
        seen = ui.link(t("See in the history what changed"), context.link("riwayat", batch=batch))
        ui.show(ui.tag("div", t("The decision is on record."), " ", seen, class_="notice info", role="status"))


def _leave() -> None:
    for key in (CHOSEN, BATCH):
        st.query_params.pop(key, None)
