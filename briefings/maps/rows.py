"""Figures of an indicator as rows of a map: bounds, words, evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import polars as pl

from briefings.answer import Answer, Row
from charts.map import MapLevel, MapRow
from i18n import Text
from indicators import Scope, events_in
from indicators.figure_words import figure_or_state
from indicators.question import Evidence, campaign_of, within
from indicators.registry import INDICATORS
from warehouse.frames import Frames
from warehouse.vocabulary import Grade, State

RANKS: Mapping[str, float] = {grade: float(rank) for rank, grade in enumerate(reversed(Grade))}
"""Evidence grades as numbers that a class can begin at: D 0 … A 3."""


def is_tally(indicator: str) -> bool:
    """True for an indicator that is counted from people pledged or signed, not from ceremonies."""
    return INDICATORS[indicator].evidence is Evidence.TALLIES


def map_rows(answer: Answer, newest: Mapping[str, dt.date] | None = None) -> list[MapRow]:
    """A row a region of the answer, in code order; `newest` as from `newest_of`, null = not told."""
    days = newest or {}
    printed: dict[tuple[Any, ...], str] = {}
    return [_row(row, answer.query.indicator, days.get(row["code"]), printed, answer.t) for row in answer.rows.values()]


def _row(row: Row, indicator: str, newest: dt.date | None, printed: dict[tuple[Any, ...], str], t: Text) -> MapRow:
    """The row; many regions have the same figure, and `printed` keeps its words."""
    low, high = row["low"], row["high"]
    if row["state"] != State.NILAI:
        return MapRow(row["code"], row["state"])
    if indicator == "evidence_grade":
        low = high = RANKS.get(row["grade"])
    figure = (low, high)
    if figure not in printed:
        printed[figure] = figure_or_state(indicator, row, t)
    return MapRow(row["code"], row["state"], low, high, printed[figure], row["sources"], row["grade"], newest)


def newest_of(frames: Frames, indicator: str, scope: Scope, level: MapLevel) -> dict[str, dt.date]:
    """Per region at the level: the last day that its ceremonies can have been on, or its counts are of."""
    if is_tally(indicator):
        dated = counts(frames, scope).select(code="region_code", day="as_of")
    else:
        events = events_in(frames, scope)
        dated = events.select(code="region_codes", day="date_high").explode("code", empty_as_null=True)
    code = pl.col("code")
    unit = code.str.head(2) if level == "provinsi" else code
    return dict(dated.group_by(unit).agg(pl.col("day").max()).drop_nulls().iter_rows())


def counts(frames: Frames, scope: Scope) -> pl.DataFrame:
    """The counts of people behind a tally of the scope: rows of the signature table."""
    campaign = campaign_of(frames, scope.campaign, scope.region, Evidence.TALLIES)
    return frames.signature.filter(
        within(scope.region),
        pl.lit(value=True) if campaign is None else pl.col("campaign_id") == campaign,
        pl.lit(value=True) if scope.as_of is None else pl.col("as_of") <= scope.as_of,
    )
