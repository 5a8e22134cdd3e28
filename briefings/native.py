"""Charts as series that an office program draws: bounds stay visible as two colours, and silence is no bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from babel.dates import format_date

from briefings.picture import NativeChart, Series
from charts import theme
from charts.columns import Column
from i18n import Text

OPEN: Final = "#dfe5ea"
"""From a lower bound without an upper one to the end of the scale: paler than what may be."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A fraction's bounds; `high` null = no upper limit, both null = no figure, and `note` says why."""

    label: str
    low: float | None
    high: float | None
    note: str | None = None


def range_bars(bars: Sequence[Bar], unit: str, t: Text) -> NativeChart:
    """Each bar painted as far as is sure and paler as far as may be; without an upper limit to the scale's end.

    Where there is no figure the series are null and the category says why: that is not 0.
    """
    known = [bar for bar in bars if bar.low is not None or bar.high is not None]
    end = max([1.0, *(bound or 0.0 for bar in known for bound in (bar.low, bar.high))])
    are_exact = all(bar.high == bar.low for bar in known)
    series = [Series(unit if are_exact else t("at least"), tuple(_sure(bar) for bar in bars), theme.ACCENT)]
    if any(bar.high is not None and bar.high != bar.low for bar in known):
        series.append(Series(t("range of what is possible"), tuple(_maybe(bar) for bar in bars), theme.ACCENT_SOFT))
    if any(bar.high is None for bar in known):
        open_ended = tuple(_open(bar, end) for bar in bars)
        series.append(Series(t("no upper limit known"), open_ended, OPEN))
    labels = tuple(f"{bar.label} ({bar.note})" if bar.note else bar.label for bar in bars)
    return NativeChart("bars", labels, tuple(series), unit, is_fraction=True)


def _sure(bar: Bar) -> float | None:
    """The lower bound; 0 where only the upper one is known."""
    return None if bar.low is None and bar.high is None else bar.low or 0.0


def _maybe(bar: Bar) -> float | None:
    return None if bar.high is None else bar.high - (bar.low or 0.0)


def _open(bar: Bar, end: float) -> float | None:
    return end - bar.low if bar.low is not None and bar.high is None else None


def month_columns(given: Sequence[Column], unit: str, t: Text) -> NativeChart:
    """Ceremonies a month, or a year."""
    are_exact = all(column.low == column.high for column in given)
    surely = tuple(float(column.low) for column in given)
    series = [Series(unit if are_exact else t("surely then"), surely, theme.ACCENT)]
    if not are_exact:
        maybe = tuple(float(column.high - column.low) for column in given)
        series.append(Series(t("perhaps then"), maybe, theme.ACCENT_SOFT))
    return NativeChart("columns", tuple(_name(column, t) for column in given), tuple(series), unit)


def _name(column: Column, t: Text) -> str:
    if column.first.month != column.last.month:
        return str(column.first.year)
    return format_date(column.first, "MMM y", locale=t.language)
