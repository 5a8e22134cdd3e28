"""An office's own template for decks: kept for this visit only, never stored."""

from __future__ import annotations

from typing import Final

import streamlit as st

from i18n import IkrarError, Text
from pages import ui
from pages.unggah.controls import taken, uploader

_KEPT: Final = "paparan-template"
"""In the session: name and bytes of the template in use."""


def field(t: Text) -> bytes | None:
    """The field under the files; what it holds is used for each deck of this visit. Null = decks have our own look."""
    kept: tuple[str, bytes] | None = st.session_state.get(_KEPT)
    label = t("Deck in {name}", name=kept[0]) if kept else t("Deck in your office’s own template")
    with st.expander(label, key="paparan-own", expanded=False):
        if kept:
            _in_use(kept[0], t)
        else:
            _ask(t)
    kept = st.session_state.get(_KEPT)
    return kept[1] if kept else None


def _in_use(name: str, t: Text) -> None:
    ui.show(ui.tag("p", t("Decks get the look, fonts and logo of {name} during this visit.", name=name)))
    st.button(t("Use Ikrar’s own look again"), key="template-drop", on_click=_drop)


def _drop() -> None:
    st.session_state.pop(_KEPT, None)


def _ask(t: Text) -> None:
    ui.show(ui.tag("p", t("A .pptx or .potx without macros. It is kept for this visit only."), class_="note"))
    file = uploader(t("PowerPoint template"), "template-file", t)
    if file is None:
        return
    name, data = file.name, taken(file)
    try:
        # The library behind it is loaded only where somebody brings a template.
        from exports.pptx.template import opened

        opened(data, name)
    except IkrarError as fault:
        ui.show(ui.notice(fault.render(t), "warn"))
        return
    st.session_state[_KEPT] = (name, data)
    st.rerun()
