"""Step 3: the open questions. What is answered is kept with the draft, and the file is looked at again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.ingest.values import Verdict
from etl.recognise.layout import Answer
from i18n import IkrarError, Text
from pages import ui
from pages.link import FIRST_DAY, LAST_DAY
from pages.ui import Column, Html
from pages.unggah import desk
from pages.unggah.controls import bar, complain, complaint, taken, uploader
from pages.unggah.model import UPLOAD
from pages.unggah.questions import CODED, PRECISIONS, Ask, as_answer, as_day

SHOWN = 30
"""Questions asked at once; the next ones come when these are answered."""
MADE = 60
"""New OPD of one question that are listed; the caption counts all."""


def draw(upload: desk.Upload, questions: Sequence[Ask], t: Text) -> None:
    """All open questions as one form; those left empty stay open."""
    if not questions:
        ui.show(ui.answer(t("No question is open.")))
        return
    count = ui.figure_link(
        t.n("{count} question is open", "{count} questions are open", len(questions)), "#tanya", indicator="questions"
    )
    waiting = t.n("{count} row waits", "{count} rows wait", upload.preview.count(Verdict.HELD))
    ui.show(ui.answer(t("{count}; {waiting}.", count="{count}", waiting=waiting), count=count))
    with st.form("questions", border=False):
        given = {ask.question_id: _ask(number, ask, t) for number, ask in enumerate(questions[:SHOWN], 1)}
        if (more := len(questions) - SHOWN) > 0:
            ui.show(ui.paragraph(t.n("{count} more question follows.", "{count} more questions follow.", more)))
        file = None if upload.is_kept else _file_again(upload, t)
        sent = st.form_submit_button(t("Take these answers"), type="primary", key="questions-send")
    complaint()
    answers = {key: answer for key, answer in given.items() if answer}
    if sent and answers:
        _answer(upload, answers, file, t)


def _file_again(upload: desk.Upload, t: Text) -> UploadedFile | None:
    """A roster is not kept, so its answers come together with the file. The key goes with the upload, and the bytes."""
    ui.show(ui.notice(t("A roster is never kept. Choose the same file once more together with the answers.")))
    return uploader(t("The same file"), f"again-{upload.upload_id}", t)


def _answer(upload: desk.Upload, answers: Mapping[str, Answer], file: UploadedFile | None, t: Text) -> None:
    try:
        if upload.is_kept:
            desk.answer(upload.upload_id, answers)
        elif file is not None:
            with bar(t) as tell:
                st.query_params[UPLOAD] = desk.receive_again(taken(file), upload, answers, tell)
        else:
            ui.show(ui.notice(t("The file is missing: choose it below the questions."), "warn"))
            return
    except IkrarError as fault:
        complain(fault, t)
        return
    st.rerun()


def _ask(number: int, ask: Ask, t: Text) -> Answer | None:
    """One question: its words as HTML, for they quote the file; then the control. Null = not answered."""
    rows = "" if ask.waiting is None else t.n("{count} row waits", "{count} rows wait", ask.waiting)
    ui.show(
        ui.tag(
            "div",
            ui.tag("h3", f"{number}. {ask.text}"),
            ui.tag("p", " · ".join(filter(None, (ask.place, rows))), class_="note"),
            _made(ask, t),
            class_="question",
        )
    )
    return _control(t("Answer to question {number}", number=number), ask, t)


def _made(ask: Ask, t: Text) -> Html | None:
    """Names in the file, each with the OPD that would be put on record for it."""
    if not ask.made:
        return None
    shown = [[printed, name] for printed, name in ask.made[:MADE]]
    caption = t("{shown} of {total} names", shown=t.number(len(shown)), total=t.number(len(ask.made)))
    return ui.table([Column(t("Name in the file")), Column(t("OPD to be added"))], shown, caption)


def _control(label: str, ask: Ask, t: Text) -> Answer | None:
    key, options = f"ask-{ask.question_id}", ask.options
    if ask.input == "day":
        with st.container(horizontal=True, gap="small"):
            day: dt.date | None = st.date_input(
                t("Date"), value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="DD/MM/YYYY", key=key
            )
            precision: str = st.selectbox(
                t("What is known of it"),
                list(PRECISIONS),
                format_func=lambda name: t(PRECISIONS[name][0]),
                key=f"{key}-precision",
            )
        return as_day(day, precision)
    if ask.input == "columns":
        return tuple(
            st.selectbox(
                heading,
                list(options),
                index=list(options).index(suggested),
                format_func=options.__getitem__,
                key=f"{key}-{place}",
            )
            for place, (heading, suggested) in enumerate(zip(ask.columns, ask.suggested, strict=True))
        )
    if ask.input == "choice" and len(options) <= CODED:
        chosen: str | None = st.radio(
            label, list(options), index=None, format_func=options.__getitem__, key=key, label_visibility="collapsed"
        )
        return chosen
    listed: str | None = st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda answer: options.get(answer, answer),
        placeholder=t("choose or type a name") if ask.input == "name" else t("choose"),
        accept_new_options=ask.input == "name",
        key=key,
        label_visibility="collapsed",
    )
    return as_answer(ask.kind, listed, options) if listed else None
