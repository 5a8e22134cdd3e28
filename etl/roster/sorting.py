"""The rows of a large roster sorted out: who counts, who counts elsewhere, what is refused or waits. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

import polars as pl

from etl.ingest.rosters import verdict_in_cell
from etl.ingest.values import Verdict
from etl.roster import nip
from etl.roster.head import Head
from etl.roster.reduced import TIERS, people_of
from etl.roster.tally import CELLS, KEY, VERDICTS, bounded, groups, once, with_cells
from warehouse import contract

CELL = KEY[:3]
"""OPD, type and tier: the day is the same for the whole file."""

_WIDTHS = (32, 4, 8, 8, 2, 2)
"""Bits for the code of an OPD, a type, a tier, a verdict and two marks."""

_SAVED = (Verdict.NEW.value, Verdict.CHANGED.value)


@dataclass(frozen=True, slots=True)
class Sorted:
    """`counted`: a row a person. `others`: rows of people counted elsewhere, in the file or before. `left_out`: rows
    that are refused (`rule`) or wait (null). As `tally.once` gives them, `row` being the record's index."""

    counted: pl.DataFrame = field(repr=False)
    others: pl.DataFrame = field(repr=False)
    left_out: pl.DataFrame = field(repr=False)


def sort_out(
    records: pl.DataFrame, words: pl.DataFrame, units: pl.DataFrame, head: Head, stored: pl.DataFrame
) -> Sorted:
    """`words`: the units as `reduced` gives them, `units` what they come to, `stored` who was counted before."""
    opd, rule = (
        pl.Enum(texts.drop_nulls().unique().sort())
        for texts in (pl.concat([units["opd_id"], stored["opd_id"]]), units["rule"])
    )
    resolved = units.select("row", pl.col("rule").cast(rule), pl.col("opd_id").cast(opd))
    named = words.join(resolved, on="row", how="left", maintain_order="left").drop("row")
    everyone = people_of(records, named, head.block.given, head.form)
    fault = pl.col("fault").replace_strict(dict(enumerate(nip.FAULTS, 1)), default=None, return_dtype=pl.String)
    is_read = pl.col("opd_id").is_not_null() & (pl.col("fault") == 0) & pl.col("wrong").is_null()
    before = stored.with_columns(
        pl.col("opd_id").cast(opd), pl.col("employee_type").cast(nip.TYPES), pl.col("tier").cast(TIERS)
    )
    counted, others = once(with_cells(everyone.filter(is_read).drop("rule")), before)
    left_out = everyone.filter(~is_read).select(
        pl.col("row").cast(pl.Int64),
        pl.col("opd_id").cast(pl.String),
        rule=pl.coalesce(pl.col("rule").cast(pl.String), fault, pl.col("wrong").cast(pl.String)),
    )
    return Sorted(counted, others, left_out)


def grouped(people: Sorted) -> pl.DataFrame:
    """Everybody counted, in groups by cell and verdict."""
    by = [*CELL, "verdict"]
    told = ["pledged", "signed"]
    codes = [pl.col(name).to_physical().cast(pl.UInt64) for name in by]
    codes += [pl.col(name).cast(pl.UInt64).fill_null(2) for name in told]
    # One number a row is grouped many times faster than six columns; its first row says what it stands for.
    group = pl.lit(0, pl.UInt64())
    for code, width in zip(codes, _WIDTHS, strict=True):
        group = group * (1 << width) + code
    found = (
        people.counted.select(group=group).with_row_index("first").group_by("group").agg(pl.first("first"), pl.len())
    )
    alike = people.counted.select(*by, *told)[found["first"]].with_columns(found["len"].alias("people"))
    return groups(alike, by).with_columns(pl.col(by).cast(pl.String))


def cells_of(counted: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """The CELLS of everybody counted, from the groups."""
    days = units.select("as_of", "as_of_precision").drop_nulls().unique().head(1)
    return bounded(counted, CELL).join(days, how="cross").select(list(CELLS))


def tallied(counted: pl.DataFrame, people: Sorted, figures: pl.DataFrame) -> Mapping[Verdict, int]:
    """Rows of the file by verdict. `counted`: the groups; `figures`: the cells beside those of the store."""
    of_cell = figures.select(*CELL, cell="verdict").unique()
    counted = (
        counted.join(of_cell, on=CELL, how="left")
        .group_by(verdict_in_cell().alias("verdict"))
        .agg(pl.col("people").sum().cast(pl.UInt32).alias("len"))
    )
    others = people.others.group_by(pl.col("verdict").cast(pl.String)).len()
    refused = pl.when(pl.col("rule").is_null()).then(pl.lit("held")).otherwise(pl.lit("refused"))
    left_out = people.left_out.group_by(refused.alias("verdict")).len()
    found: Counter[Verdict] = Counter()
    for verdict, rows in pl.concat([counted, others, left_out], how="vertical_relaxed").iter_rows():
        found[Verdict(verdict)] += rows
    return found


def told(people: Sorted) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows to speak of, as `listing.listed` takes them: those refused, and those that are flagged or in conflict."""
    words = (
        pl.col("verdict", "rule", "opd_id", "other_opd_id").cast(pl.String),
        pl.col("row", "column", "other_row").cast(pl.Int64),
    )
    columns = ("row", "verdict", "rule", "opd_id", "column", "other_row", "other_opd_id")
    refused = people.left_out.filter(pl.col("rule").is_not_null()).with_columns(verdict=pl.lit(Verdict.REFUSED.value))
    flagged = people.counted.filter(pl.col("rule").is_not_null()).with_columns(
        other_row=pl.lit(None, pl.Int64()), other_opd_id=pl.lit(None, pl.String())
    )
    rows = [frame.with_columns(*words).select(columns) for frame in (flagged, people.others)]
    return refused, pl.concat(rows)


def keys(people: Sorted, figures: pl.DataFrame, campaign: str, key_id: str) -> pl.DataFrame:
    """The rows of `person_key` to load, texts as Enum: people who are new or changed in cells that are saved."""
    not_saved = figures.filter(~pl.col("verdict").is_in([*_SAVED, Verdict.SAME.value])).select(CELL).unique()
    is_fresh = pl.any_horizontal(pl.col("verdict") == pl.lit(one, VERDICTS) for one in _SAVED)
    rows = people.counted.filter(is_fresh).select("person", *CELL)
    if not_saved.height:
        not_saved = not_saved.select(pl.col(name).cast(rows.schema[name]) for name in CELL)
        rows = rows.join(not_saved, on=CELL, how="anti", maintain_order="left")
    region = cast("pl.Enum", rows.schema["opd_id"]).categories.str.split_exact("/", 1).struct[0]
    region = region.cast(pl.Enum(region.unique().sort()))
    columns = [name for name in contract.columns("person_key") if name != "batch_id"]
    return rows.with_columns(
        campaign_id=pl.lit(campaign, pl.Enum([campaign])),
        region_code=region.gather(rows["opd_id"].to_physical()),
        person_hash="person",
        key_id=pl.lit(key_id, pl.Enum([key_id])),
    ).select(columns)
