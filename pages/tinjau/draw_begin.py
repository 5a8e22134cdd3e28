"""Step 1: an article pasted or chosen, the articles that wait, and the way to the form for entering by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from textwrap import shorten

import streamlit as st

from etl.extract.values import Extraction
from etl.review.values import Review
from etl.sources.articles.messages import MESSAGES
from i18n import IkrarError, Text
from pages import ui
from pages.context import Context
from pages.serving.settings import upload_limit
from pages.tinjau import desk
from pages.tinjau.model import REVIEW, STEP
from pages.tinjau.words import BY_HAND
from pages.ui import Html
from pages.unggah.controls import taken, uploader
from pages.wilayah.claims import codes

_FOR_THE_FORM = {MESSAGES[code] for code in ("scan", "picture", "no_text")}
"""Faults of files that only a person can read: they lead to the form."""
_BEGINNING = 80
"""Characters of an article without a headline that name it in the queue."""
_SAID = "tinjau-said"
"""Key of the session: what became of an article that does not go on, said once."""


def draw(context: Context, by: str) -> None:
    """The two ways in, the queue, and the third way."""
    t = context.t
    said()
    ui.show(
        ui.finding(
            t("Paste an article or choose a file"),
            t(
                "Text, HTML, PDF or Word (docx), up to {size} MB. Read here; nothing counts until you confirm it.",
                size=t.number(upload_limit() // 1024 // 1024),
            ),
        )
    )
    pasted = st.text_area(
        t("Text of the article"),
        height=220,
        key="review-text",
        placeholder=t("Headline first, then the text as published, with its date line"),
    )
    file = uploader(t("File of the article"), "review-file", t)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        wanted = st.button(t("Read the article"), type="primary", key="review-read")
        ui.show(ui.link(t("Enter a ceremony by hand"), context.link("tinjau", **{STEP: BY_HAND})))
    if wanted and file is not None:
        _receive(lambda: desk.receive_file(taken(file), PurePath(file.name.replace("\\", "/")).name), by, context)
    elif wanted and pasted.strip():
        _receive(lambda: desk.receive_text(pasted, t("pasted text")), by, context)
    elif wanted:
        ui.show(ui.notice(t("Paste the text of an article first, or choose a file."), "warn"))
    _queue(context)


def _receive(read: Callable[[], Extraction], by: str, context: Context) -> None:
    """Read, and go on to the check; where there is nothing to check, say so on an empty page."""
    t = context.t
    try:
        with st.spinner(t("Reading …")):
            found = read()
            review_id = desk.wait(found, by) if found.events else None
    except IkrarError as fault:
        st.session_state[_SAID] = ui.notice(fault.render(t), "warn")
        st.rerun()
    if review_id is None:
        st.session_state[_SAID] = _nothing(found, context)
        if found.document.error in _FOR_THE_FORM:
            st.query_params[STEP] = BY_HAND
        st.rerun()
    st.query_params.update({REVIEW: review_id})
    st.rerun()


def _nothing(found: Extraction, context: Context) -> Html:
    """Why an article does not go on: it could not be read, or it tells of no pledge."""
    t, document = context.t, found.document
    by_hand = ui.link(t("Enter a ceremony by hand"), context.link("tinjau", **{STEP: BY_HAND}))
    if document.error is not None:
        return ui.notice(f"{document.path}: {t(document.error, **document.error_values)}", "warn")
    return ui.tag(
        "div",
        ui.tag("p", t("{name} tells of no pledge and no pact, so there is nothing to check.", name=document.path)),
        ui.tag("p", t("Nothing of it was kept. If a ceremony was overlooked, enter it by hand."), class_="note"),
        by_hand,
        class_="empty",
        role="status",
    )


def said() -> None:
    """What became of the article that was just sent, said once."""
    if found := st.session_state.pop(_SAID, None):
        ui.show(found)


def _queue(context: Context) -> None:
    """Articles that were read and not confirmed yet."""
    t, waiting, names = context.t, desk.waiting(), codes(context.frames)
    if not waiting:
        return
    columns = [
        ui.Column(t("Article")),
        ui.Column(t("Ceremonies"), numeric=True),
        ui.Column(t("Since")),
        ui.Column(t("By")),
    ]
    rows = [
        [
            ui.join(
                ui.link(_name(one, t), context.link("tinjau", **{REVIEW: one.review_id})),
                ui.tag("div", _regions(one, names, t), class_="note"),
            ),
            t.number(len(one.extraction.events)),
            t.moment(one.put_at) if one.put_at else None,
            one.put_by,
        ]
        for one in waiting
    ]
    ui.show(
        ui.finding(t("Articles that wait"), t("Read, and nothing of them confirmed yet."), "antrean"),
        ui.table(columns, rows, t("Choose one to go on.")),
    )


def _name(one: Review, t: Text) -> str:
    """The headline, else how the text begins."""
    begins = shorten(one.document.text, _BEGINNING, placeholder=" …")
    return one.source.title or begins or t("pasted text")


def _regions(one: Review, names: dict[str, str], t: Text) -> str:
    codes_ = dict.fromkeys(code for event in one.extraction.events for code in event.region_codes[:1])
    return ", ".join(names.get(code, code) for code in codes_) or t("organiser not named")
