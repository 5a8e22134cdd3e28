"""How many ceremonies were held in each month: a column a month, the phases of the election behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import phases, theme
from charts.phases import Phase
from i18n import Text

_FULL = 0.8
"""Of its time that a column is wide."""
_SPOKEN, _NAMED = 15, 12
"""Columns that have room for their number above, and for their name below."""
_DAY = 24 * 60 * 60 * 1000
"""Plotly measures time in thousandths of a second."""


@dataclass(frozen=True, slots=True)
class Column:
    """The ceremonies of a month or a year, from its first day to its last: surely `low`, at most `high`."""

    first: dt.date
    last: dt.date
    low: int
    high: int

    @property
    def middle(self) -> dt.date:
        """The day in its middle."""
        return self.first + (self.last - self.first) // 2


def columns(given: Sequence[Column], around: Sequence[Phase], t: Text, height: int = 300) -> Figure:
    """The columns (at least one, in order of time), each with its number above it."""
    first = min([given[0].first, *(phase.low for phase in around)])
    last = max([given[-1].last, *(phase.high for phase in around)])
    top = max(column.high for column in given)
    layout = theme.layout(
        height,
        margin={"l": 58, "r": 14, "t": phases.ABOVE, "b": 44},
        barmode="stack",
        xaxis=theme.time_axis(first, last, t) | _ticks(given, t),
        yaxis=theme.count_axis(top * 1.15, t("Ceremonies")),
        separators=",." if t.language == "id" else ".,",
        shapes=phases.shapes(around),
        annotations=[*phases.labels(around, first, last), *(_numbers(given, t) if len(given) <= _SPOKEN else [])],
    )
    return theme.figure(_bars(given, t), layout)


def _bars(given: Sequence[Column], t: Text) -> list[dict[str, Any]]:
    """What is sure of each, and on it what may be besides."""
    bar = {
        "type": "bar",
        "orientation": "v",
        "x": [column.middle.isoformat() for column in given],
        "width": [(column.last - column.first).days * _FULL * _DAY for column in given],
        "customdata": [f"{t.dates(one.first, one.last)}<br>{t.interval(one.low, one.high)}" for one in given],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return [
        {**bar, "y": [column.low for column in given], "marker": {"color": theme.ACCENT}},
        {**bar, "y": [column.high - column.low for column in given], "marker": {"color": theme.ACCENT_SOFT}},
    ]


def _numbers(given: Sequence[Column], t: Text) -> list[dict[str, Any]]:
    return [
        {
            "x": column.middle.isoformat(),
            "y": column.high,
            "text": f"<b>{t.interval(column.low, column.high)}</b>",
            "showarrow": False,
            "xanchor": "center",
            "yanchor": "bottom",
            "font": {"size": 14, "color": theme.INK},
        }
        for column in given
    ]


def _ticks(given: Sequence[Column], t: Text) -> dict[str, Any]:
    """The name of each column below its middle, or of every so many."""
    named = given[:: -(-len(given) // _NAMED)]
    return {
        "tickvals": [column.middle.isoformat() for column in named],
        "ticktext": theme.tick_texts([column.first for column in named], t),
        "showgrid": False,
    }
