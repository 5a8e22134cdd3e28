"""The filters over every page, as the browser's own controls. What is chosen goes into the link; the next run reads it.

Streamlit's lists and date fields took a third of the time until a page was complete.
"""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from pages import components
from pages.choices import Choices
from pages.context import Context
from pages.filter_bar.fields import KEYS, filter_bar, spelt

KEY = "filters"


def draw(context: Context, options: Choices) -> None:
    """The bar; on a phone it is folded behind its summary."""
    components.declare()
    pinned = context.pinned

    def chose() -> None:
        key, value = st.session_state[KEY]["choose"]
        choose(str(key), str(value), pinned)

    component = st.components.v2.component(components.full_name("filters"), js="filters.js", isolate_styles=False)
    component(key=KEY, data=components.packed(asdict(filter_bar(context, options))), on_choose_change=chose)


def choose(key: str, value: str, pinned: int | None) -> None:
    """A field's new value into the link; a key that is no filter is left aside."""
    if key not in KEYS:
        return
    if words := spelt(key, value, pinned):
        st.query_params[key] = words
    else:
        st.query_params.pop(key, None)
