"""Upload: draws the five steps. The link says which file and which step; nothing is saved before the last."""

from __future__ import annotations

import streamlit as st

from i18n import IkrarError, Text
from pages import ui, workbench
from pages.context import Context
from pages.ui import Html
from pages.unggah import desk, draw_file, draw_preview, draw_questions, draw_saved, draw_understood
from pages.unggah.controls import bar
from pages.unggah.model import FIRST, PREVIEW, QUESTIONS, SAVED, STEP, UNDERSTOOD, UPLOAD, step
from pages.unggah.questions import asks
from pages.unggah.understood import understood
from pages.unggah.words import STEPS


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    ui.show(ui.title(t("Which file of a region shall come in?")))
    if by := workbench.who(context, t("Files can be sent only at the PC that Ikrar runs on.")):
        _draw(context, by)


def _draw(context: Context, by: str) -> None:
    t, now, upload_id = context.t, step(context), context.params.get(UPLOAD, "")
    if now in {FIRST, SAVED}:
        ui.show(_steps(now, upload_id, 0, context))
        if now == FIRST:
            draw_file.draw(context, by)
        else:
            draw_saved.draw(upload_id, context)
        return
    try:
        with bar(t) as tell:
            upload = desk.look(upload_id, by, tell)
    except IkrarError as fault:
        ui.show(ui.empty(fault.render(t)))
        _way_out(upload_id, t)
        return
    questions = upload.preview.questions
    ui.show(_steps(now, upload_id, len(questions), context), _file(upload, t))
    if now == UNDERSTOOD:
        draw_understood.draw(understood(upload.preview, t), t)
    elif now == QUESTIONS:
        draw_questions.draw(upload, asks(upload.preview, context.frames, t), t)
    else:
        draw_preview.draw(upload, context)
    _onward(now, upload, context)


def _steps(now: str, upload_id: str, questions: int, context: Context) -> Html:
    """The five steps; while a file is looked at, those before saving can be gone to in any order."""
    t, items = context.t, []
    between = (FIRST, UNDERSTOOD, QUESTIONS, PREVIEW)
    for number, (name, label) in enumerate(STEPS.items(), 1):
        words = f"{number}. {t(label)}" + (f" ({t.number(questions)})" if name == QUESTIONS and questions else "")
        reachable = name in between and now in between[1:] and name != now
        href = context.link("unggah") if name == FIRST else context.link("unggah", **{UPLOAD: upload_id, STEP: name})
        shown = ui.link(words, href) if reachable else words
        items.append(ui.tag("li", shown, aria_current="step" if name == now else None))
    return ui.tag("ol", *items, class_="steps", aria_label=t("Steps"))


def _file(upload: desk.Upload, t: Text) -> Html:
    request = upload.preview.request
    said = [request.name, t("from {sender}", sender=request.sender) if request.sender else ""]
    said.append(t("not kept: finish it in this window") if not upload.is_kept else "")
    return ui.tag("p", " · ".join(filter(None, said)), class_="by")


def _onward(now: str, upload: desk.Upload, context: Context) -> None:
    """To the step that comes next, past the questions where there are none; and the way out."""
    t = context.t
    following = {UNDERSTOOD: QUESTIONS if upload.preview.questions else PREVIEW, QUESTIONS: PREVIEW}.get(now)

    def give_up() -> None:
        desk.discard(upload.upload_id)
        draw_saved.leave()

    links = []
    if following:
        href = context.link("unggah", **{UPLOAD: upload.upload_id, STEP: following})
        main = None if now == QUESTIONS and upload.preview.questions else "go"
        links.append(ui.link(t("On to: {step}", step=t(STEPS[following])), href, class_=main))
    links.append(ui.link(t("Leave it for later") if upload.is_kept else t("Leave it"), context.link("unggah")))
    with st.container(horizontal=True, gap="medium", vertical_alignment="center", key="onward"):
        ui.show(ui.tag("nav", *links, class_="onward", aria_label=t("Onward")))
        if upload.is_kept:
            st.button(t("Let the file go"), on_click=give_up, key="step-discard")


def _way_out(upload_id: str, t: Text) -> None:
    """Where the file cannot be looked at: other answers, or another file."""
    with st.container(horizontal=True, gap="small"):
        if desk.waits(upload_id):
            st.button(t("Take all answers back"), on_click=desk.forget_answers, args=(upload_id,), key="way-answers")
            st.button(t("Let the file go"), on_click=desk.discard, args=(upload_id,), key="way-discard")
        st.button(t("Choose another file"), type="primary", on_click=draw_saved.leave, key="way-leave")
