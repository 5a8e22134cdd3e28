"""Figures of OPD added up, from nothing but the figures themselves: what is withheld stays unknown in the sum."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from indicators.interval import Interval, known, remaining, total
from indicators.interval import rate_with_silent as rate
from warehouse.vocabulary import State

_TARGET, _DONE = Interval.of("denominator"), Interval.of("numerator")


@dataclass(frozen=True, slots=True)
class Sum:
    """What some OPD add up to. `target`, `done`, `gap` in people, `rate` as fractions; bounds as (low, high).

    `high` null with `low` given = no upper limit; both null = not known. `units` are those concerned, `reported` those
    with a value. Whoever is in a unit without a value may be done or not.
    """

    units: int
    reported: int
    target: tuple[int | None, int | None]
    done: tuple[int | None, int | None]
    gap: tuple[int | None, int | None]
    rate: tuple[float | None, float | None]


def added(figures: pl.DataFrame) -> Sum:
    """The sum of OPD whose `signed_rate` or `pledged_rate` these figures are.

    Exempt units drop out, and so do those of which neither a target, a count nor a duty is on record. A withheld
    figure adds its target where that is shown, and nobody or everybody of it.
    """
    has_value = pl.col("state") == State.NILAI
    concerned = figures.filter(
        pl.col("state") != State.TIDAK_WAJIB, known(_TARGET) | (pl.col("state") != State.BELUM_ADA_BUKTI)
    )
    done = Interval(
        pl.when(has_value).then(_DONE.low.fill_null(0)).otherwise(0),
        pl.when(has_value).then(_DONE.high).otherwise(_TARGET.high),
    )
    row = (
        concerned.with_columns(done.named("done"))
        .select(
            *total(_TARGET).named("target"),
            *total(Interval.of("done")).named("done"),
            heard=_TARGET.low.filter(has_value).sum(),
            silent=_TARGET.high.filter(~has_value).sum(),
            units=pl.len(),
            reported=has_value.sum(),
        )
        .with_columns(remaining(Interval.of("target"), Interval.of("done")).named("gap"))
        .with_columns(rate(Interval.of("done"), Interval.of("target"), pl.col("heard"), pl.col("silent")).named("rate"))
        .row(0, named=True)
    )
    return Sum(
        units=row["units"],
        reported=row["reported"],
        target=(row["target_low"], row["target_high"]),
        done=(row["done_low"], row["done_high"]),
        gap=(row["gap_low"], row["gap_high"]),
        rate=(row["rate_low"], row["rate_high"]),
    )
