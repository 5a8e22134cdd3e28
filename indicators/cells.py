"""Counts by employee type and tier made comparable: the newest of each cell, no person in two cells.

A cell is an employee type × tier; `ASN` holds PNS and PPPK, `semua` holds every tier. As sets of bits, one for each
PNS or PPPK tier, cells can be compared: a target split by tier with a count that is not, and the other way round.
"""

from __future__ import annotations

import polars as pl

from indicators.interval import Interval, known, total
from indicators.question import Question
from warehouse.vocabulary import EmployeeType, Qualifier, Tier

_TIERS = tuple(tier.value for tier in Tier if tier is not Tier.SEMUA)
_EACH = (1 << len(_TIERS)) - 1
_SHIFTS = {
    EmployeeType.PNS.value: (0,),
    EmployeeType.PPPK.value: (len(_TIERS),),
    EmployeeType.ASN.value: (0, len(_TIERS)),
}
_EVERYONE = (1 << 2 * len(_TIERS)) - 1
_TYPE_BITS = {"has_pns": _EACH, "has_pppk": _EACH << len(_TIERS)}

CELLS = pl.DataFrame(
    [
        (kind, tier, sum(bits << shift for shift in shifts))
        for kind, shifts in _SHIFTS.items()
        for tier, bits in [(Tier.SEMUA.value, _EACH), *((tier, 1 << place) for place, tier in enumerate(_TIERS))]
    ],
    schema={"employee_type": pl.String, "tier": pl.String, "bits": pl.Int64},
    orient="row",
)
"""The cells of ASN with their bits. NON_ASN is not among them: it enters no rate."""


def newest(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Of each unit's cell the newest row by the day asked for, with the cell's `bits`; NON_ASN drops out."""
    return (
        rows.filter(question.until_as_of("as_of"))
        .join(CELLS, on=["employee_type", "tier"], how="inner", validate="m:1")
        .sort("as_of")
        .unique(["unit_id", "bits"], keep="last")
    )


def without_overlap(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of which no two of one unit count the same person.

    Where cells of a unit overlap: of `semua` and single tiers the newer stays, `semua` on a tie; of `ASN` and its
    parts the newer stays, `ASN` on a tie or where only one of the two parts is known.
    """
    bits = pl.col("bits")
    # sets of bits are apart exactly where their sum is their union
    overlaps = rows.group_by("unit_id").agg(overlaps=bits.sum() != bits.bitwise_or()).filter("overlaps")
    if overlaps.is_empty():
        return rows
    return pl.concat(
        [
            rows.join(overlaps, on="unit_id", how="anti"),
            _chosen(rows.join(overlaps, on="unit_id", how="semi")),
        ]
    )


def _chosen(rows: pl.DataFrame) -> pl.DataFrame:
    day, is_semua = pl.col("as_of"), pl.col("tier") == Tier.SEMUA
    one_type = ["unit_id", "employee_type"]
    of_semua, of_tiers = (day.filter(cond).max().over(one_type) for cond in (is_semua, ~is_semua))
    by_tier = rows.filter(of_semua.is_null() | of_tiers.is_null() | (is_semua == (of_semua >= of_tiers)))
    kind = pl.col("employee_type")
    of_asn, of_pns, of_pppk = (day.filter(kind == one).max().over("unit_id") for one in ("ASN", "PNS", "PPPK"))
    has_parts = of_pns.is_not_null() & of_pppk.is_not_null()
    keeps_asn = ~has_parts | (of_asn >= pl.max_horizontal(of_pns, of_pppk))
    return by_tier.filter(of_asn.is_null() | ((kind == EmployeeType.ASN) == keeps_asn))


def compare(target: pl.DataFrame, done: pl.DataFrame) -> pl.DataFrame:
    """Targets beside counts, a row a unit: `unit_id`, `target_*`, `done_*`, `is_reported`.

    Both inputs: `unit_id`, `bits`, `low`, `high` without overlap; `done` also `qualifier`. Where a unit stated only
    some of its cells, `done` leaves the others open: none of them, or all (no upper bound without a target). Where it
    counts a type that its target lacks, the target has no upper bound. An unreported unit has `done` from 0 to its
    target.
    """
    done = _all_is_the_target(done, target)
    count = Interval(pl.col("low"), pl.col("high"))
    by_unit = done.group_by("unit_id").agg(
        *total(count).named("stated"),
        stated_bits=pl.col("bits").bitwise_or(),
        **{f"stated_{name}": ((pl.col("bits") & bits) != 0).any() for name, bits in _TYPE_BITS.items()},
    )
    common = pl.col("bits") & pl.col("stated_bits").fill_null(0)
    is_open = common == 0
    is_partly = ~is_open & (common != pl.col("bits"))
    targets = (
        target.join(by_unit.select("unit_id", "stated_bits"), on="unit_id", how="left")
        .group_by("unit_id")
        .agg(
            *total(count).named("target"),
            open_high=_sum_or_null(pl.col("high").filter(is_open)),
            begun_high=_sum_or_null(pl.col("high").filter(~is_open)),
            is_partly=is_partly.any(),
            **{name: ((pl.col("bits") & bits) != 0).any() for name, bits in _TYPE_BITS.items()},
        )
    )
    is_reported = pl.col("stated_bits").is_not_null()
    has_more_types = pl.any_horizontal(
        *(pl.col(f"stated_{name}").fill_null(value=False) & ~pl.col(name) for name in _TYPE_BITS)
    )
    # max_horizontal passes over nulls, but no upper bound on either side means none
    begun = pl.when(
        pl.col("is_partly") & pl.col("stated_high").is_not_null() & pl.col("begun_high").is_not_null()
    ).then(pl.max_horizontal("stated_high", "begun_high"))
    at_most = pl.when("is_partly").then(begun).otherwise("stated_high") + pl.col("open_high")
    return targets.join(by_unit, on="unit_id", how="full", coalesce=True).select(
        "unit_id",
        "target_low",
        pl.when(~has_more_types.fill_null(value=False)).then("target_high").alias("target_high"),
        done_low=pl.when(is_reported).then("stated_low").otherwise(0),
        done_high=pl.when(~is_reported)
        .then("target_high")
        .when(pl.col("target_low").is_null())
        .then(pl.when(pl.col("stated_bits") == _EVERYONE).then("stated_high"))
        .otherwise(at_most),
        is_reported=is_reported,
    )


def _all_is_the_target(done: pl.DataFrame, target: pl.DataFrame) -> pl.DataFrame:
    """`seluruh ASN` without a number stands for the target of its cells, where that is known."""
    everyone = done.filter(pl.col("low").is_null(), pl.col("qualifier") == Qualifier.ALL)
    meant = (
        everyone.select("unit_id", whole="bits")
        .join(target, on="unit_id", how="inner")
        .filter((pl.col("whole") | pl.col("bits")) == pl.col("whole"))
        .group_by("unit_id", bits="whole")
        .agg(*total(Interval(pl.col("low"), pl.col("high"))).named("meant"))
    )
    return done.join(meant, on=["unit_id", "bits"], how="left").with_columns(
        low=pl.coalesce("low", "meant_low"),
        high=pl.when(known(Interval(pl.col("low"), pl.col("high")))).then("high").otherwise("meant_high"),
    )


def _sum_or_null(values: pl.Expr) -> pl.Expr:
    """The sum, null where a part is null; 0 of nothing."""
    return pl.when(values.is_not_null().all()).then(values.sum())
