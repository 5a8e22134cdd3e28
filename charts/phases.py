"""The stretches of an election behind a chart over time: the campaign shaded, the vote a line, their names above."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from charts import theme

ABOVE = 46
"""Pixels above a chart that the names need."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the election: `campaign` is shaded, `vote` is a line on its day."""

    kind: Literal["campaign", "vote"]
    low: dt.date
    high: dt.date
    label: str


def shapes(phases: Sequence[Phase]) -> list[dict[str, Any]]:
    """The shaded stretches and the lines."""
    made: list[dict[str, Any]] = []
    for phase in phases:
        where = {"x0": phase.low.isoformat(), "x1": phase.high.isoformat(), "y0": 0, "y1": 1, "yref": "paper"}
        if phase.kind == "campaign":
            made.append({"type": "rect", "layer": "below", "fillcolor": theme.PHASE, "line": {"width": 0}, **where})
        else:
            made.append({"type": "line", "line": {"color": theme.MUTED, "width": 1.5, "dash": "dot"}, **where})
    return made


def labels(phases: Sequence[Phase], first: dt.date, last: dt.date) -> list[dict[str, Any]]:
    """The names above a chart from `first` to `last`, one row a kind, written towards the side with more room."""
    rows = {"campaign": 2, "vote": 20}
    middle = first + (last - first) / 2
    return [
        {
            "text": theme.escape(phase.label),
            "x": (phase.high if phase.high > middle else phase.low).isoformat(),
            "xanchor": "right" if phase.high > middle else "left",
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "yshift": rows[phase.kind],
            "showarrow": False,
            "font": {"size": 12, "color": theme.MUTED},
        }
        for phase in phases
    ]
