"""Long lists: the first rows, and all of them on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from i18n import Text

T = TypeVar("T")


def first(rows: Sequence[T], caption: str, key: str, t: Text, most: int = 60) -> tuple[Sequence[T], str]:
    """The rows to show and the caption that says how many of all they are. `key` tells the page's lists apart.

    A list of the whole country would be a kilometre long on a phone.
    """
    if len(rows) <= most:
        return rows, caption
    count = t.number(len(rows))
    if st.toggle(t("Show all {count}", count=count), key=f"all-{key}"):
        return rows, caption
    return rows[:most], t(
        "{caption} (the first {shown} of {count})", caption=caption, shown=t.number(most), count=count
    )
