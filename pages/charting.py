"""Plotly's charts on a page: drawn once for all who look at the same view."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure
from plotly.graph_objs._figure import Figure

from charts import theme
from pages import stores
from pages.context import Context


class Drawn(BaseFigure):
    """A figure as JSON: sent without being built or checked again, and nobody who gets it can change it for others."""

    def __init__(self, figure: Figure) -> None:
        # Not the base's own: it would make an empty figure beside the text.
        self._json: str = figure.to_json()  # type: ignore[no-untyped-call]  # Plotly has no types

    def to_dict(self) -> dict[str, Any]:
        """The figure as Plotly's dictionary, a new one each time."""
        found: dict[str, Any] = json.loads(self._json)
        return found


def chart(name: str, draw: Callable[[], Figure], context: Context, *, alt: str, **more: Any) -> Any:
    """Put `draw()`, drawn of the context's view alone, on the page; `alt` is its finding, for who cannot see it.

    `name` tells charts of a page apart. `more` goes to `st.plotly_chart`, and so does what it returns.
    """
    drawn = stores.drawing(f"{draw.__module__}.{name}", lambda: Drawn(draw()), context)
    return st.plotly_chart(drawn, config=theme.CONFIG, theme=None, key=name, alt=alt, **more)
