"""Draws what a code leads to: which file it is, whether its figures still hold, and what has become of the others."""

from __future__ import annotations

import streamlit as st

from briefings.stamp import code_in
from etl.issuing.lookup import recent
from i18n import IkrarError, Text
from pages import stores, ui
from pages.cek import draw_found
from pages.cek.desk import compared, look_up
from pages.cek.model import build, handed
from pages.context import Context
from pages.person import analyst
from pages.ui import Column, Html

CODE = "kode"
"""The link key."""
RECENT = 20


def render(context: Context) -> None:
    """Draw the page."""
    t, asked = context.t, context.params.get(CODE, "")
    code = code_in(asked)
    ui.show(ui.title(t("Does what this file says still hold?")))
    if code is not None:
        _known(code, context)
    elif asked:
        ui.show(
            ui.empty(
                t("“{text}” is no code of Ikrar.", text=asked),
                t("A code looks like IKR-4F7K-Q2XM: IKR and twice four letters or digits."),
            )
        )
    _field(asked, code, t)
    if code is None and not asked:
        ui.show(
            ui.empty(
                t("No code has been typed yet."),
                t(
                    "Every file that Ikrar makes carries one: at the foot of a page or picture, on the last slide, and "
                    "in each row of a table. Its QR code opens this page."
                ),
            )
        )
    if analyst() is not None:
        _recent(context)


def _known(code: str, context: Context) -> None:
    t = context.t
    try:
        if (place := look_up(code, context)) is None:
            ui.show(_unknown(code, t))
            return
        with st.spinner(t("Comparing the file with the newest data …")):
            found = compared(place)
        view = build(place.context, place.found, found.figures, found.lists)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    draw_found.draw(view, place.context, is_elsewhere=place.context.sample != context.sample)


def _field(asked: str, code: str | None, t: Text) -> None:
    """Where a code is typed. What the link says stands in it."""
    widget, said = "cek-code", code or asked
    if st.session_state.get(f"{widget}-said") != said:
        st.session_state[f"{widget}-said"] = st.session_state[widget] = said

    def write() -> None:
        typed = st.session_state[widget].strip()
        if typed:
            st.query_params[CODE] = code_in(typed) or typed
        else:
            st.query_params.pop(CODE, None)

    with st.form("cek", border=False):
        st.text_input(t("Code on the file"), key=widget, placeholder="IKR-4F7K-Q2XM", max_chars=200)
        st.form_submit_button(t("Check"), on_click=write, icon=":material/search:")


def _unknown(code: str, t: Text) -> Html:
    """That nothing is known, which is no verdict on the file."""
    reasons = (
        t("The file was made on another PC or installation: look it up there. Its code is on record only there."),
        t("The data of this installation were built anew since: codes of before are gone with them."),
        t("A letter or digit was misread. Compare the code with the file."),
    )
    return ui.join(
        ui.tag("p", ui.tag("b", t("The code {code} is not on record here.", code=code)), class_="answer"),
        ui.paragraph(t("That says nothing about the figures in the file. It can have these reasons:")),
        ui.tag("ul", *(ui.tag("li", reason) for reason in reasons)),
        ui.paragraph(t("The file also names its snapshot and the day of its data: the page History shows both.")),
    )


def _recent(context: Context) -> None:
    """The files made last, for who sits at this PC."""
    t = context.t
    found = recent(stores.store(sample=context.sample), RECENT)
    ui.show(ui.finding(t("Files made here"), t("The newest first. Only shown at the PC that Ikrar runs on."), "berkas"))
    if not found:
        ui.show(ui.paragraph(t("No file has been made from these data yet.")))
        return
    columns = [Column(t("Code")), Column(t("Kind")), Column(t("What it shows")), Column(t("Time")), Column(t("By"))]
    rows = [
        [
            ui.link(one.code, one.href),
            one.kind,
            ui.join(one.title, ui.tag("div", one.about, class_="note")),
            one.moment,
            one.by,
        ]
        for one in (handed(each, context) for each in found)
    ]
    ui.show(ui.table(columns, rows, t("The {count} files made last", count=t.number(len(rows))), stacked=True))
