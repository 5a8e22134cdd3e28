"""The values of a chart: lines, bands, marks and bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from exports.pictures import patterns, symbols
from exports.pictures.canvas import Numbers, Stroke, rectangle
from exports.pictures.colours import colour, is_clear
from exports.pictures.fault import NotDrawn, known
from exports.pictures.plot import Plot

_SEEN_BY_POINTER = {"hoverinfo", "customdata", "hovertemplate"}
_SCATTER = {"type", "mode", "x", "y", "line", "fill", "fillcolor", "marker", "opacity", "cliponaxis"} | _SEEN_BY_POINTER
_BAR = {"type", "orientation", "x", "y", "width", "marker"} | _SEEN_BY_POINTER
_CLEAR = "#00000000"

Trace = Mapping[str, Any]
Line = tuple[Numbers, Numbers]


def draw(plot: Plot, given: Sequence[Trace]) -> None:
    """The traces, one over the other."""
    before: Line | None = None
    ends: dict[Any, float] = defaultdict(float)
    for trace in given:
        if trace["type"] == "scatter":
            known("scatter", trace, _SCATTER)
            before = _scatter(plot, trace, before)
        elif trace["type"] == "bar":
            known("bar", trace, _BAR)
            _bars(plot, trace, ends)
        else:
            raise NotDrawn(f"trace of type {trace['type']}")


def _scatter(plot: Plot, trace: Trace, before: Line | None) -> Line:
    """Its band to the line before, its line, its marks. Returns its line."""
    pane, box = plot.pane, plot.box
    here = plot.x.all(trace["x"]), plot.y.all(trace["y"])
    modes = set(trace["mode"].split("+"))
    known("mode", dict.fromkeys(modes), {"lines", "markers"})
    line = trace.get("line", {})
    path = _stair(*here) if line.get("shape", "linear") == "hv" else here
    if line.get("shape", "linear") not in {"linear", "hv"} or trace.get("fill", "tonexty") != "tonexty":
        raise NotDrawn(f"line with {line.get('shape')}, {trace.get('fill')}")
    if "fill" in trace and before:
        around = np.stack([np.concatenate([each, other[::-1]]) for each, other in zip(path, before, strict=True)], 1)
        pane.shape(Path(around), colour(trace["fillcolor"]), clip=box)
    if "lines" in modes and line.get("width", 2):
        known("line", line, {"color", "width", "dash", "shape"})
        stroke = Stroke(colour(line["color"]), line["width"], line.get("dash", "solid"))
        pane.line(*path, stroke, clip=box, alpha=trace.get("opacity"))
    if "markers" in modes:
        _marks(plot, trace, here)
    return path


def _stair(x: Numbers, y: Numbers) -> Line:
    """A line that goes across before it goes up."""
    return np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1]


def _marks(plot: Plot, trace: Trace, places: Line) -> None:
    """The marks, each with the outline, size and colour that it has alone or shares."""
    marker = trace["marker"]
    line = marker.get("line", {})
    known("marker", marker, {"symbol", "size", "color", "line"})
    known("line of a marker", line, {"width", "color"})
    looks = zip(
        *places, _each(marker.get("symbol", "circle")), _each(marker["size"]), _each(marker["color"]),
        _each(line.get("width", 0)), _each(line.get("color", marker["color"])), strict=False,
    )  # fmt: skip
    paths, fills, strokes = [], [], []
    for across, down, symbol, size, fill, width, edge in looks:
        outline, is_filled = symbols.outline(symbol)
        if is_clear(colour(fill)) and not width:
            continue
        paths.append(outline.transformed(Affine2D().scale(size / 2).translate(across, down)))
        fills.append(colour(fill) if is_filled else _CLEAR)
        strokes.append(Stroke(colour(edge) if width else _CLEAR, width))
    clip = plot.box if trace.get("cliponaxis", True) else None
    plot.pane.shapes(paths, fills, strokes, clip=clip, alpha=trace.get("opacity"))


def _each(given: Any) -> Any:
    """A value a mark: the list that is given, or the one value again and again."""
    return given if isinstance(given, list | tuple) else cycle([given])


def _bars(plot: Plot, trace: Trace, ends: dict[Any, float]) -> None:
    """Bars across or upward, each from where the one before it in its row or column ended."""
    pane, marker = plot.pane, trace["marker"]
    known("marker of a bar", marker, {"color", "pattern", "line"})
    is_across = trace["orientation"] == "h"
    values, places = (trace["x"], trace["y"]) if is_across else (trace["y"], trace["x"])
    along, beside = (plot.x, plot.y) if is_across else (plot.y, plot.x)
    rings = []
    for value, place, width, fill in zip(values, places, _each(trace["width"]), _each(marker["color"]), strict=False):
        if not value:
            continue
        start, half = ends[place], beside.length(width) / 2
        ends[place] = start + value
        sides = sorted((along(start), along(start + value)))
        middle = beside(place)
        across, down = (sides, (middle - half, middle + half)) if is_across else ((middle - half, middle + half), sides)
        (left, right), (top, bottom) = across, down
        rings.append(rectangle((left, top, right, bottom)))
        pane.rect((left, top, right, bottom), colour(fill), clip=plot.box)
    if not rings:
        return
    whole = Path.make_compound_path(*rings)
    if pattern := marker.get("pattern"):
        known("pattern", pattern, {"shape", "fgcolor", "bgcolor", "size", "solidity"})
        if pattern["shape"] != "/":
            raise NotDrawn(f"bars with pattern {pattern['shape']}")
        pane.shape(whole, colour(pattern["bgcolor"]), clip=plot.box)
        corners = whole.get_extents()
        lines = patterns.stripes(
            (corners.x0, corners.y0, corners.x1, corners.y1), pattern["size"] * np.sqrt(2), rising=True
        )
        pane.lines(lines, Stroke(colour(pattern["fgcolor"]), pattern["size"] * pattern["solidity"]), clip=whole)
    if line := marker.get("line"):
        pane.shape(whole, None, Stroke(colour(line["color"]), line["width"]), clip=plot.box)
