"""Tiers as the steps of a stair: each as far as its own evidence goes, surely (full) and at most (striped)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import rates, theme
from i18n import Text

_ROW, _APART = 46, 20
_BAR = 22
_MARGIN = {"l": 8, "r": 16, "t": 30, "b": 34}


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its bounds as fractions (`low` null = no figure of its own, `high` null = no upper limit).

    `figure` is written behind its bar. `aside` = beside the stair, not one of its steps.
    """

    label: str
    low: float | None
    high: float | None
    figure: str
    words: tuple[str, ...]
    aside: bool = False


def steps(rows: Sequence[Step], t: Text, *, goal: float, goal_label: str) -> Figure:
    """The steps top to bottom, joined to a stair by what is sure of each; those beside it below, apart."""
    places = _places(rows)
    end = max(1.0, *(row.high or row.low or 0.0 for row in rows)) * 1.03
    layout = theme.layout(
        round(places[-1] + _ROW + _MARGIN["t"] + _MARGIN["b"]),
        margin=_MARGIN,
        barmode="stack",
        xaxis=rates.across(end, t),
        yaxis=_step_axis(rows, places),
        shapes=[rates.goal_line(goal)],
        annotations=[*_figures(rows, places), rates.goal_name(goal, goal_label)],
    )
    return theme.figure([*_bars(rows, places, end), _stair(rows, places)], layout)


def _places(rows: Sequence[Step]) -> list[float]:
    """Where each row lies, in pixels from the first one down."""
    places, y = [], 0.0
    for before, row in zip([None, *rows], rows, strict=False):
        y += 0 if before is None else _ROW + (_APART if row.aside and not before.aside else 0)
        places.append(y)
    return places


def _bars(rows: Sequence[Step], places: Sequence[float], end: float) -> list[dict[str, Any]]:
    """What is sure, then what may be besides. A row without a figure has neither bar."""
    known = [(row, y) for row, y in zip(rows, places, strict=True) if row.low is not None]
    bar = {
        "type": "bar",
        "orientation": "h",
        "y": [y for _, y in known],
        "width": _BAR,
        "customdata": ["<br>".join(theme.fold(line, 46, 3) for line in row.words) for row, _ in known],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    sure = [row.low or 0.0 for row, _ in known]
    more = [(end if row.high is None else row.high) - low for (row, _), low in zip(known, sure, strict=True)]
    striped = {"shape": "/", "fgcolor": theme.ACCENT, "bgcolor": "#ffffff", "size": 6, "solidity": 0.25}
    return [
        {**bar, "x": sure, "marker": {"color": [theme.ASIDE if row.aside else theme.ACCENT for row, _ in known]}},
        {
            **bar,
            "x": more,
            "marker": {"pattern": striped, "color": "#ffffff", "line": {"width": 1, "color": theme.ACCENT}},
        },
    ]


def _stair(rows: Sequence[Step], places: Sequence[float]) -> dict[str, Any]:
    """The line from step to step; a step without evidence of its own breaks it."""
    stair = [(row.low, y) for row, y in zip(rows, places, strict=True) if not row.aside]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [low for low, y in stair for _ in range(2)],
        "y": [y + side * _ROW / 2 for _, y in stair for side in (-1, 1)],
        "line": {"color": theme.ACCENT, "width": 1.5},
        "hoverinfo": "skip",
    }


def _figures(rows: Sequence[Step], places: Sequence[float]) -> list[dict[str, Any]]:
    """The figure above each bar's left end; where there is none, why."""
    return [
        {
            "x": 0,
            "xanchor": "left",
            "xshift": 4,
            "y": y,
            "yanchor": "middle" if row.low is None else "bottom",
            "yshift": 0 if row.low is None else _BAR / 2 - 2,
            "text": f"<i>{theme.escape(row.figure)}</i>" if row.low is None else theme.escape(row.figure),
            "showarrow": False,
            "font": {"size": 12, "color": theme.MUTED},
        }
        for row, y in zip(rows, places, strict=True)
    ]


def _step_axis(rows: Sequence[Step], places: Sequence[float]) -> dict[str, Any]:
    ends = (places[-1] + _ROW / 2, -_ROW / 2 - 4)
    return theme.row_axis(ends, places, [theme.fold(row.label, 18) for row in rows])
