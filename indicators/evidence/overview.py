"""The sentence and the curve of a region: how many of its regions have evidence, and since when."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from indicators.evidence.ceremonies import links, selected
from indicators.measures import documented_events
from indicators.question import ask
from indicators.scope import QueryLevel, Scope
from warehouse.frames import Frames
from warehouse.vocabulary import State


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the `total` regions asked for are in which state. The four parts add up to `total`."""

    total: int
    with_evidence: int
    not_reported: int
    exempt: int
    no_evidence: int


def coverage(frames: Frames, scope: Scope) -> Coverage:
    """The regions of the scope by the state of `documented_events`; level as in `cumulative`.

    A region whose events all may be after the day asked for is not known to have had one: no evidence yet.
    """
    figures = documented_events.compute(ask(frames, replace(scope, level=_level(scope))))
    by_then = pl.when(pl.col("low") == 0).then(pl.lit(State.BELUM_ADA_BUKTI.value)).otherwise("state")
    count = dict(figures.select(state=by_then)["state"].value_counts().rows())
    return Coverage(
        total=figures.height,
        with_evidence=count.get(State.NILAI, 0),
        not_reported=count.get(State.BELUM_LAPOR, 0),
        exempt=count.get(State.TIDAK_WAJIB, 0),
        no_evidence=count.get(State.BELUM_ADA_BUKTI, 0),
    )


def cumulative(frames: Frames, scope: Scope) -> pl.DataFrame:
    """How many regions have had their first documented event by each day on which that number may have grown.

    Columns `day`, `low` (regions that surely had one), `high` (regions that may have had one: a date known as a range
    counts from its first day), in day order. Undated events enter no day. Level: as the scope says, else kabupaten and
    kota.
    """
    question = ask(frames, replace(scope, level=_level(scope)))
    dated = selected(question).filter(pl.col("date_low").is_not_null())
    first = (
        links(question, dated)
        .join(question.units, on="unit", how="semi")
        .join(dated.select("event_id", "date_low", "date_high"), on="event_id")
        .group_by("unit")
        .agg(pl.col("date_low").min(), pl.col("date_high").min())
    )
    possible = first.group_by(day="date_low").agg(high=pl.len().cast(pl.Int64))
    certain = first.group_by(day="date_high").agg(low=pl.len().cast(pl.Int64))
    return (
        possible.join(certain, on="day", how="full", coalesce=True)
        .sort("day")
        .select("day", pl.col("low", "high").fill_null(0).cum_sum())
    )


def _level(scope: Scope) -> QueryLevel:
    return scope.level or "kabupaten"
