"""Region: a picker, then what the link asks for: a ceremony, a region, the nation."""

from __future__ import annotations

import streamlit as st

from i18n import Text
from pages import stores, ui
from pages.context import Context
from pages.wilayah import draw_ceremony, draw_region
from pages.wilayah.model import Search, View, build

_KEY = "region"


def render(context: Context) -> None:
    """Draw the page."""
    t = context.t
    view = stores.view(build, context)
    _picker(view, t)
    if view.search:
        ui.show(_candidates(view.search, t))
    if view.problem:
        ui.show(ui.empty(view.problem, t("Choose a region above.")))
    elif view.ceremony:
        draw_ceremony.draw(view.ceremony, t)
    elif view.region:
        draw_region.draw(view.region, context)


def _picker(view: View, t: Text) -> None:
    """Choose from the list, or type a name as people write it (Kab. Purbalingga): it is resolved, never guessed."""

    def write() -> None:
        chosen = st.session_state[_KEY]
        for key in ("acara", "cari", "wilayah"):
            st.query_params.pop(key, None)
        if chosen:
            st.query_params["wilayah" if chosen in view.options else "cari"] = chosen

    if st.session_state.get(_KEY, ...) != view.chosen:
        st.session_state[_KEY] = view.chosen
    st.selectbox(
        t("Region"),
        list(view.options),
        format_func=lambda code: f"{view.options[code]} · {code}" if code in view.options else code,
        index=None,
        placeholder=t("Name of a province, kabupaten or kota"),
        key=_KEY,
        on_change=write,
        accept_new_options=True,
        label_visibility="collapsed",
    )


def _candidates(search: Search, t: Text) -> ui.Html:
    if search.status == "ambiguous":
        words = t("“{name}” fits several regions:", name=search.text)
    elif search.candidates:
        words = t("No region is called “{name}”. Similar names:", name=search.text)
    else:
        words = t("No region is called “{name}”, and no name resembles it.", name=search.text)
    items = [ui.tag("li", ui.link(name, href)) for name, href in search.candidates]
    return ui.tag("div", ui.tag("p", words), ui.tag("ul", *items) if items else None, class_="notice info", role="note")
