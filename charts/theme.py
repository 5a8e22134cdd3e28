"""One look for every chart: dark grey words, one accent, no decoration, and dates in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from babel.dates import format_date
from plotly.graph_objs._figure import Figure

from i18n import Text

INK = "#2f3437"
MUTED = "#5c6670"
GRID = "#e4e7ea"
PHASE = "#f1edd9"
ACCENT = "#1b4b7a"
ACCENT_SOFT = "#9db8d3"
ASIDE = "#7c7b78"

FONT = "Source Sans, Source Sans Pro, Segoe UI, sans-serif"

# No tool bar: its words are English and its "edit" link leaves the machine. Dragging is left to the page's scrolling.
CONFIG: dict[str, Any] = {"displaylogo": False, "displayModeBar": False, "scrollZoom": False, "responsive": True}

_STEPS = (1, 2, 3, 4, 6, 12, 24, 36, 60, 120)


def figure(traces: Sequence[dict[str, Any]], layout: dict[str, Any]) -> Figure:
    """The traces and layout, checked by Plotly, as its figure."""
    return Figure(data=list(traces), layout=layout)  # type: ignore[no-untyped-call]  # Plotly has no types


def layout(height: int, **more: Any) -> dict[str, Any]:
    """The layout every chart starts from, `height` pixels high; `more` overrides it."""
    base: dict[str, Any] = {
        "height": height,
        "template": "none",
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": "#ffffff", "bordercolor": MUTED, "font": {"family": FONT, "size": 13, "color": INK}},
        "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
    }
    return base | more


def count_axis(top: float, title: str = "") -> dict[str, Any]:
    """An axis of whole numbers from 0 to `top`; `title` is what is counted, empty = none."""
    named = {"title": {"text": escape(title), "standoff": 6, "font": {"size": 12}}} if title else {}
    return named | {
        "range": [0, top],
        "nticks": 5,
        "tickformat": ",d",
        "fixedrange": True,
        "gridcolor": GRID,
        "zerolinecolor": MUTED,
        "tickfont": {"size": 12, "color": MUTED},
    }


def time_axis(first: dt.date, last: dt.date, t: Text, at_most: int = 6) -> dict[str, Any]:
    """A date axis from `first` to `last` with at most about `at_most` ticks, each the first of a month.

    The tick texts are ours: Plotly's own month names are English, and its locales come from another host.
    """
    ticks = month_ticks(first, last, at_most)
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickvals": [tick.isoformat() for tick in ticks],
        "ticktext": tick_texts(ticks, t),
        "fixedrange": True,
        "showgrid": True,
        "gridcolor": GRID,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": 12, "color": MUTED},
        "tickangle": 0,
    }


def month_ticks(first: dt.date, last: dt.date, at_most: int) -> list[dt.date]:
    """Firsts of months within the span, evenly stepped so that they are at most `at_most`; years start a step."""
    start, end = _months(first) + (first.day > 1), _months(last)
    step = next((step for step in _STEPS if (end - start) // step + 1 <= at_most), _STEPS[-1])
    return [dt.date(month // 12, month % 12 + 1, 1) for month in range(start + (-start % step), end + 1, step)]


def _months(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def tick_texts(ticks: Sequence[dt.date], t: Text) -> list[str]:
    """Months, with the year under the first one of each year; years alone where every tick is a January."""
    if len(ticks) > 1 and all(tick.month == 1 for tick in ticks):
        return [str(tick.year) for tick in ticks]
    texts, year = [], None
    for tick in ticks:
        month = format_date(tick, "MMM", locale=t.language)
        texts.append(month if tick.year == year else f"{month}<br>{tick.year}")
        year = tick.year
    return texts


def row_axis(ends: tuple[float, float], places: Sequence[float], labels: Sequence[str]) -> dict[str, Any]:
    """A vertical axis of rows, each named (`labels` as Plotly's text) at its place; `ends` are bottom and top."""
    return {
        "range": list(ends),
        "tickvals": list(places),
        "ticktext": list(labels),
        "tickfont": {"size": 12, "color": INK},
        "automargin": True,
        "ticklabelstandoff": 8,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
    }


def escape(words: str) -> str:
    """Text from data as plain text: Plotly reads `<` and `&` in labels as markup."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fold(words: str, width: int, lines: int = 2) -> str:
    """A label of at most `lines` lines of about `width` characters, cut with an ellipsis, escaped for Plotly."""
    folded = wrap(words, width, break_long_words=True) or [""]
    if len(folded) > lines:
        folded = [*folded[: lines - 1], f"{folded[lines - 1][: width - 1].rstrip()}…"]
    return "<br>".join(escape(line) for line in folded)
