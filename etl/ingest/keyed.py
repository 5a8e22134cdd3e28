"""Figures with their keys: employee type, tier and day as the cell, the column or the row has them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from etl.ingest.days import KEPT_PRECISION
from etl.ingest.figures import MEASURES
from etl.recognise.layout import Block
from etl.recognise.words import people_meant
from warehouse.vocabulary import EmployeeType, Tier

_COLUMN: Mapping[str, pl.DataType] = {
    "block": pl.Int64(),
    "column": pl.Int64(),
    "column_type": pl.String(),
    "column_tier": pl.String(),
    "column_day": pl.Date(),
    "column_precision": pl.String(),
    "people_meant": pl.String(),
}


def keyed(
    cells: pl.DataFrame,
    unsettled: pl.DataFrame,
    lines: pl.DataFrame,
    blocks: Sequence[Block],
    measure_days: pl.DataFrame,
) -> pl.DataFrame:
    """One row a figure of a data row, with its key. A figure whose column awaits an answer breaks no rule yet."""
    of_column = [
        (
            place,
            column.index,
            column.employee_type,
            column.tier,
            column.as_of and column.as_of.high,
            column.as_of and column.as_of.precision,
            people_meant(column.heading.lower()),
        )
        for place, block in enumerate(blocks)
        for column in block.of(*MEASURES[block.kind])
    ]
    columns = pl.DataFrame(of_column, schema=_COLUMN, orient="row")
    is_own_day = pl.col("day_source") == "row"
    day = pl.when(is_own_day | pl.col("column_day").is_null()).then("day_high").otherwise("column_day")
    precision = pl.when(is_own_day | pl.col("column_precision").is_null()).then("day_precision")
    open_cells = unsettled.with_columns(is_unsettled=pl.lit(value=True))
    figures = (
        cells.join(columns, on=["block", "column"], maintain_order="left")
        .join(lines, on=["block", "row"], maintain_order="left")
        .join(open_cells, on=["block", "row", "column"], how="left", maintain_order="left")
        .join(
            measure_days.select("line", "field", own_day="day_high", own_precision="day_precision"),
            on=["line", "field"],
            how="left",
            maintain_order="left",
        )
    )
    found = figures.with_columns(
        pl.col("low", "high").cast(pl.Int64),
        employee_type=pl.coalesce("read_type", "column_type", "employee_type", pl.lit(EmployeeType.ASN.value)),
        tier=pl.coalesce("read_tier", "column_tier", "tier", pl.lit(Tier.SEMUA.value)),
        as_of=pl.coalesce("own_day", day),
        as_of_precision=pl.coalesce("own_precision", precision.otherwise("column_precision")).replace_strict(
            {str(name): kept for name, kept in KEPT_PRECISION.items()}, default="day", return_dtype=pl.String
        ),
        cell_rule=pl.when(pl.col("is_unsettled").is_null()).then("rule"),
    )
    return _added_up(found.sort("line", "column"))


def _added_up(figures: pl.DataFrame) -> pl.DataFrame:
    """Columns of one row that count different people of one key (CPNS beside PNS) as one figure, in the first's place.

    Only where their headings name different people; else they contradict each other. A cell that breaks a rule stays
    what it is, and so its row is refused for it; a blank one adds nothing.
    """
    key = ("line", "field", "employee_type", "tier", "as_of")
    adds = (pl.len().over(key) > 1) & (pl.col("people_meant").n_unique().over(key) == pl.len().over(key))
    several = figures.filter(adds)
    if several.is_empty():
        return figures
    given = pl.col("low").is_not_null() | pl.col("high").is_not_null()
    first = several.sort("line", pl.col("cell_rule").is_null(), "column").unique(key, maintain_order=True)
    is_unlimited = (given & pl.col("high").is_null()).any()
    sums = several.group_by(key, maintain_order=True).agg(
        sum_low=pl.when(given.any()).then(pl.col("low").sum()),
        sum_high=pl.when(given.any() & ~is_unlimited).then(pl.col("high").sum()),
        sum_stated=pl.col("stated").filter(given).str.join(" + "),
        sum_heading=pl.col("heading").str.join(" + "),
        sum_qualifier=pl.col("qualifier").drop_nulls().first(),
        any_unsettled=pl.col("is_unsettled").any(),
    )
    is_sound = pl.col("cell_rule").is_null()
    merged = first.join(sums, on=key, how="left", maintain_order="left", nulls_equal=True).with_columns(
        pl.when(is_sound).then("sum_low").otherwise("low").alias("low"),
        pl.when(is_sound).then("sum_high").otherwise("high").alias("high"),
        pl.when(is_sound & (pl.col("sum_stated") != "")).then("sum_stated").otherwise("stated").alias("stated"),
        pl.when(is_sound).then("sum_heading").otherwise("heading").alias("heading"),
        pl.when(is_sound).then("sum_qualifier").otherwise("qualifier").alias("qualifier"),
        is_unsettled=pl.when("any_unsettled").then(pl.lit(value=True)),
    )
    alone = figures.filter(~adds)
    return pl.concat([alone, merged.select(figures.columns)]).sort("line", "column")
