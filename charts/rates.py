"""What charts of rates share: the axis in percent across, and the line that marks the goal."""

from __future__ import annotations

from typing import Any

from charts import theme
from i18n import Text

TICKS = (0, 0.25, 0.5, 0.75, 1)


def across(end: float, t: Text) -> dict[str, Any]:
    """The axis from 0 to the fraction `end`, in percent."""
    return {
        "range": [0, end],
        "tickvals": list(TICKS),
        "ticktext": [t.percent(tick, 0) for tick in TICKS],
        "tickfont": {"size": 12, "color": theme.MUTED},
        "side": "bottom",
        "gridcolor": theme.GRID,
        "zerolinecolor": theme.MUTED,
        "fixedrange": True,
    }


def goal_line(goal: float) -> dict[str, Any]:
    """A dotted line down the chart at the fraction `goal`."""
    line = {"color": theme.MUTED, "width": 1.5, "dash": "dot"}
    return {"type": "line", "x0": goal, "x1": goal, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def goal_name(goal: float, label: str) -> dict[str, Any]:
    """What the line is called, above it."""
    return {
        "x": goal,
        "xanchor": "right",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
        "text": theme.escape(label),
        "showarrow": False,
        "font": {"size": 12, "color": theme.MUTED},
    }
