"""What stands beside a chart's values: shapes and notes, placed by values or by shares of the chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exports.pictures import markup
from exports.pictures.canvas import Stroke
from exports.pictures.colours import colour
from exports.pictures.fault import NotDrawn, known
from exports.pictures.plot import Plot

_SHAPE = {"type", "layer", "xref", "yref", "x0", "x1", "y0", "y1", "line", "fillcolor"}
_NOTE = {
    "x", "y", "xref", "yref", "xanchor", "yanchor", "xshift", "yshift", "text", "showarrow", "font", "bgcolor",
}  # fmt: skip
_FROM = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
_EDGE = 1.0
_PAD = 2.0
"""Room that Plotly leaves around the words of a note."""


def shapes(plot: Plot, given: Sequence[Mapping[str, Any]]) -> None:
    """Lines and rectangles, kept inside the chart."""
    left, top, right, bottom = plot.box
    clip = (left - _EDGE, top - _EDGE, right + _EDGE, bottom + _EDGE)
    for shape in given:
        known("shape", shape, _SHAPE)
        line = shape["line"]
        known("line of a shape", line, {"color", "width", "dash"})
        xs = [_across(plot, shape.get("xref", "x"), shape[end]) for end in ("x0", "x1")]
        ys = [_down(plot, shape.get("yref", "y"), shape[end]) for end in ("y0", "y1")]
        stroke = Stroke(colour(line["color"]), line["width"], line.get("dash", "solid")) if line["width"] else None
        if shape["type"] == "rect":
            plot.pane.rect((min(xs), min(ys), max(xs), max(ys)), colour(shape["fillcolor"]), stroke, clip=clip)
        elif shape["type"] == "line" and stroke:
            plot.pane.line(xs, ys, stroke, clip=clip)
        else:
            raise NotDrawn(f"shape of type {shape['type']}")


def notes(plot: Plot, given: Sequence[Mapping[str, Any]]) -> None:
    """Words beside their anchor."""
    for note in given:
        known("annotation", note, _NOTE)
        if note.get("showarrow", True):
            raise NotDrawn("annotation with an arrow")
        words = plot.look(note.get("font", {}))
        lines = markup.parse(note["text"])
        wide, tall = (each + 2 * _PAD for each in markup.size(lines, words))
        at = _across(plot, note.get("xref", "x"), note["x"]) + note.get("xshift", 0)
        base = _down(plot, note.get("yref", "y"), note["y"]) - note.get("yshift", 0)
        anchor = note.get("xanchor", "center")
        top = base - tall * _FROM[note.get("yanchor", "middle")]
        left = at - wide * _FROM[anchor]
        if "bgcolor" in note:
            plot.pane.rect((left, top, left + wide, top + tall), colour(note["bgcolor"]))
        place = left + _PAD + (wide - 2 * _PAD) * _FROM[anchor], top + _PAD
        markup.write(plot.pane, place, lines, words, anchor)


def _across(plot: Plot, ref: str, value: Any) -> float:
    left, _, right, _ = plot.box
    if ref == "paper":
        return left + float(value) * (right - left)
    if ref != "x":
        raise NotDrawn(f"place on {ref}")
    return plot.x(value)


def _down(plot: Plot, ref: str, value: Any) -> float:
    _, top, _, bottom = plot.box
    if ref == "paper":
        return bottom - float(value) * (bottom - top)
    if ref != "y":
        raise NotDrawn(f"place on {ref}")
    return plot.y(value)
