"""Rates as what they are: ranges. A row a unit, a thick bar for the pact signed, a thin one for the pledge taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plotly.graph_objs._figure import Figure

from charts import rates, theme
from i18n import Text

_ROW = 34
_LABEL_WIDTH = 22
_MARGIN = {"l": 8, "r": 16, "t": 30, "b": 34}


@dataclass(frozen=True, slots=True)
class Span:
    """Bounds of a rate as fractions; `high` null = no upper limit."""

    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One unit. `signed` and `pledged` null = no figure; `note` then says why (e.g. not reported yet)."""

    label: str
    signed: Span | None
    pledged: Span | None
    note: str | None
    words: tuple[str, ...]
    strong: bool = False


def ranges(rows: Sequence[Row], t: Text, *, goal: float | None = None, goal_label: str = "") -> Figure:
    """The rows top to bottom. `goal` is a fraction marked by a line, named by `goal_label`."""
    most = max((span.high or span.low for row in rows for span in (row.signed, row.pledged) if span), default=1.0)
    end = max(1.0, most) * 1.03
    signed = [(index * _ROW - 4, row.signed) for index, row in enumerate(rows) if row.signed]
    pledged = [(index * _ROW + 7, row.pledged) for index, row in enumerate(rows) if row.pledged]
    traces = [*_bars(signed, 9, theme.ACCENT, end), *_bars(pledged, 4, theme.ASIDE, end), _hover(rows)]
    layout = theme.layout(
        len(rows) * _ROW + _MARGIN["t"] + _MARGIN["b"],
        margin=_MARGIN,
        xaxis=rates.across(end, t),
        yaxis=_row_axis(rows),
        shapes=[] if goal is None else [rates.goal_line(goal)],
        annotations=[*_notes(rows), *([] if goal is None else [rates.goal_name(goal, goal_label)])],
    )
    return theme.figure(traces, layout)


def _bars(spans: Sequence[tuple[float, Span]], width: int, colour: str, end: float) -> list[dict[str, Any]]:
    """Bars as one broken line, with a stroke at each bound; an exact rate is one stroke, no upper limit an arrow."""
    uppers = [end if span.high is None else span.high for _, span in spans]
    bounds = [(span.low, y, "line-ns") for y, span in spans]
    bounds += [
        (upper, y, "triangle-right" if span.high is None else "line-ns")
        for (y, span), upper in zip(spans, uppers, strict=True)
    ]
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for (_, span), upper in zip(spans, uppers, strict=True) for x in (span.low, upper, None)],
        "y": [place for y, _ in spans for place in (y, y, None)],
        "line": {"color": colour, "width": width},
        "opacity": 0.6,
        "hoverinfo": "skip",
    }
    strokes = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in bounds],
        "y": [y for _, y, _ in bounds],
        "marker": {
            "symbol": [symbol for _, _, symbol in bounds],
            "size": width + 2,
            "color": colour,
            "line": {"width": 2.5, "color": colour},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    return [line, strokes]


def _hover(rows: Sequence[Row]) -> dict[str, Any]:
    """An invisible mark on each row that carries its words: where its bounds begin, or at zero."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.signed.low if row.signed else row.pledged.low if row.pledged else 0 for row in rows],
        "y": [index * _ROW for index in range(len(rows))],
        "marker": {"size": 22, "color": "rgba(0,0,0,0)"},
        "customdata": ["<br>".join(theme.fold(line, 46, 3) for line in row.words) for row in rows],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _row_axis(rows: Sequence[Row]) -> dict[str, Any]:
    texts = [theme.fold(row.label, _LABEL_WIDTH) for row in rows]
    labels = [f"<b>{text}</b>" if row.strong else text for row, text in zip(rows, texts, strict=True)]
    ends = ((len(rows) - 0.5) * _ROW, -0.5 * _ROW)
    return theme.row_axis(ends, [index * _ROW for index in range(len(rows))], labels)


def _notes(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Where there is no figure, the state in words, at the left: it is not 0 %."""
    return [
        {
            "x": 0,
            "xshift": 6,
            "xanchor": "left",
            "y": index * _ROW,
            "text": f"<i>{theme.escape(row.note)}</i>",
            "showarrow": False,
            "font": {"size": 12, "color": theme.MUTED},
        }
        for index, row in enumerate(rows)
        if row.note
    ]
