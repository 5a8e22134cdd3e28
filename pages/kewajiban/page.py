"""Duties: draws `model.View`, or the form for a duty."""

from __future__ import annotations

import streamlit as st

from i18n import Text
from indicators.words import DUTIES, word
from pages import stores, ui
from pages.context import Context
from pages.kewajiban import draw_duties, draw_entry, draw_lists, draw_reminder
from pages.kewajiban.draw_outcomes import answer, bars
from pages.kewajiban.model import ENTER, OUTCOME, PAGE, REGION, SAVED, STEP, WHAT, View, build
from pages.ui import Html
from warehouse.vocabulary import Duty


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    step = context.params.get(STEP)
    if step == ENTER:
        draw_entry.draw(context)
        return
    view = stores.view(build, context)
    ui.show(_up(view), ui.title(t("Who has to report, and who has?")))
    if step == SAVED:
        ui.show(draw_entry.saved(context))
    _pickers(view, context)
    if view.unused:
        ui.show(ui.notice(t("Period and evidence filters change nothing here: what came in came in.")))
    if view.chosen is None:
        ui.show(
            ui.empty(
                t("No duty is on record here."),
                t("There is no national form or deadline: each province and region sets its own."),
            )
        )
        draw_entry.invite(view.enter_href, context)
        return
    ui.show(answer(view, view.chosen, t), _about(view, t), bars(view, t))
    draw_lists.draw(view, view.chosen, context)
    if view.chosen.reminder is not None:
        draw_reminder.draw(view, view.chosen, context)
    draw_duties.draw(view, context)
    draw_entry.invite(view.enter_href, context)
    ui.show(ui.sources(view.sources, t))


def _up(view: View) -> Html | None:
    return ui.tag("p", ui.link(f"← {view.up[0]}", view.up[1]), class_="by") if view.up else None


def _about(view: View, t: Text) -> Html | None:
    if view.chosen is None:
        return None
    standing = view.chosen.standing
    parts = [standing.duty, standing.election, standing.deadline]
    if standing.set_by is not None:
        parts.append(t("set by {office}", office=standing.set_by))
    parts.append(t("counted by {day}", day=t.date(view.today)))
    if view.chosen.reminder is not None:
        parts.append(ui.link(t("letter to those who have not reported"), f"#{draw_reminder.ANCHOR}"))
    return ui.tag("p", ui.join(*parts, by=" · "), class_="by")


def _pickers(view: View, context: Context) -> None:
    """The region, and which of its duties. Both live in the link."""
    t = context.t
    with st.container(horizontal=True, gap="small", key="duty-pickers"):
        _picker(
            REGION,
            t("Region"),
            {"": view.name if view.name and view.code is None else t("All regions"), **_regions(view)},
            view.code or "",
        )
        kinds = dict.fromkeys(one.what for one in view.standings)
        if len(kinds) > 1 and view.chosen:
            _picker(
                WHAT, t("Duty"), {what: _duty(what, t) for what in Duty if what in kinds}, view.chosen.standing.what
            )


def _regions(view: View) -> dict[str, str]:
    return {code: f"{name} · {code}" for code, name in view.options.items()}


def _duty(what: str, t: Text) -> str:
    words = word(DUTIES, what, t)
    return words[:1].upper() + words[1:]


def _picker(key: str, label: str, names: dict[str, str], value: str) -> None:
    """A list that writes the link; what was narrowed or turned to a page before is let go."""
    widget = f"duties-{key}-{label}"

    def write() -> None:
        for old in (PAGE, OUTCOME, STEP):
            st.query_params.pop(old, None)
        chosen = st.session_state[widget]
        if chosen:
            st.query_params[key] = chosen
        else:
            st.query_params.pop(key, None)

    if st.session_state.get(widget, ...) != value:
        st.session_state[widget] = value
    st.selectbox(label, list(names), format_func=names.__getitem__, key=widget, on_change=write)
