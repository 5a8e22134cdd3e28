"""The picture of an election's ceremonies: a mark each while they fit, else how many were held in each month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from briefings.ceremonies.panels import PanelView
from briefings.finding import Query
from briefings.native import month_columns
from briefings.picture import Picture
from charts import theme
from charts.columns import Column, columns
from charts.timeline import GLYPHS, height, timeline
from i18n import Text
from indicators.words import DATE_STATUSES, word

_HIGHEST: Final = 760
"""Pixels of the screen: a chart with more rows is read on no slide and on no page of a report."""
_MANY_MONTHS: Final = 36


def picture(panel: PanelView, t: Text, *, name: str, title: str, source: str, queries: Sequence[Query]) -> Picture:
    """The panel as the page draws it or, of more ceremonies than there are rows for, in columns."""
    counted, in_columns = periods(panel.days), is_counted(panel)
    return Picture(
        name=name,
        title=title,
        drawing=columns(counted, panel.chart.phases, t) if in_columns else timeline(panel.chart, t),
        source=source,
        key=tuple(_of_columns(panel, counted, t) if in_columns else _of_marks(panel, t)),
        native=month_columns(counted, t("Ceremonies"), t) if counted else None,
        queries=tuple(queries),
    )


def is_counted(panel: PanelView) -> bool:
    """Whether the picture counts ceremonies, because they are too many for a mark each."""
    return bool(panel.days) and height(panel.chart) > _HIGHEST


def periods(days: Sequence[tuple[dt.date, dt.date]]) -> tuple[Column, ...]:
    """Ceremonies a month, each given as its first and last possible day; a year where the months are too many.

    One that may have been in several months counts as possible in each of them.
    """
    if not days:
        return ()
    by_year = _month(max(high for _, high in days)) - _month(min(low for low, _ in days)) >= _MANY_MONTHS
    length = 12 if by_year else 1
    spans = [(_month(low) // length, _month(high) // length) for low, high in days]
    return tuple(
        Column(
            _first(period * length),
            _first((period + 1) * length) - dt.timedelta(days=1),
            sum(first == last == period for first, last in spans),
            sum(first <= period <= last for first, last in spans),
        )
        for period in range(min(first for first, _ in spans), max(last for _, last in spans) + 1)
    )


def _month(day: dt.date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _first(month: int) -> dt.date:
    return dt.date(month // 12, month % 12 + 1, 1)


def _of_marks(panel: PanelView, t: Text) -> Iterator[tuple[str, str]]:
    """What colours and shapes of the timeline mean, of those that it has."""
    lanes = panel.chart.lanes
    marks = [mark for lane in lanes for mark in lane.marks]
    shapes = [
        f"{glyph} {word(DATE_STATUSES, status, t)}"
        for status, glyph in GLYPHS.items()
        if any(mark.status == status for mark in marks)
    ]
    if any(mark.low != mark.high for mark in marks):
        shapes.append(f"●━● {t('somewhere within these days')}")
    yield theme.ACCENT, t("Date: {shapes}", shapes=", ".join(shapes))
    if any(lane.aside for lane in lanes):
        yield theme.ASIDE, t("Central and national")
    yield from _campaign(panel, t)


def _of_columns(panel: PanelView, counted: Sequence[Column], t: Text) -> Iterator[tuple[str, str]]:
    """What the columns count, and where each ceremony is named."""
    yield theme.ACCENT, t("Ceremonies with a known date; the table names each one (workbook, CSV)")
    if any(column.low != column.high for column in counted):
        yield theme.ACCENT_SOFT, t("perhaps then")
    yield from _campaign(panel, t)


def _campaign(panel: PanelView, t: Text) -> Iterator[tuple[str, str]]:
    if any(phase.kind == "campaign" for phase in panel.chart.phases):
        yield theme.PHASE, t("Campaign")
