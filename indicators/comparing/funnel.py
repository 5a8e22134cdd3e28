"""OPD of different size compared fairly: how far from the region's rate an OPD may be by chance alone.

The limits are Wilson's (E. B. Wilson, 1927, "Probable inference"): where a share counted among `people` may fall if
each of them signs with the region's rate. A unit of 15 may be far off by chance, one of 3 534 may not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import polars as pl

from indicators.counting.adding import Sum, added
from warehouse.vocabulary import State

Z_95, Z_998 = 1.959964, 3.090232
"""Standard normal quantiles: 95 % and 99.8 % of chance lie between minus and plus this."""


class Place(StrEnum):
    """Where a unit is beside the limits. `FAR` ones are outside 99.8 %; the others at most outside 95 %."""

    FAR_BELOW = "far_below"
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    FAR_ABOVE = "far_above"


@dataclass(frozen=True, slots=True)
class Limits:
    """A lower and an upper limit as fractions; `high` null = the region's rate has no upper bound."""

    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Point:
    """An OPD that reported: people obliged (`people` = the fewest there may be) and its rate's bounds."""

    code: str
    name: str
    people: int
    low: float
    high: float | None
    place: Place


@dataclass(frozen=True, slots=True)
class Funnel:
    """The OPD that can be compared, and what they are compared with: the bounds of their rate taken together.

    `left_out` = OPD that reported but have no target or no lower bound.
    """

    whole: Sum
    points: tuple[Point, ...]
    left_out: int

    def limits(self, people: int, z: float) -> Limits:
        """The limits for a unit of that many people. Around bounds: below even the lowest, above even the highest."""
        return around(self.whole.rate, people, z)

    def at(self, place: Place) -> tuple[Point, ...]:
        """The units at that place, the largest first."""
        return tuple(sorted((point for point in self.points if point.place is place), key=lambda p: -p.people))


def wilson(share: float, people: int, z: float) -> tuple[float, float]:
    """Wilson's limits around `share` (0..1) for `people` (1 or more) at `z` standard deviations, within 0..1."""
    spread = z * z / people
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / people + spread / (4 * people)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def around(rate: tuple[float | None, float | None], people: int, z: float) -> Limits:
    """Wilson's limits around a rate of which only bounds are known: none of the rates between them lies outside."""
    low, high = rate
    lower = wilson(min(low or 0.0, 1.0), people, z)[0]
    return Limits(lower, None if high is None else wilson(min(high, 1.0), people, z)[1])


def funnel(figures: pl.DataFrame) -> Funnel | None:
    """The funnel of OPD whose `signed_rate` these figures are; null where fewer than two of them can be compared.

    The rate compared with is that of the OPD that reported, taken together: the silent ones would move it by what
    nobody knows.
    """
    reported = figures.filter(pl.col("state") == State.NILAI)
    usable = reported.filter(pl.col("denominator_low") > 0, pl.col("low").is_not_null())
    if usable.height < 2:
        return None
    whole = added(usable)
    points = tuple(
        Point(code, name, people, low, high, _place(whole.rate, people, low, high))
        for code, name, people, low, high in usable.select("code", "name", "denominator_low", "low", "high").iter_rows()
    )
    return Funnel(whole, points, reported.height - usable.height)


def _place(rate: tuple[float | None, float | None], people: int, low: float, high: float | None) -> Place:
    """Outside only where the whole of the unit's bounds is outside."""
    usual, wide = around(rate, people, Z_95), around(rate, people, Z_998)
    if high is not None and high < usual.low:
        return Place.FAR_BELOW if high < wide.low else Place.BELOW
    if usual.high is not None and wide.high is not None and low > usual.high:
        return Place.FAR_ABOVE if low > wide.high else Place.ABOVE
    return Place.WITHIN
