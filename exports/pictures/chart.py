"""A chart as it is on the screen: the Plotly figures of `charts` drawn anew, without a browser.

It knows what `charts` uses and no more; whatever else a figure has raises `NotDrawn`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plotly.graph_objs._figure import Figure

from exports.pictures import around, axes, traces
from exports.pictures.canvas import Box, Pane
from exports.pictures.fault import NotDrawn, known
from exports.pictures.plot import Plot
from exports.pictures.scales import Scale

_LAYOUT = {
    "height", "template", "font", "paper_bgcolor", "plot_bgcolor", "showlegend", "dragmode", "hovermode", "hoverlabel",
    "margin", "barmode", "xaxis", "yaxis", "shapes", "annotations", "separators",
}  # fmt: skip
_LEAST_TEXT = 0.8
"""How small a chart is drawn before its rows are pressed together, and how much they may be, before both shrink."""
_LEAST_ROWS = 0.62
_ENOUGH = 280
"""Pixels of the screen that a chart without rows needs: in more room its letters are rather larger."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure as plain values."""

    data: tuple[Mapping[str, Any], ...]
    layout: Mapping[str, Any]

    @classmethod
    def of(cls, figure: Figure) -> Chart:
        """The values of a figure; raises `NotDrawn` for a setting that no picture shows yet."""
        given = figure.to_plotly_json()  # type: ignore[no-untyped-call]  # Plotly has no types there
        known("layout", given["layout"], _LAYOUT)
        if given["layout"].get("showlegend"):
            raise NotDrawn("layout with a legend")
        return cls(tuple(given["data"]), given["layout"])

    @property
    def height(self) -> float:
        """Its height on the screen, in pixels."""
        return float(self.layout["height"])

    @property
    def has_rows(self) -> bool:
        """Whether its height comes from its rows: stretched, it would only be emptier."""
        first, last = self.layout["yaxis"]["range"]
        margin = self.layout["margin"]
        return bool(abs(abs(last - first) - (self.height - margin["t"] - margin["b"])) <= 1)

    def draw(self, pane: Pane) -> None:
        """Draw it over the whole pane."""
        layout = self.layout
        box = self._inside(pane)
        left, top, right, bottom = box
        x, y = Scale.of(layout["xaxis"], left, right), Scale.of(layout["yaxis"], bottom, top)
        plot = Plot(pane, layout, x, y, box)
        shapes = layout.get("shapes", ())
        around.shapes(plot, [shape for shape in shapes if shape.get("layer") == "below"])
        axes.across(plot)
        axes.upward(plot)
        traces.draw(plot, self.data)
        around.shapes(plot, [shape for shape in shapes if shape.get("layer") != "below"])
        around.notes(plot, layout.get("annotations", ()))

    def _inside(self, pane: Pane) -> Box:
        """Where the values are: inside the margins, the left one as wide as its labels need."""
        margin = self.layout["margin"]
        left = max(margin["l"], axes.label_room(self.layout) + min(12, *margin.values()))
        return left, margin["t"], pane.width - margin["r"], pane.height - margin["b"]


def scale_for(chart: Chart, height: float, most: float = 1.0) -> float:
    """How large to draw a chart that gets `height` pixels: its letters at most `most` times their size on the screen.

    Rows that do not fit are first drawn smaller, then pressed together, then both.
    """
    margins = chart.layout["margin"]["t"] + chart.layout["margin"]["b"]
    plain = height / (chart.height if chart.has_rows else min(chart.height, _ENOUGH))
    if plain >= _LEAST_TEXT:
        return min(plain, most)
    if not chart.has_rows:
        return max(plain, _LEAST_TEXT) if plain > 0.5 else plain
    pressed = height / (margins + (chart.height - margins) * _LEAST_ROWS)
    return float(min(pressed, _LEAST_TEXT))
