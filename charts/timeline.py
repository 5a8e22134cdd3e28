"""Ceremonies of one election over time: a lane a province, a mark a ceremony, the phases behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import phases, theme
from charts.phases import Phase
from i18n import Text

# The shape says where the date comes from, so that it is read without colour. Keys: `DateStatus`.
SYMBOLS = {"stated": "circle", "inferred": "circle-open", "corrected": "diamond", "disputed": "triangle-up"}
GLYPHS = {"stated": "●", "inferred": "○", "corrected": "◆", "disputed": "▲"}

# Pixels of a mark's row, of a lane at least, and of a mark: the second set where a country's worth would be endless.
_ROOMY, _DENSE = (22, 36, 12), (13, 30, 9)
_MANY_ROWS = 60
_MARGIN = {"l": 8, "r": 14, "t": phases.ABOVE, "b": 40}
_LABEL_WIDTH = 18
# Marks closer than this share of the span would hide each other on a phone: they are set one below the other.
_CLOSE = 0.06


@dataclass(frozen=True, slots=True)
class Mark:
    """A ceremony on a day (`low` = `high`) or within days; `status` is a `DateStatus`, `words` the hover lines."""

    event_id: str
    low: dt.date
    high: dt.date
    status: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """The ceremonies of one province. `aside` marks those that enter no regional figure (central, national)."""

    name: str
    marks: tuple[Mark, ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One election's chart: `first` to `last` is its window."""

    lanes: tuple[Lane, ...]
    phases: tuple[Phase, ...]
    first: dt.date
    last: dt.date


Drawn = tuple[Lane, Mark, float]
"""A mark, its lane, and how far below the top it is drawn, in pixels."""


def timeline(panel: Panel, t: Text) -> Figure:
    """The panel as a figure. A mark's `customdata` is (event_id, hover text)."""
    placed, (slot, _, size), tops = _rows(panel)
    drawn = []
    for lane, (count, slots), top, bottom in zip(panel.lanes, placed, tops, tops[1:], strict=False):
        middle = (top + bottom) / 2 - (count - 1) / 2 * slot
        drawn += [(lane, mark, middle + place * slot) for mark, place in zip(lane.marks, slots, strict=True)]
    layout = theme.layout(
        tops[-1] + _MARGIN["t"] + _MARGIN["b"],
        margin=_MARGIN,
        xaxis=theme.time_axis(panel.first, panel.last, t),
        yaxis=_lane_axis(panel.lanes, tops),
        shapes=[*phases.shapes(panel.phases), *_rules(tops)],
        annotations=phases.labels(panel.phases, panel.first, panel.last),
    )
    return theme.figure([_bars(drawn, aside=False), _bars(drawn, aside=True), _symbols(drawn, size)], layout)


def height(panel: Panel) -> int:
    """The pixels of the figure, which is as high as its lanes need."""
    return _rows(panel)[2][-1] + _MARGIN["t"] + _MARGIN["b"]


def _rows(panel: Panel) -> tuple[list[tuple[int, list[int]]], tuple[int, int, int], list[int]]:
    """Rows of each lane and of its marks; pixels of a row, a lane and a mark; where each lane begins, and the end."""
    placed = [_slots(lane, panel) for lane in panel.lanes]
    slot, least, size = _DENSE if sum(count for count, _ in placed) > _MANY_ROWS else _ROOMY
    tops = list(accumulate((max(least, count * slot + 8) for count, _ in placed), initial=0))
    return placed, (slot, least, size), tops


def _slots(lane: Lane, panel: Panel) -> tuple[int, list[int]]:
    """Rows that the lane needs, and the row of each of its marks: the first where it hides no other."""
    close = max(1, round((panel.last - panel.first).days * _CLOSE))
    free: list[dt.date] = []
    slots = []
    for mark in lane.marks:
        slot = next((index for index, until in enumerate(free) if until <= mark.low), len(free))
        until = mark.high + dt.timedelta(days=close)
        free[slot : slot + 1] = [until]
        slots.append(slot)
    return max(1, len(free)), slots


def _bars(drawn: Sequence[Drawn], *, aside: bool) -> dict[str, Any]:
    """The ranges of days as one broken line."""
    ranged = [(mark, y) for lane, mark, y in drawn if mark.low != mark.high and lane.aside == aside]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for mark, _ in ranged for day in (mark.low.isoformat(), mark.high.isoformat(), None)],
        "y": [place for _, y in ranged for place in (y, y, None)],
        "line": {"color": theme.ASIDE if aside else theme.ACCENT, "width": 5},
        "opacity": 0.55,
        "hoverinfo": "skip",
    }


def _symbols(drawn: Sequence[Drawn], size: int) -> dict[str, Any]:
    """A symbol on each day and on both ends of a range. One trace for all: a trace each is many times slower."""
    points = [(lane, mark, day, y) for lane, mark, y in drawn for day in dict.fromkeys((mark.low, mark.high))]
    colours = [theme.ASIDE if lane.aside else theme.ACCENT for lane, *_ in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day.isoformat() for _, _, day, _ in points],
        "y": [y for *_, y in points],
        "marker": {
            "symbol": [SYMBOLS.get(mark.status, "circle") for _, mark, _, _ in points],
            "size": size,
            "color": colours,
            "line": {"width": [2 if mark.status == "inferred" else 0 for _, mark, _, _ in points], "color": colours},
        },
        "customdata": [
            (mark.event_id, "<br>".join(theme.fold(line, 46, 3) for line in mark.words)) for _, mark, _, _ in points
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "cliponaxis": False,
    }


def _lane_axis(lanes: Sequence[Lane], tops: Sequence[float]) -> dict[str, Any]:
    return {
        "range": [tops[-1], 0],
        "tickvals": [(above + below) / 2 for above, below in pairwise(tops)],
        "ticktext": [theme.fold(lane.name, _LABEL_WIDTH) for lane in lanes],
        "tickfont": {"size": 12, "color": theme.INK},
        "automargin": True,
        "ticklabelstandoff": 8,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
    }


def _rules(tops: Sequence[float]) -> list[dict[str, Any]]:
    """Hairlines between the lanes."""
    line = {"color": theme.GRID, "width": 1}
    return [
        {"type": "line", "layer": "below", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}
        for y in tops
    ]
