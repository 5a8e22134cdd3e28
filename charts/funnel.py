"""Rates of units beside their size: each a vertical range, between the limits that chance alone would keep.

Inside the limits a range is grey; outside it is drawn in the accent colour, and the farther ones are thicker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import theme
from i18n import Text
from indicators.comparing.funnel import Place

_TICKS = (1, 2, 5)
_LOOKS = {
    Place.WITHIN: (theme.ASIDE, 3, 0.75),
    Place.BELOW: (theme.ACCENT, 4, 1.0),
    Place.ABOVE: (theme.ACCENT, 4, 1.0),
    Place.FAR_BELOW: (theme.ACCENT, 7, 1.0),
    Place.FAR_ABOVE: (theme.ACCENT, 7, 1.0),
}
_SHORTEST = 6
"""Pixels of the mark that an exact rate is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A unit: people obliged (1 or more), bounds of its rate (`high` null = no upper limit), its place, its words."""

    people: int
    low: float
    high: float | None
    place: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A pair of limits over the number of people. An upper limit of null = there is none."""

    people: tuple[int, ...]
    low: tuple[float, ...]
    high: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Middle:
    """The rate that the limits are drawn around, and its words."""

    low: float
    high: float | None
    words: str


def funnel(marks: Sequence[Mark], curves: Sequence[Curve], middle: Middle | None, t: Text, height: int = 420) -> Figure:
    """The units between the curves (the widest first) and the band of the rate they are compared with."""
    top = max(1.0, *(mark.high or mark.low for mark in marks)) * 1.04
    bottom = _bottom(marks, curves)
    first, last = min(curves[0].people), max(curves[0].people)
    traces = [trace for curve in curves for trace in _band(curve, top)]
    for place, (colour, width, opacity) in _LOOKS.items():
        here = [mark for mark in marks if mark.place is place]
        traces += _ranges(here, top, colour, width, opacity) if here else []
    layout = theme.layout(
        height,
        margin={"l": 54, "r": 12, "t": 12, "b": 52},
        xaxis=_size_axis(first, last, t),
        yaxis=_rate_axis(bottom, top, t),
        shapes=[] if middle is None else [_whole(middle, top)],
        annotations=[] if middle is None else [_name(middle, top)],
    )
    return theme.figure(traces, layout)


def _band(curve: Curve, top: float) -> list[dict[str, Any]]:
    """The room between the limits."""
    edge = {
        "type": "scatter",
        "mode": "lines",
        "x": list(curve.people),
        "line": {"width": 1, "color": theme.ACCENT_SOFT, "dash": "dot"},
        "hoverinfo": "skip",
    }
    upper = [top if high is None else high for high in curve.high]
    return [
        {**edge, "y": list(curve.low)},
        {**edge, "y": upper, "fill": "tonexty", "fillcolor": "rgba(157, 184, 211, 0.18)"},
    ]


def _ranges(marks: Sequence[Mark], top: float, colour: str, width: int, opacity: float) -> list[dict[str, Any]]:
    """Vertical ranges as one broken line, a stroke at each bound; an exact rate is one stroke, no limit an arrow."""
    uppers = [top if mark.high is None else mark.high for mark in marks]
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for mark in marks for x in (mark.people, mark.people, None)],
        "y": [y for mark, upper in zip(marks, uppers, strict=True) for y in (mark.low, upper, None)],
        "line": {"color": colour, "width": width},
        "opacity": opacity,
        "hoverinfo": "skip",
    }
    strokes = {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.people for mark in marks for _ in range(2)],
        "y": [y for mark, upper in zip(marks, uppers, strict=True) for y in (mark.low, upper)],
        "marker": {
            "symbol": [
                shape for mark in marks for shape in ("line-ew", "triangle-up" if mark.high is None else "line-ew")
            ],
            "size": width + _SHORTEST,
            "color": colour,
            "line": {"width": 2.5, "color": colour},
        },
        "customdata": ["<br>".join(theme.fold(line, 46, 3) for line in mark.words) for mark in marks for _ in range(2)],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
        "opacity": opacity,
    }
    return [line, strokes]


def _size_axis(first: int, last: int, t: Text) -> dict[str, Any]:
    """People on a logarithmic scale, with round numbers at its marks."""
    powers = range(floor(log10(first)), ceil(log10(last)) + 1)
    ticks = [step * 10**power for power in powers for step in _TICKS if first <= step * 10**power <= last]
    return {
        "type": "log",
        "range": [log10(first), log10(last)],
        "tickvals": ticks,
        "ticktext": [t.number(tick) for tick in ticks],
        "title": {"text": theme.escape(t("People obliged (logarithmic scale)")), "standoff": 8, "font": {"size": 12}},
        "tickfont": {"size": 12, "color": theme.MUTED},
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "outside",
        "tickcolor": theme.GRID,
    }


def _bottom(marks: Sequence[Mark], curves: Sequence[Curve]) -> float:
    """The quarter below the lowest mark and limit: where everybody has signed, small differences are to be seen too."""
    return floor(4 * min([*(mark.low for mark in marks), *(min(curve.low) for curve in curves)])) / 4


def _rate_axis(bottom: float, top: float, t: Text) -> dict[str, Any]:
    ticks = [tick / 100 for tick in range(0, 101, 25 if bottom < 0.5 else 10 if bottom < 0.75 else 5)]
    return {
        "range": [bottom - (top - bottom) * 0.02, top],
        "tickvals": ticks,
        "ticktext": [t.percent(tick, 0) for tick in ticks],
        "title": {"text": theme.escape(t("Share signed")), "standoff": 4, "font": {"size": 12}},
        "tickfont": {"size": 12, "color": theme.MUTED},
        "gridcolor": theme.GRID,
        "zeroline": False,
        "fixedrange": True,
    }


def _whole(middle: Middle, top: float) -> dict[str, Any]:
    """The rate compared with: a band between its bounds, a line where it is exact."""
    high = top if middle.high is None else middle.high
    line = {"color": theme.ACCENT, "width": 1.2}
    return {
        "type": "rect",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": middle.low,
        "y1": high,
        "line": line,
        "fillcolor": "rgba(27, 75, 122, 0.12)",
        "layer": "below",
    }


def _name(middle: Middle, top: float) -> dict[str, Any]:
    return {
        "xref": "paper",
        "x": 1,
        "xanchor": "right",
        "y": top if middle.high is None else middle.high,
        "yanchor": "bottom",
        "text": theme.escape(middle.words),
        "showarrow": False,
        "bgcolor": "rgba(255, 255, 255, 0.75)",
        "font": {"size": 12, "color": theme.ACCENT},
    }
