"""How figures are put into classes: at fixed limits, with as many regions in each, or where the values leave gaps."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]
Method = Literal["tetap", "kuantil", "alami"]
METHODS: tuple[Method, ...] = get_args(Method)

MOST: Final = 5
"""Classes of a map: more shades than these cannot be told apart in a legend."""

COUNTS: Final = (0.0, 1.0, 2.0, 4.0, 8.0)
RATES: Final = (0.0, 0.25, 0.5, 0.75, 0.95)
GRADES: Final = (0.0, 1.0, 2.0, 3.0)
"""Evidence grades as ranks: D 0, C 1, B 2, A 3."""
FIXED: Final[Mapping[str, tuple[float, ...]]] = {
    "evidence_grade": GRADES,
    "days_before_campaign": (-math.inf, 0, 30, 60, 90),
    "freshness_days": (0, 30, 90, 180, 365),
    "gap_people": (0, 1, 100, 500, 2_000),
    "opd_finished": (0, 1, 10, 25, 50),
    "points_covered": (0, 1, 2, 3, 4),
}
"""Where the fixed classes of an indicator begin; the others are rates or small counts."""
FIXED_OF_PROVINCES: Final[Mapping[str, tuple[float, ...]]] = {
    "gap_people": (0, 1, 1_000, 5_000, 20_000),
    "opd_finished": (0, 1, 100, 500, 1_000),
}
"""The same where a province adds up its kabupaten and kota."""
CEILINGS: Final[Mapping[str, float]] = {"points_covered": 4}
"""The largest value there can be; the others have none, or may go beyond 100 %."""

_STEP: Final = 1_000
"""Limits of fractions are kept to a tenth of a percent, as they are printed: what is read is what decides."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes of values: `starts` is where each begins, ascending; each ends where the next one begins.

    A value below the first start is in the first class. `is_fraction`: values are fractions 0..1. `distinct` is the
    number of different values that they were made from, null for fixed limits. `ceiling`: the largest value there can
    be, null = none.
    """

    method: Method
    starts: tuple[float, ...]
    is_fraction: bool
    distinct: int | None = None
    ceiling: float | None = None

    def place(self, value: float) -> int:
        """The class of a value, counted from 0."""
        return max(bisect_right(self.starts, value) - 1, 0)


def classes(
    method: Method, indicator: str, lows: Sequence[float], *, is_fraction: bool, of_provinces: bool = False
) -> Classes:
    """The classes for lower bounds of an indicator. Grades have one class each, whatever the method.

    Without a value to go by, fixed limits hold. Fewer classes than `MOST` where there are fewer different values.
    """
    distinct, ceiling = sorted(set(lows)), CEILINGS.get(indicator)
    if method == "tetap" or not distinct or indicator == "evidence_grade":
        return Classes("tetap", _fixed(indicator, is_fraction, of_provinces), is_fraction, ceiling=ceiling)
    found = quantile_starts(lows, MOST) if method == "kuantil" else natural_starts(lows, MOST)
    if is_fraction:
        found = [math.floor(round(start * _STEP, 6)) / _STEP for start in found]
    return Classes(method, tuple(sorted(set(found))), is_fraction, len(distinct), ceiling)


def _fixed(indicator: str, is_fraction: bool, of_provinces: bool) -> tuple[float, ...]:  # noqa: FBT001 (as `classes` was asked)
    own = FIXED_OF_PROVINCES.get(indicator) if of_provinces else None
    return own or FIXED.get(indicator) or (RATES if is_fraction else COUNTS)


def quantile_starts(values: Sequence[float], most: int) -> list[float]:
    """Where classes of equally many values begin. Equal values stay together, so there may be fewer classes."""
    ordered = sorted(values)
    return sorted({ordered[math.ceil(place * len(ordered) / most)] for place in range(min(most, len(ordered)))})


def natural_starts(values: Sequence[float], most: int) -> list[float]:
    """Where the classes begin that leave the least squared deviation from their means (Fisher's exact optimum).

    The first of several optima. Takes time with the square of the different values: 514 of them some milliseconds.
    """
    distinct, weight = np.unique(np.asarray(values, dtype=np.float64), return_counts=True)
    size = distinct.size
    groups = min(most, size)
    centred = distinct - distinct.mean()  # small numbers keep their digits when squares are subtracted
    weights, sums, squares = (
        np.concatenate(([0.0], np.cumsum(weight * power))) for power in (np.ones(size), centred, centred**2)
    )

    def cost(first: Indices, end: int) -> Numbers:
        """Squared deviation of the values `first`..`end - 1` from their mean, for each `first`."""
        total = sums[end] - sums[first]
        deviation: Numbers = squares[end] - squares[first] - total**2 / (weights[end] - weights[first])
        return deviation

    best = np.full((groups + 1, size + 1), np.inf)
    best[0, 0] = 0.0
    begin = np.zeros((groups + 1, size + 1), dtype=np.int64)
    for group in range(1, groups + 1):
        for end in range(group, size + 1):
            first = np.arange(group - 1, end)
            through = best[group - 1, first] + cost(first, end)
            chosen = int(np.argmin(through))
            best[group, end], begin[group, end] = through[chosen], first[chosen]
    starts, end = [], size
    for group in range(groups, 0, -1):
        end = int(begin[group, end])
        starts.append(float(distinct[end]))
    return starts[::-1]
