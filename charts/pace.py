"""People signed by day, from surely to at most, and the way from there to the goal by the deadline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import theme
from i18n import Text
from indicators.comparing.pace import Reading


def pace(
    readings: Sequence[Reading],
    goal: tuple[int, int | None],
    t: Text,
    *,
    deadline: dt.date | None,
    goal_label: str,
    height: int = 300,
) -> Figure:
    """The counts of at least two days (oldest first) as a band, and the line that would lead to `goal` in time."""
    last = readings[-1]
    days = [reading.day for reading in readings]
    first, end = min(days), max([*days, *([deadline] if deadline else [])])
    pad = max(dt.timedelta(days=3), (end - first) / 20)
    most = goal[1] if goal[1] is not None else goal[0]
    is_early = deadline is not None and deadline - first < end - deadline
    top = max(most, *(reading.high or reading.low for reading in readings)) * 1.12
    layout = theme.layout(
        height,
        margin={"l": 58, "r": 12, "t": 12, "b": 44},
        xaxis=theme.time_axis(first - pad, end + pad, t),
        yaxis=theme.count_axis(top, t("People signed")),
        separators=",." if t.language == "id" else ".,",
        shapes=[_goal(goal), *([_deadline(deadline)] if deadline else [])],
        annotations=[
            _goal_name(goal, goal_label, at_end=is_early),
            *([_deadline_name(deadline, t, is_early=is_early)] if deadline else []),
        ],
    )
    traces = _band(readings, top, t)
    if deadline and deadline > last.day and last.low < most:
        traces.append(_way(last, most, deadline))
    return theme.figure(traces, layout)


def _band(readings: Sequence[Reading], top: float, t: Text) -> list[dict[str, Any]]:
    """Between surely and at most; without an upper limit up to the edge."""
    edge = {
        "type": "scatter",
        "mode": "lines",
        "x": [reading.day.isoformat() for reading in readings],
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    low = [reading.low for reading in readings]
    return [
        {**edge, "y": low},
        {
            **edge,
            "y": [top if reading.high is None else reading.high for reading in readings],
            "fill": "tonexty",
            "fillcolor": "rgba(157, 184, 211, 0.35)",
        },
        {
            **edge,
            "y": low,
            "mode": "lines+markers",
            "line": {"width": 2.5, "color": theme.ACCENT},
            "marker": {"size": 8, "color": theme.ACCENT},
            "hoverinfo": "text",
            "customdata": [f"{t.date(r.day)}<br>{theme.escape(t.interval(r.low, r.high))}" for r in readings],
            "hovertemplate": "%{customdata}<extra></extra>",
            "cliponaxis": False,
        },
    ]


def _way(last: Reading, most: int, deadline: dt.date) -> dict[str, Any]:
    """From what is sure to the goal on the deadline."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [last.day.isoformat(), deadline.isoformat()],
        "y": [last.low, most],
        "line": {"color": theme.ACCENT, "width": 2, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _goal(goal: tuple[int, int | None]) -> dict[str, Any]:
    """The goal: a line, or a band where the number of people obliged is not exact."""
    return {
        "type": "rect",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": goal[0],
        "y1": goal[0] if goal[1] is None else goal[1],
        "line": {"color": theme.MUTED, "width": 1.5, "dash": "dot"},
        "fillcolor": "rgba(92, 102, 112, 0.12)",
    }


def _goal_name(goal: tuple[int, int | None], label: str, *, at_end: bool) -> dict[str, Any]:
    """On the goal, at the side where the deadline's name is not."""
    return {
        "xref": "paper",
        "x": int(at_end),
        "xanchor": "right" if at_end else "left",
        "y": goal[0] if goal[1] is None else goal[1],
        "yanchor": "bottom",
        "text": theme.escape(label),
        "showarrow": False,
        "font": {"size": 12, "color": theme.MUTED},
    }


def _deadline(day: dt.date) -> dict[str, Any]:
    line = {"color": theme.MUTED, "width": 1.5, "dash": "dot"}
    return {
        "type": "line",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": line,
    }


def _deadline_name(day: dt.date, t: Text, *, is_early: bool) -> dict[str, Any]:
    """At the top, which no count reaches, on the side of the deadline with more room."""
    return {
        "x": day.isoformat(),
        "xanchor": "left" if is_early else "right",
        "xshift": 4 if is_early else -4,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "text": theme.escape(t("deadline {day}", day=t.date(day, "short"))),
        "showarrow": False,
        "font": {"size": 12, "color": theme.MUTED},
    }
