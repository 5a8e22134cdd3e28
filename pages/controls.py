"""Streamlit's controls that write the link, where the next run reads it. So back, reload and sharing all work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.link import FIRST_DAY, LAST_DAY


def _follow(widget: str, value: Any) -> str:
    """The control's key, after setting the control to what the link says."""
    if st.session_state.get(widget, ...) != value:
        st.session_state[widget] = value
    return widget


def _writer(key: str, widget: str, spell: Callable[[Any], str]) -> Callable[[], None]:
    """A callback that writes the control's value into the link as `spell` says it; an empty text leaves the link."""

    def write() -> None:
        if spelt := spell(st.session_state[widget]):
            st.query_params[key] = spelt
        else:
            st.query_params.pop(key, None)

    return write


def select(key: str, label: str, names: dict[str, str], value: str) -> None:
    """A list whose first entry is "not filtered". Streamlit sends labels: in another language it is another control."""
    widget, unfiltered = _follow(f"link-{key}-{label}", value), next(iter(names))
    st.selectbox(
        label,
        list(names),
        format_func=lambda code: names[code],
        key=widget,
        on_change=_writer(key, widget, lambda code: "" if code == unfiltered else code),
    )


def day(key: str, label: str, value: dt.date | None) -> None:
    """A day."""
    widget = _follow(f"link-{key}", value)
    st.date_input(
        label,
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD/MM/YYYY",
        key=widget,
        on_change=_writer(key, widget, lambda day: day.isoformat() if day else ""),
    )
