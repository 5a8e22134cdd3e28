"""Arithmetic on bounds, once for every indicator: Polars expressions on pairs of a lower and an upper bound.

A pair holds a count of people, units or days. Both null = unknown; `high` null beside a known `low` = no upper limit.
An unknown count of people is nothing but "0 or more": a sum keeps the lower bounds it knows and loses its upper one.
"""

from __future__ import annotations

from typing import NamedTuple, Self

import polars as pl


class Interval(NamedTuple):
    """A lower and an upper bound, as expressions on one frame."""

    low: pl.Expr
    high: pl.Expr

    @classmethod
    def of(cls, stem: str) -> Self:
        """The pair in the columns `<stem>_low` and `<stem>_high`."""
        return cls(pl.col(f"{stem}_low"), pl.col(f"{stem}_high"))

    def named(self, stem: str) -> tuple[pl.Expr, pl.Expr]:
        """The pair as the columns `<stem>_low` and `<stem>_high`."""
        return self.low.alias(f"{stem}_low"), self.high.alias(f"{stem}_high")

    def where(self, condition: pl.Expr) -> Interval:
        """The pair where the condition holds, else unknown."""
        return Interval(pl.when(condition).then(self.low), pl.when(condition).then(self.high))


def known(x: Interval) -> pl.Expr:
    """True where the count is known at all: a lower bound is given."""
    return x.low.is_not_null()


def total(x: Interval) -> Interval:
    """The sum of a group. Low: of the bounds known, null where none is. High: null as soon as one is without."""
    return Interval(
        pl.when(known(x).any()).then(x.low.sum()),
        pl.when(known(x).any() & x.high.is_not_null().all()).then(x.high.sum()),
    )


def at_least_zero(x: pl.Expr) -> pl.Expr:
    """A count of people: never below 0. Null stays null."""
    return pl.when(x < 0).then(0).otherwise(x)


def remaining(target: Interval, done: Interval) -> Interval:
    """How many of `target` are not `done`: from 0 where `done` has no upper bound; null where the target is unknown."""
    return Interval(
        pl.when(known(target)).then(at_least_zero(target.low - done.high).fill_null(0)),
        at_least_zero(target.high - done.low.fill_null(0)),
    )


def beside(whole: Interval, parts: Interval) -> Interval:
    """A stated total and the sum of those of its parts that are known: at least the parts, at most the total.

    Parts that surely exceed the total hold instead of it. Whichever is unknown gives way.
    """
    exceeds = ~known(whole) | (parts.low > whole.high).fill_null(value=False)
    return Interval(
        pl.max_horizontal(whole.low, parts.low), pl.when(exceeds & known(parts)).then(parts.high).otherwise(whole.high)
    )


def apart(x: Interval, y: Interval) -> pl.Expr:
    """True where two statements about the same people cannot both be right."""
    return ((x.low > y.high) | (y.low > x.high)).fill_null(value=False)


def agreed(x: Interval, y: Interval) -> Interval:
    """What two statements about the same people leave together: both hold, or where they cannot, the larger.

    Unknown gives way.
    """
    larger = pl.when(x.low >= y.low).then(x.high).otherwise(y.high)
    return Interval(
        pl.max_horizontal(x.low, y.low),
        pl.when(apart(x, y)).then(larger).otherwise(pl.min_horizontal(x.high, y.high)),
    )


def rate(numerator: Interval, denominator: Interval) -> Interval:
    """A fraction: low = num.low / den.high, high = num.high / den.low. Over 1 is not clipped.

    A bound is null where its part is unknown or unlimited, or where the denominator's bound is 0.
    """
    return Interval(
        pl.when(denominator.high > 0).then(numerator.low / denominator.high),
        pl.when(denominator.low > 0).then(numerator.high / denominator.low),
    )


def rate_with_silent(done: Interval, target: Interval, heard_low: pl.Expr, silent_high: pl.Expr) -> Interval:
    """A rate where whoever was not heard of may all be done: as many of them in the numerator as in the denominator.

    `target` = people heard of (`heard_low` or more) and silent ones (`silent_high` or fewer); `done.high` has all of
    the silent. (n + u) / (d + u) only rises or only falls with u, so its largest value is at an end of u.
    """
    bounds = rate(done, target)
    fewest = (done.high - silent_high + target.low - heard_low) / target.low
    most = done.high / (heard_low + silent_high)
    is_all_silent = (target.low == 0) & (done.high == silent_high) & (silent_high > 0)
    return Interval(
        bounds.low,
        pl.when(bounds.high.is_not_null()).then(pl.max_horizontal(fewest, most)).when(is_all_silent).then(most),
    )
