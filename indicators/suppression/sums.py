"""What small groups add up to: a report that names each of them still gives its total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from indicators.suppression.groups import ASN, GROUPS, TIERS, TYPES, UNIT, group, nobody

MEASURES: Final = ("pledged", "signed")
BOUNDS: Final = tuple(f"{measure}_{end}" for measure in MEASURES for end in ("low", "high"))
REPORT: Final = ("campaign_id", *UNIT, "as_of")
"""What one unit states of one day, however many rows it takes."""

_STEPS: Final = (
    {group(kind): tuple(group(kind, tier) for tier in TIERS) for kind in TYPES},
    {group(ASN): tuple(group(kind) for kind in TYPES)},
    {group(ASN): tuple(group(ASN, tier) for tier in TIERS)},
)
"""Totals and their parts, each step on what the one before it found."""
_TOTALS: Final = (group(ASN), *(group(kind) for kind in TYPES))


def sums(rows: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """The totals that may be seen, of the reports in `rows` (`REPORT`, `group`, `BOUNDS`): the same columns.

    A total as it is stated, else the sum of its parts; never of some of them. `units` has what `visible` gives.
    """
    known = rows.filter(pl.any_horizontal(pl.col(f"{measure}_low").is_not_null() for measure in MEASURES))
    wide = known.pivot(
        "group", GROUPS, index=REPORT, values=BOUNDS, aggregate_function=pl.element().first(), separator=" "
    ).join(units, on=UNIT, how="inner")
    for totals in _STEPS:
        wide = wide.with_columns(
            bound for name, parts in totals.items() for measure in MEASURES for bound in _total(measure, name, parts)
        )
    return pl.concat(
        wide.filter(f"sees {name}").select(
            *REPORT, pl.lit(name).alias("group"), *(_of(end, name).alias(end) for end in BOUNDS)
        )
        for name in _TOTALS
    ).filter(pl.any_horizontal(pl.col(f"{measure}_low").is_not_null() for measure in MEASURES))


def _of(end: str, name: str) -> pl.Expr:
    return pl.col(f"{end} {name}")


def _total(measure: str, name: str, parts: Sequence[str]) -> tuple[pl.Expr, pl.Expr]:
    """The bounds of a total: stated, or added up where every part is stated or has nobody in it."""
    low, high = f"{measure}_low", f"{measure}_high"
    stated = [_of(low, part).is_not_null() for part in parts]
    is_whole = pl.any_horizontal(stated) & pl.all_horizontal(
        is_stated | nobody(part) for is_stated, part in zip(stated, parts, strict=True)
    )
    is_limited = pl.all_horizontal(
        ~is_stated | _of(high, part).is_not_null() for is_stated, part in zip(stated, parts, strict=True)
    )
    is_said = _of(low, name).is_not_null()
    return (
        pl.when(is_said)
        .then(_of(low, name))
        .when(is_whole)
        .then(pl.sum_horizontal(_of(low, part) for part in parts))
        .alias(f"{low} {name}"),
        pl.when(is_said)
        .then(_of(high, name))
        .when(is_whole & is_limited)
        .then(pl.sum_horizontal(_of(high, part) for part in parts))
        .alias(f"{high} {name}"),
    )
