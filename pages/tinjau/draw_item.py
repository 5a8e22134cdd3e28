"""One field under the eye: its value, the words that prove it, what others say, and the decision on it by keyboard."""

from __future__ import annotations

import streamlit as st

from etl.reconcile import Standing
from etl.review.values import Choice, Decision
from i18n import IkrarError, Text
from pages import ui
from pages.context import Context
from pages.kontradiksi.draw import side_name
from pages.tinjau import desk, inputs
from pages.tinjau.items import Item, Told
from pages.tinjau.model import CORRECTING, FIELD, WORK, CheckView
from pages.tinjau.words import STANDINGS
from pages.ui import Html

_FAULT = "tinjau-fault"
"""Key of the session: why the last decision could not be kept, said once."""


def draw(review_id: str, view: CheckView, item: Item, context: Context) -> None:
    """The field and its buttons. They stay where they are while one field follows another, and so does the focus."""
    t = context.t
    place = [one.field for one in view.items].index(item.field) + 1
    ui.show(_card(item, place, len(view.items), t))
    if fault := st.session_state.pop(_FAULT, None):
        ui.show(ui.notice(fault, "warn"))
    if view.correcting or item.value is None:
        _correct(review_id, view, item, context)
    else:
        _buttons(review_id, view, item, t)
    _move(view, t)


def _card(item: Item, place: int, total: int, t: Text) -> Html:
    head = ui.tag(
        "h3", f"{place}. {item.label} ", ui.tag("span", t("of {total}", total=t.number(total)), class_="note")
    )
    value = ui.tag("p", ui.tag("b", item.value if item.value is not None else t("not said in the article")))
    quote = ui.tag("p", ui.tag("q", item.quote), class_="quote") if item.quote else None
    reason = ui.tag("p", item.reason, class_="note") if item.reason else None
    standing = ui.tag("p", t(STANDINGS[item.standing]), class_="note") if item.value is not None else None
    told = [ui.tag("ul", *(_told(one, t) for one in item.against), class_="voices")] if item.against else []
    if item.standing == Standing.AGREES and item.agreeing:
        told.append(ui.tag("ul", *(_told(one, t) for one in item.agreeing[:3]), class_="voices"))
    ways = [
        ui.tag("p", ui.tag("b", f"{side_name(at)}. "), t("Perhaps meant: {value}", value=way.words), " — ", way.reason)
        for at, way in enumerate(item.ways)
    ]
    return ui.tag("section", head, value, quote, reason, *ways, standing, *told, class_="item-now", aria_live="polite")


def _told(one: Told, t: Text) -> Html:
    day = t.date(one.source.published_on, "short") if one.source.published_on else t("no date")
    printed = ui.join(" (", ui.tag("q", one.stated), ")") if one.stated else None
    return ui.tag(
        "li",
        ui.tag("b", one.value),
        printed,
        " — ",
        one.source.publisher,
        ", ",
        day,
        " ",
        ui.grade_badge(one.source.grade, t),
    )


def _buttons(review_id: str, view: CheckView, item: Item, t: Text) -> None:
    """Accept, correct, reject, each by one key; what else may be meant, by its letter."""

    def decide(choice: Choice, value: str | None = None, reason: str | None = None) -> None:
        _keep(review_id, view, item.field, Decision(choice, value, reason), t)

    def correct() -> None:
        st.query_params.update({FIELD: item.field, WORK: CORRECTING})

    with st.container(horizontal=True, gap="small", key="decisions"):
        st.button(t("Accept"), key="item-accept", type="primary", shortcut="T", on_click=decide, args=(Choice.ACCEPT,))
        st.button(t("Correct …"), key="item-correct", shortcut="B", on_click=correct)
        st.button(t("Reject"), key="item-reject", shortcut="X", on_click=decide, args=(Choice.REJECT,))
        for at, way in enumerate(item.ways):
            st.button(
                t("Take {name}", name=side_name(at)),
                key=f"item-way-{at}",
                shortcut=str(at + 1),
                on_click=decide,
                args=(Choice.CORRECT, way.value, way.reason),
            )
        if item.ways:
            st.button(t("Leave open"), key="item-open", shortcut="O", on_click=decide, args=(Choice.LEAVE_OPEN,))
        if item.decided is not None:

            def take_back() -> None:
                _keep(review_id, view, item.field, None, t)

            st.button(t("Take the decision back"), key="item-back", type="tertiary", on_click=take_back)


def _correct(review_id: str, view: CheckView, item: Item, context: Context) -> None:
    """The value as a person knows it, and why."""
    t = context.t
    with st.form(f"correct-{view.index}-{item.field}", border=False):
        typed = inputs.ask(item.field, item.label, item.typed, f"typed-{view.index}-{item.field}", context)
        reason = st.text_input(
            t("Reason"), max_chars=300, key=f"why-{view.index}-{item.field}", placeholder=t("How you know it")
        )
        with st.container(horizontal=True, gap="small"):
            wanted = st.form_submit_button(t("Take this value"), type="primary", key="item-typed")
            left = st.form_submit_button(t("Leave it as it is"), key="item-untyped")
    if left:
        st.query_params.pop(WORK, None)
        following = view.after(item.field) if item.value is None else item.field
        if following:
            st.query_params[FIELD] = following
        st.rerun()
    if wanted:
        try:
            value = inputs.value(item.field, typed)
        except IkrarError as fault:
            ui.show(ui.notice(fault.render(t), "warn"))
            return
        _keep(review_id, view, item.field, Decision(Choice.CORRECT, value, reason.strip() or None), t)
        st.rerun()


def _keep(review_id: str, view: CheckView, field: str, decision: Decision | None, t: Text) -> None:
    """Put the decision to the article, and go on to the next field that waits; after the last one, stay."""
    try:
        desk.decide(review_id, view.index, field, decision)
    except IkrarError as fault:
        st.session_state[_FAULT] = fault.render(t)
        return
    st.query_params.pop(WORK, None)
    st.query_params[FIELD] = (view.after(field) if decision else None) or field


def _move(view: CheckView, t: Text) -> None:
    """To the field before and the field after, by key too."""

    def go(field: str) -> None:
        st.query_params.pop(WORK, None)
        st.query_params[FIELD] = field

    before, after = view.beside(-1), view.beside(1)
    with st.container(horizontal=True, gap="small", key="moving"):
        st.button(
            t("Previous"),
            key="item-before",
            type="tertiary",
            shortcut="S",
            disabled=not before,
            on_click=go,
            args=(before,),
        )
        st.button(
            t("Next"),
            key="item-after",
            type="tertiary",
            shortcut="N",
            disabled=not after,
            on_click=go,
            args=(after,),
        )
