"""A region's own counts beside those of its units: what is left when the units that are seen are taken from them."""

from __future__ import annotations

from typing import Final

import polars as pl

from indicators.suppression.groups import ASN, GROUPS, UNIT, group

_GOVERNMENT: Final = ("region_code", "is_outside")
_ELECTION: Final = ("campaign_id", *_GOVERNMENT)
_TOTAL: Final = group(ASN)
_IS_OPD: Final = pl.col("opd_id").is_not_null()
_HAS_COUNT: Final = pl.col("pledged_low").is_not_null() | pl.col("signed_low").is_not_null()


def second_cells(units: pl.DataFrame, counts: pl.DataFrame, threshold: int) -> pl.DataFrame:
    """`units` (see `visible`) with `is_second`: one more unit of a region that sees nothing, where that is needed.

    Where a region states a total of itself, and its units that are too small are too few people even together, the
    total would give them away. The second unit is the first one that is large enough, in the order of codes: by size,
    another one would be chosen when sizes change, and both would have been seen. `has_small`: a unit of its region is
    too small.
    """
    size = pl.col(_TOTAL)
    units_of_it = units.filter(_IS_OPD, size.is_not_null())
    small = units_of_it.filter(size < threshold)
    too_few = (
        small.group_by(_GOVERNMENT)
        .agg(size.sum())
        .filter(size < threshold)
        .join(counts.filter(~_IS_OPD, _HAS_COUNT), on=_GOVERNMENT, how="semi")
    )
    second = (
        units_of_it.filter(size >= threshold)
        .join(too_few, on=_GOVERNMENT, how="semi")
        .group_by(_GOVERNMENT)
        .agg(pl.col("unit_id").min())
        .select("unit_id", "is_outside", is_second=True)
    )
    return (
        units.join(second, on=UNIT, how="left")
        .join(small.select(*_GOVERNMENT, has_small=True).unique(), on=_GOVERNMENT, how="left")
        .with_columns(pl.col("is_second", "has_small").fill_null(value=False))
        .with_columns(pl.col(f"sees {name}") & ~pl.col("is_second") for name in GROUPS)
    )


def with_sight(counts: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """The rows of `counts` with `is_seen`, and `is_given_away`: counts of a region as a whole beside counts of its OPD,
    one of which is too small. Which of them was seen when it was larger, beside which total, nobody can tell.

    Counts of a region by type or tier are not seen beside such counts of its OPD: with the totals of the units, they
    would give small groups away.
    """
    seen = pl.coalesce(pl.when(pl.col("group") == name).then(f"sees {name}") for name in GROUPS)
    numbers = counts.filter(_HAS_COUNT)
    beside_small = units.filter(_IS_OPD, "has_small")
    given_away = numbers.join(beside_small, on=UNIT, how="semi").select(_ELECTION).unique()
    split = numbers.filter(_IS_OPD, pl.col("group") != _TOTAL).select(_ELECTION).unique()
    return (
        counts.join(units.select(*UNIT, "^sees .*$"), on=UNIT, how="left")
        .join(given_away.with_columns(is_given_away=True), on=_ELECTION, how="left")
        .join(split.with_columns(is_split=True), on=_ELECTION, how="left")
        .with_columns(pl.col("is_given_away", "is_split").fill_null(value=False) & ~_IS_OPD)
        .with_columns(is_seen=seen & ~pl.col("is_given_away") & ((pl.col("group") == _TOTAL) | ~pl.col("is_split")))
        .drop("^sees .*$", "is_split")
    )
