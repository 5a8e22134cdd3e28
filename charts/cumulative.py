"""How many regions had a first documented ceremony by a day: a stair, with a band where days are not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import theme
from i18n import Text


@dataclass(frozen=True, slots=True)
class Step:
    """The state at the end of a day: regions certainly (`low`) and at most (`high`) reached."""

    day: dt.date
    low: int
    high: int


def cumulative(steps: Sequence[Step], t: Text, height: int = 240) -> Figure:
    """The stair of `steps` (ordered by day, at least one), its last figure written at its end."""
    first, last = steps[0], steps[-1]
    pad = dt.timedelta(days=max(20, (last.day - first.day).days // 12))
    top = max(step.high for step in steps)
    layout = theme.layout(
        height,
        margin={"l": 38, "r": 12, "t": 12, "b": 40},
        xaxis=theme.time_axis(first.day - pad, last.day + pad, t),
        yaxis=theme.count_axis(top * 1.2 + 0.5),
        separators=",." if t.language == "id" else ".,",
        annotations=[_total(last, t)],
    )
    return theme.figure(_traces(steps, t), layout)


def _traces(steps: Sequence[Step], t: Text) -> list[dict[str, Any]]:
    """The band between both bounds, then the certain count as a line."""
    days = [step.day.isoformat() for step in steps]
    low, high = [step.low for step in steps], [step.high for step in steps]
    stair = {"type": "scatter", "mode": "lines", "x": days}
    edge = {**stair, "line": {"width": 0, "shape": "hv"}, "hoverinfo": "skip"}
    return [
        {**edge, "y": low},
        {**edge, "y": high, "fill": "tonexty", "fillcolor": theme.ACCENT_SOFT},
        {
            **stair,
            "y": low,
            "line": {"color": theme.ACCENT, "width": 2.5, "shape": "hv"},
            "customdata": [f"{t.date(step.day)}<br>{t.interval(step.low, step.high)}" for step in steps],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    ]


def _total(last: Step, t: Text) -> dict[str, Any]:
    return {
        "x": last.day.isoformat(),
        "y": last.high,
        "text": f"<b>{t.interval(last.low, last.high)}</b>",
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": 2,
        "font": {"color": theme.ACCENT, "size": 14},
    }
