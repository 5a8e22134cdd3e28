"""The counts, and what sources claimed of them, without those that may not be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from indicators.suppression.beside import second_cells, with_sight
from indicators.suppression.groups import of_groups, sizes
from indicators.suppression.sums import MEASURES, REPORT, sums
from indicators.suppression.visible import visible
from warehouse.frames import Frames
from warehouse.vocabulary import EmployeeType, Qualifier

WITHHELD: Final = "withheld"
"""The qualifier of a count that was taken away; no table has it, it is only in frames made for somebody to see."""


def taken_away(frames: Frames, threshold: int) -> Frames:
    """The frames with every count of fewer than `threshold` people taken away, and with as many others as it takes that
    nobody can work it out. The same frames where there is nothing to take.

    A row that is taken away keeps its key and its source: that something was reported is no secret. A total that was
    stated only by its parts comes beside them, of the weakest source of the parts.
    """
    counts = of_groups(frames.signature)
    units = second_cells(visible(sizes(frames), threshold), counts, threshold)
    rows = with_sight(counts, units)
    seen, hidden = rows.filter("is_seen"), rows.filter(~pl.col("is_seen"))
    if hidden.is_empty():
        return frames
    touched = rows.join(hidden, on=REPORT, how="semi").filter(~pl.col("is_given_away"))
    totals = sums(touched, units)
    stated = _completed(seen, totals)
    more = _as_rows(totals.join(seen, on=[*REPORT, "group"], how="anti"), touched, frames)
    columns = frames.signature.columns
    left = pl.concat(part.select(columns) for part in (stated, more, _emptied(hidden)))
    return replace(frames, signature=left, claim=_silent(frames.claim, hidden))


def _emptied(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows without their numbers: `WITHHELD` in place of those that there were."""
    taken = {
        measure: pl.any_horizontal(pl.col(f"{measure}_low", f"{measure}_qualifier").is_not_null())
        for measure in MEASURES
    }
    nothing = [f"{measure}_{part}" for measure in MEASURES for part in ("low", "high", "stated")]
    return rows.with_columns(
        *(pl.lit(None, rows.schema[name]).alias(name) for name in nothing),
        *(pl.when(had).then(pl.lit(WITHHELD)).alias(f"{measure}_qualifier") for measure, had in taken.items()),
    )


def _silent(claims: pl.DataFrame, hidden: pl.DataFrame) -> pl.DataFrame:
    """The claims without the values of those on counts of a unit that has a hidden one: a count that was decided
    against is no less of the same people."""
    is_count = pl.col("field").is_in(MEASURES) & pl.col("subject_id").is_in(hidden["unit_id"].unique().implode())
    return claims.with_columns(
        pl.when(~is_count).then(name).alias(name) for name in ("value", "stated", "span_start", "span_end")
    )


def _completed(rows: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """The rows with the measures that only their parts state."""
    both = rows.join(totals, on=[*REPORT, "group"], how="left", suffix="_sum", validate="1:1")
    for measure in MEASURES:
        is_missing = pl.col(f"{measure}_low").is_null() & pl.col(f"{measure}_qualifier").is_null()
        said = both.with_columns(
            pl.when(is_missing).then(f"{measure}_{end}_sum").otherwise(f"{measure}_{end}").alias(f"{measure}_{end}")
            for end in ("low", "high")
        )
        both = said.with_columns(pl.coalesce(f"{measure}_qualifier", _qualifier(measure)))
    return both


def _as_rows(totals: pl.DataFrame, parts: pl.DataFrame, frames: Frames) -> pl.DataFrame:
    """Totals as rows of the table: whose they are, and where the parts were read."""
    origin = (
        parts.join(frames.source.select("source_id", "grade"), on="source_id", how="left")
        .sort("grade", "source_id", "group")
        .group_by(REPORT)
        .agg(pl.col("region_code", "opd_id", "batch_id", "source_id").last())
    )
    kind = (
        pl.when("is_outside")
        .then(pl.lit(EmployeeType.NON_ASN.value))
        .otherwise(pl.col("group").str.split(" ").list.first())
    )
    return totals.join(origin, on=REPORT, how="inner", validate="m:1").with_columns(
        employee_type=kind,
        tier=pl.col("group").str.split(" ").list.last(),
        method=pl.lit(None, pl.String),
        **{f"{measure}_stated": pl.lit(None, pl.String) for measure in MEASURES},
        **{f"{measure}_qualifier": _qualifier(measure) for measure in MEASURES},
    )


def _qualifier(measure: str) -> pl.Expr:
    """What the bounds of a sum are called."""
    low, high = pl.col(f"{measure}_low"), pl.col(f"{measure}_high")
    return (
        pl.when(low.is_null())
        .then(None)
        .when(high.is_null())
        .then(pl.lit(Qualifier.AT_LEAST.value))
        .when(low == high)
        .then(pl.lit(Qualifier.EXACT.value))
        .otherwise(pl.lit(Qualifier.APPROX.value))
    )
