"""The two axes of a chart: grid, zero, marks and their words, titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exports.pictures import markup
from exports.pictures.canvas import Stroke
from exports.pictures.colours import colour
from exports.pictures.fault import NotDrawn, known
from exports.pictures.plot import Layout, Plot, look
from exports.pictures.scales import Scale, Value, grouped

_KNOWN = {
    "type", "range", "tickvals", "ticktext", "nticks", "tickformat", "title", "tickfont", "tickangle", "showgrid",
    "gridcolor", "zeroline", "zerolinecolor", "showline", "fixedrange", "ticks", "tickcolor", "side", "automargin",
    "ticklabelstandoff",
}  # fmt: skip
_TICK = 5
_GAP = 0.5
_RISE = 0.2
"""How far below its tick a word begins, and a title ends above its foot, in sizes."""


def across(plot: Plot) -> None:
    """The axis below the chart."""
    axis, pane, scale = plot.layout["xaxis"], plot.pane, plot.x
    _check(axis, "bottom")
    left, top, right, bottom = plot.box
    marks, words = _marks(axis, plot.layout, scale), plot.look(axis.get("tickfont", {}))
    for at in _grid(axis, marks, scale):
        pane.line([at, at], [top, bottom], Stroke(colour(axis["gridcolor"])))
    if _has_zero(axis, scale):
        pane.line([scale(0)] * 2, [top, bottom], Stroke(colour(axis["zerolinecolor"])))
    first = bottom + _GAP
    if axis.get("ticks") == "outside":
        for value, _ in marks:
            pane.line([scale(value)] * 2, [bottom, bottom + _TICK], Stroke(colour(axis["tickcolor"])))
        first += _TICK + _RISE * words.size
    deepest = first
    for value, text in marks:
        lines = markup.parse(text)
        markup.write(pane, (scale(value), first), lines, words, "center")
        deepest = max(deepest, first + markup.size(lines, words)[1])
    if title := axis.get("title"):
        place = (left + right) / 2, deepest + title["standoff"] / 2
        markup.write(pane, place, markup.parse(title["text"]), plot.look(title.get("font", {})), "center")


def upward(plot: Plot) -> None:
    """The axis at the left."""
    axis, pane, scale = plot.layout["yaxis"], plot.pane, plot.y
    _check(axis, "left")
    left, top, right, bottom = plot.box
    marks, words = _marks(axis, plot.layout, scale), plot.look(axis.get("tickfont", {}))
    for at in _grid(axis, marks, scale):
        pane.line([left, right], [at, at], Stroke(colour(axis["gridcolor"])))
    if _has_zero(axis, scale):
        pane.line([left, right], [scale(0)] * 2, Stroke(colour(axis["zerolinecolor"])))
    x = left - _GAP - axis.get("ticklabelstandoff", 0)
    widest = 0.0
    for value, text in marks:
        lines = markup.parse(text)
        wide, tall = markup.size(lines, words)
        widest = max(widest, wide)
        markup.write(pane, (x, scale(value) - tall / 2), lines, words, "right")
    if title := axis.get("title"):
        big = plot.look(title.get("font", {}))
        (line,) = markup.parse(title["text"])
        base = max(x - widest - title["standoff"] - _RISE * big.size, big.size)
        pane.words((base, (top + bottom) / 2), "".join(run.words for run in line), big, "center", angle=90)


def label_room(layout: Layout) -> float:
    """What the words at the left need, where their axis asks for room of its own."""
    axis = layout["yaxis"]
    if not axis.get("automargin"):
        return 0.0
    words = look(axis.get("tickfont", {}), layout)
    widths = (markup.size(markup.parse(text), words)[0] for text in axis["ticktext"])
    return max(widths, default=0.0) + float(axis.get("ticklabelstandoff", 0)) + _GAP


def _check(axis: Mapping[str, Any], side: str) -> None:
    known("axis", axis, _KNOWN)
    known("title of an axis", axis.get("title", {}), {"text", "standoff", "font"})
    if axis.get("side", side) != side or axis.get("showline") or axis.get("tickangle", 0):
        raise NotDrawn(f"axis not at the {side}, with a line of its own or turned words")
    if axis.get("ticks", "") not in {"", "outside"}:
        raise NotDrawn(f"axis with ticks {axis['ticks']}")


def _marks(axis: Mapping[str, Any], layout: Layout, scale: Scale) -> list[tuple[Value, str]]:
    """Where the axis has a mark inside its range, and its words."""
    if "tickvals" in axis:
        low, high = sorted((scale.start, scale.end))
        given = zip(axis["tickvals"], axis["ticktext"], strict=True)
        return [(at, text) for at, text in given if low - _GAP <= scale(at) <= high + _GAP]
    if axis.get("tickformat") != ",d":
        raise NotDrawn(f"axis with marks as {axis.get('tickformat')}")
    return [(at, grouped(at, layout["separators"])) for at in scale.ticks(axis["nticks"])]


def _grid(axis: Mapping[str, Any], marks: Sequence[tuple[Value, str]], scale: Scale) -> list[float]:
    """The pixels of the lines of the grid: none on the chart's edge."""
    low, high = sorted((scale.start, scale.end))
    places = [scale(at) for at, _ in marks] if axis.get("showgrid", True) else []
    return [place for place in places if low + 1 < place < high - 1]


def _has_zero(axis: Mapping[str, Any], scale: Scale) -> bool:
    low, high = sorted((scale.first, scale.last))
    return bool(axis.get("zeroline", True)) and scale.kind == "linear" and low <= 0 <= high
