"""Bringing boundaries in: the file, what it comes to, its questions, where it comes from, and the import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from etl.boundaries import Provenance
from etl.sources.boundaries import DEFAULT
from etl.sources.child.limits import MB
from geo.boundaries.editions import Edition
from i18n import IkrarError, Text
from pages import ui
from pages.batas import desk
from pages.batas.model import Ask, CheckRow, PreviewModel, preview
from pages.context import Context
from pages.serving.settings import upload_limit
from pages.unggah.controls import complain, complaint, taken, uploader

FILE = "berkas"
"""Link key: the file that is looked at."""
FEW = 5
"""Things that are listed without asking."""
SHOWN = 20
"""Things of one kind that are listed, and questions that are asked at once; the heading counts all."""


def draw(context: Context, by: str, editions: Sequence[Edition]) -> None:
    """The form for a file, or what the file in the link comes to."""
    t = context.t
    file_id = context.params.get(FILE)
    if file_id is None:
        _choose(t)
        return
    try:
        waiting = desk.look(file_id)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        _choose(t)
        return
    model = preview(waiting.reading, editions, t)
    ui.show(ui.finding(t("What the file holds")), ui.paragraph(model.sentence), ui.facts(list(model.facts)))
    complaint()
    _questions(file_id, model.asks, t)
    _checks(model.checks, t)
    _list(t("Regions without a shape"), model.missing, t)
    _list(t("Features that are no region"), model.aside, t)
    _import(file_id, model, by, t)


def _choose(t: Text) -> None:
    ui.show(
        ui.finding(
            t("Import boundaries"),
            t(
                "GeoParquet, GeoJSON, GeoPackage, or a Shapefile in one zip, up to {size} MB here and up to {most} MB "
                "with the command {command}.",
                size=t.number(upload_limit() // MB),
                most=t.number(DEFAULT.file // MB),
                command="ikrar boundaries import",
            ),
        ),
        ui.tag(
            "p",
            t("The columns of BIG, HDX, geoBoundaries and GADM are recognised, and plain ones (kode, nama).")
            + " "
            + t("The file itself is not kept; mind its licence: GADM, for one, forbids passing its boundaries on."),
            class_="note",
        ),
    )
    file = uploader(t("File of boundaries"), "boundaries-file", t)
    wanted = st.button(t("Look at the file"), type="primary", disabled=file is None, key="boundaries-read")
    complaint()
    if wanted and file is not None:
        name = PurePath(file.name.replace("\\", "/")).name
        try:
            with st.spinner(t("Reading, joining, mending and simplifying {name} …", name="")):
                file_id = desk.receive(taken(file), name)
        except IkrarError as fault:
            complain(fault, t)
            return
        st.query_params[FILE] = file_id
        st.rerun()


def _questions(file_id: str, asks: Sequence[Ask], t: Text) -> None:
    """Open questions as one form; those left empty stay open."""
    if not asks:
        return
    ui.show(ui.finding(t.n("{count} question is open", "{count} questions are open", len(asks))))
    with st.form("boundaries-questions", border=False):
        given = {ask.id: _question(number, ask, t) for number, ask in enumerate(asks[:SHOWN], 1)}
        if (more := len(asks) - SHOWN) > 0:
            ui.show(ui.paragraph(t.n("{count} more question follows.", "{count} more questions follow.", more)))
        sent = st.form_submit_button(t("Take these answers"), type="primary", key="boundaries-answer")
    answers = {key: answer for key, answer in given.items() if answer}
    if sent and answers:
        try:
            with st.spinner(t("Looking again with your answers …")):
                st.query_params[FILE] = desk.answer(file_id, answers)
        except IkrarError as fault:
            complain(fault, t)
            return
        st.rerun()


def _question(number: int, ask: Ask, t: Text) -> str | None:
    """Its words as HTML, for they quote the file; then the control. Null = not answered."""
    ui.show(ui.tag("div", ui.tag("h3", f"{number}. {ask.text}"), class_="question"))
    chosen: str | None = st.radio(
        t("Answer to question {number}", number=number),
        list(ask.choices),
        index=None,
        format_func=lambda code: ask.choices.get(code, code),
        key=f"ask-{ask.id}",
        label_visibility="collapsed",
    )
    return chosen


def _checks(checks: Sequence[CheckRow], t: Text) -> None:
    if not checks:
        return
    rows = [
        ui.tag(
            "li",
            ui.mark(t("in order")) if check.passed else ui.mark(t("look at it"), "warn"),
            " ",
            check.sentence,
            _items(check.items, t),
        )
        for check in checks
    ]
    ui.show(ui.finding(t("Checks")), ui.tag("ul", *rows, class_="entries"))


def _items(items: Sequence[str], t: Text) -> ui.Html | None:
    if not items:
        return None
    rest = len(items) - SHOWN
    more = ui.tag("li", t.n("and {count} more", "and {count} more", rest)) if rest > 0 else None
    listed = ui.tag("ul", *(ui.tag("li", item) for item in items[:SHOWN]), more)
    unfolded = "" if len(items) <= FEW else None
    return ui.tag(
        "details", ui.tag("summary", t.n("{count} place", "{count} places", len(items))), listed, open=unfolded
    )


def _list(heading: str, items: Sequence[str], t: Text) -> None:
    if items:
        ui.show(ui.finding(f"{heading} ({t.number(len(items))})"), _items(items, t))


def _import(file_id: str, model: PreviewModel, by: str, t: Text) -> None:
    """Where the boundaries come from, and the last word."""
    ui.show(ui.finding(t("Import"), t("What you write here stands beside the edition and on the map.")))
    if model.only_provinces_beside:
        ui.show(ui.notice(t("The file holds provinces alone: the map keeps the regencies and cities it has.")))
    with st.container(key="boundaries-fields", horizontal=True, gap="small"):
        publisher = st.text_input(t("Publisher"), value=model.publisher, max_chars=80, key="boundaries-publisher")
        edition = st.text_input(t("Edition"), max_chars=40, placeholder="2024-06", key="boundaries-edition")
        licence = st.text_input(t("Licence"), value=model.licence, max_chars=200, key="boundaries-licence")
        source = st.text_input(t("Where the file comes from"), max_chars=200, key="boundaries-source")
    partial = model.may_be_partial and st.checkbox(
        t("Import it although some regions have no shape"), key="boundaries-partial"
    )
    if model.obstacle and not partial:
        ui.show(ui.notice(model.obstacle, "warn"))
    with st.container(horizontal=True, gap="small"):
        blocked = bool(model.obstacle) and not partial
        wanted = st.button(t("Use these boundaries"), type="primary", disabled=blocked, key="boundaries-keep")
        st.button(t("Let the file go"), key="boundaries-leave", on_click=_leave)
    if wanted:
        said = Provenance(*(words.strip() or None for words in (edition, publisher, licence, source)))
        try:
            desk.keep(file_id, said, by, partial=partial)
        except IkrarError as fault:
            complain(fault, t)
            return
        _leave()
        st.rerun()


def _leave() -> None:
    st.query_params.pop(FILE, None)
