"""Bounds as a sentence says them: `66,5 persen`, `antara 61 dan 74 persen`, `sedikitnya 252`, `paling banyak 40`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Final

from i18n import Text

Say = Callable[[float | None, float | None, Text], str]
"""Bounds to words. Both null = not known; upper null = no upper limit."""

_HUNDRED: Final = Decimal(100)


def count(low: float | None, high: float | None, t: Text) -> str:
    """Bounds of a count, in whole numbers. From 0 upward only the upper bound is said, because no count is less."""
    if low is not None and low == high:
        return t.number(low)
    return _said(t.number(low) if low else None, None if high is None else t.number(high), t)


def share(low: float | None, high: float | None, t: Text) -> str:
    """Bounds of a fraction in percent: one number with at most one decimal, two bounds rounded outward to whole ones.

    What is not all is never 100 percent and what is not nothing never 0: it has the decimals that it takes to say so.
    From 0 upward only the upper bound is said, because no share is less; without one either, nothing is known.
    """
    if low is not None and low == high:
        said = _percent(low, 1, ROUND_HALF_EVEN, t)
    elif not low and high is None:
        return t("not known")
    else:
        lower = _percent(low, 0, ROUND_FLOOR, t) if low else None
        said = _said(lower, None if high is None else _percent(high, 0, ROUND_CEILING, t), t)
    return t("{figure} percent", figure=said)


def _said(low: str | None, high: str | None, t: Text) -> str:
    if low is None and high is None:
        return t("not known")
    if high is None:
        return t("at least {figure}", figure=low)
    if low is None:
        return t("at most {figure}", figure=high)
    return t("between {low} and {high}", low=low, high=high)


def _percent(fraction: float, decimals: int, rounding: str, t: Text) -> str:
    """The fraction in percent, of as many decimals as asked for, and more where they would make a false 0 or 100."""
    exact = Decimal(repr(fraction)) * _HUNDRED
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding)
    if rounded != exact and rounded in (0, _HUNDRED):
        return _percent(fraction, decimals + 1, rounding, t)
    decimals = 0 if rounded == rounded.to_integral_value() and rounded == exact else decimals
    return t.number(float(rounded), decimals)
