"""Step 2: the article on the left, the proposed ceremony on the right, field by field."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from etl.review.values import NEW_EVENT, Choice, Proposal, Review
from i18n import IkrarError, Text
from pages import ui
from pages.context import Context
from pages.tinjau import desk, draw_item, draw_source
from pages.tinjau.draw_article import article
from pages.tinjau.items import Item, waiting
from pages.tinjau.marks import lines
from pages.tinjau.model import (
    BATCH,
    EVENT,
    FIELD,
    REVIEW,
    SAVED,
    STEP,
    WORK,
    CheckView,
    check,
    chosen,
    title,
)
from pages.tinjau.words import CHOICES, GLYPHS
from pages.ui import Html
from pages.wilayah.claims import codes


def draw(review_id: str, by: str, context: Context) -> None:
    """Both sides, and the one button at the end. Raises NotFound for an article that has gone."""
    t = context.t
    review, proposals = desk.look(review_id, context.frames)
    view = check(context, review, proposals[chosen(context, proposals)])
    ui.show(_answer(view, len(proposals), t))
    left, right = st.columns([11, 10], gap="medium")
    with left:
        _article(review, view, t)
    with right:
        if len(proposals) > 1:
            ui.show(_ceremonies(review, view, proposals, context))
        for sentence in view.conflicts:
            ui.show(ui.notice(sentence, "warn"))
        _standing(review_id, view, t)
        if view.now:
            draw_item.draw(review_id, view, view.now, context)
        ui.show(_list(review_id, view, context))
        draw_source.draw(review, context)
        _save(review_id, by, sum(waiting(review, one) for one in proposals), context)


def _answer(view: CheckView, ceremonies: int, t: Text) -> Html:
    sentence = t.n(
        "{count} ceremony proposed. {who}: {waiting} fields wait for you, {taken} are taken.",
        "{count} ceremonies proposed. {who}: {waiting} fields wait for you, {taken} are taken.",
        ceremonies,
        who=view.title,
        waiting=t.number(view.waiting),
        taken=t.number(view.taken),
    )
    return ui.tag("p", sentence, class_="answer")


def _article(review: Review, view: CheckView, t: Text) -> None:
    evidence = {item.field: item.spans for item in view.items}
    disputed = [span for one in review.extraction.conflicts for span in one.evidence]
    shown = lines(review.document, evidence, disputed)
    names = {item.field: item.label for item in view.items}
    ui.show(article(review.document, shown, names, view.now.field if view.now else None, t))


def _ceremonies(review: Review, view: CheckView, proposals: Sequence[Proposal], context: Context) -> Html:
    """The ceremonies of the article, to go from one to another."""
    t, names, listed = context.t, codes(context.frames), []
    for place, one in enumerate(proposals, 1):
        words, left = title(one, names, context), waiting(review, one)
        href = context.link("tinjau", **{REVIEW: review.review_id, EVENT: str(place)})
        is_now = one.index == view.index
        shown = ui.tag("b", words) if is_now else ui.link(words, href)
        note = t.n("{count} field waits", "{count} fields wait", left) if left else t("decided")
        listed.append(
            ui.tag("li", shown, " ", ui.tag("span", note, class_="note"), aria_current="true" if is_now else None)
        )
    return ui.tag("ol", *listed, class_="ceremonies", aria_label=t("Ceremonies"))


def _standing(review_id: str, view: CheckView, t: Text) -> None:
    """Whether the ceremony is on record already, which one it is, and whether the article is a copy."""
    parts: list[str] = []
    if view.lacks_organiser:
        parts.append(t("The article names no organiser: give it first."))
    elif view.event_id is None:
        parts.append(
            t("The organiser is the one that you gave; whether the ceremony is on record is found when it is saved.")
        )
    elif view.known:
        known = ui.link(view.known.title, view.known.href)
        parts.append(ui.join(t("Already on record: "), known, f", {view.known.date}."))
        agree, differ = _counted(view.items)
        parts.append(
            t(
                "{agree} fields agree, {differ} differ, the others are new.",
                agree=t.number(agree),
                differ=t.number(differ),
            )
        )
    else:
        parts.append(t("Not on record yet: it would be a new ceremony."))
    parts += view.copies
    ui.show(ui.tag("div", *(ui.tag("p", part) for part in parts), class_="notice info", role="note"))
    if view.possible:
        _possible(review_id, view, t)


def _counted(items: Sequence[Item]) -> tuple[int, int]:
    return sum(bool(one.agreeing) and not one.against for one in items), sum(bool(one.against) for one in items)


def _possible(review_id: str, view: CheckView, t: Text) -> None:
    """The ceremonies on record that it may be: by number, for their titles quote sources."""
    listed = (
        ui.tag("li", ui.link(one.row.title, one.row.href), f", {one.row.date}: {one.why}") for one in view.possible
    )
    with st.expander(t("Which ceremony on record is it?"), expanded=not view.known and not view.is_chosen):
        ui.show(ui.tag("ol", *listed, class_="entries"))
        ids = [*(one.event_id for one in view.possible), NEW_EVENT]
        taken = next((one.event_id for one in view.possible if one.is_taken), NEW_EVENT)
        key = f"place-{review_id}-{view.index}"

        def place() -> None:
            desk.place(review_id, view.index, st.session_state[key])

        st.radio(
            t("It is"),
            ids,
            index=ids.index(taken),
            format_func=lambda one: (
                t("a new one") if one == NEW_EVENT else t("number {place}", place=ids.index(one) + 1)
            ),
            horizontal=True,
            key=key,
            on_change=place,
        )


def _list(review_id: str, view: CheckView, context: Context) -> Html:
    """Every field with its value and what was decided; each leads to itself."""
    t, rows = context.t, []
    for item in view.items:
        params = {REVIEW: review_id, EVENT: str(view.index + 1), FIELD: item.field}
        shown = item.decided_words or item.value or t("not said in the article")
        value = ui.tag("s" if item.decided == Choice.REJECT else "span", shown, class_="value")
        said = t(CHOICES[item.decided]) if item.decided else t("waits") if item.waits else t("follows the organiser")
        differs = ui.mark(t("contested"), "warn") if item.is_contested else None
        rows.append(
            ui.tag(
                "li",
                ui.link(item.label, context.link("tinjau", **params)),
                ui.tag("span", ui.join(value, differs, by=" "), class_="what"),
                ui.tag("span", f"{GLYPHS[item.decided]} {said}", class_="note"),
                aria_current="true" if view.now and item.field == view.now.field else None,
                class_=item.decided.value if item.decided else None,
            )
        )
    return ui.tag("ol", *rows, class_="items", aria_label=t("Fields of the ceremony"))


def _save(review_id: str, by: str, left: int, context: Context) -> None:
    t = context.t

    def let_go() -> None:
        desk.discard(review_id)
        leave()

    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="onward"):
        wanted = st.button(t("Save what was accepted"), type="primary", key="review-save")
        ui.show(ui.link(t("Leave it for later"), context.link("tinjau")))
        st.button(t("Let the article go"), key="review-discard", on_click=let_go)
    undecided = t.n("{count} field waits", "{count} fields wait", left)
    said = t("Not decided yet in this article: {what}.", what=undecided) if left else None
    rest = t("What was rejected or not decided is not saved. The log will name {by}.", by=by)
    ui.show(ui.tag("p", ui.join(said, rest, by=" "), class_="note"))
    if wanted:
        try:
            with st.spinner(t("Saving …")):
                done = desk.save(review_id, by, context.frames.snapshot.number)
        except IkrarError as fault:
            ui.show(ui.notice(fault.render(t), "warn"))
            return
        leave()
        st.query_params.update({STEP: SAVED, BATCH: done.snapshot.batch.batch_id})
        st.rerun()


def leave() -> None:
    """Back to the first step: the keys of this article leave the link."""
    for key in (REVIEW, STEP, EVENT, FIELD, WORK, BATCH):
        st.query_params.pop(key, None)
