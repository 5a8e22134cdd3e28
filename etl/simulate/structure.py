"""The made-up units of every region and the people in them."""

from __future__ import annotations

import numpy as np
import polars as pl

from etl.simulate.agencies import AGENCIES, SUBDISTRICT, SUBDISTRICTS, posts
from warehouse.vocabulary import EmployeeType, OpdKind, Tier

SPLIT_BY_TIER = 0.88
"""Share of the regions that state PNS, PPPK and tiers apart; the others state ASN as one number."""
CELLS = (
    *((EmployeeType.PNS.value, tier.value) for tier in Tier if tier is not Tier.SEMUA),
    (EmployeeType.PPPK.value, Tier.PELAKSANA.value),
    (EmployeeType.PPPK.value, Tier.FUNGSIONAL.value),
)


def units(regions: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    """A row a unit: `opd_id`, `region_code`, `name`, `kind`, `weight` (people, before they are made to add up), `pppk`,
    `fungsional`. `regions`: `code`, `level`, `population`."""
    count = regions.height
    population = regions["population"].fill_null(regions["population"].median()).to_numpy().astype(float)
    is_province = (regions["level"] == "provinsi").to_numpy()
    size = np.where(is_province, (population / 5e6) ** 0.35, (population / 4e5) ** 0.5).clip(0.45, 1.8)
    base = regions.select(region_code="code", is_province=pl.Series(is_province), size=pl.Series(size))
    has = random.random((count, len(AGENCIES))) < np.array([agency.share for agency in AGENCIES])
    variant = random.integers(0, [len(agency.names) for agency in AGENCIES], (count, len(AGENCIES)))
    chosen = pl.DataFrame(
        {
            "region_code": np.repeat(regions["code"].to_numpy(), len(AGENCIES)),
            "agency": np.tile(np.arange(len(AGENCIES)), count),
            "variant": variant.ravel(),
            "has": has.ravel(),
        }
    ).filter("has")
    people = pl.when("is_province").then("in_provinsi").otherwise("in_kabupaten")
    offices = (
        chosen.join(posts(), on=["agency", "variant"], how="inner", maintain_order="left")
        .join(base, on="region_code", how="inner", maintain_order="left")
        .with_columns(people=people)
        .filter(pl.col("people") > 0)
    )
    subdistricts = (
        base.filter(~pl.col("is_province"))
        .with_columns(
            number=pl.Series(random.integers(SUBDISTRICTS.start, SUBDISTRICTS.stop, int((~is_province).sum())))
        )
        .with_columns(number=pl.int_ranges(1, pl.col("number") + 1))
        .explode("number")
        .with_columns(
            name=pl.format(SUBDISTRICT.names[0] + " {}", "number"),
            slug=pl.format("kecamatan-contoh-{}", "number"),
            kind=pl.lit(OpdKind.KECAMATAN.value),
            people=pl.lit(SUBDISTRICT.in_kabupaten),
            pppk=pl.lit(SUBDISTRICT.pppk),
            fungsional=pl.lit(SUBDISTRICT.fungsional),
        )
    )
    columns = ["region_code", "name", "slug", "kind", "people", "size", "pppk", "fungsional"]
    both = pl.concat([offices.select(columns), subdistricts.select(columns)], how="vertical_relaxed")
    both = both.sort("region_code", "slug")
    spread = random.lognormal(0, 0.22, both.height)
    return both.select(
        pl.format("{}/{}", "region_code", "slug").alias("opd_id"),
        "region_code",
        "name",
        "kind",
        (pl.col("people") * pl.col("size") * pl.Series(spread)).alias("weight"),
        "pppk",
        "fungsional",
    )


def apportioned(weights: np.ndarray, people: int) -> np.ndarray:
    """Whole people in proportion to the weights that add up to `people` exactly (largest remainders)."""
    exact = weights / weights.sum() * people
    whole: np.ndarray = np.floor(exact).astype(np.int64)
    missing = people - int(whole.sum())
    whole[np.argsort(whole - exact, kind="stable")[:missing]] += 1
    return whole


def headcounts(units: pl.DataFrame, people: int, random: np.random.Generator) -> pl.DataFrame:
    """The people of each unit's cells: `opd_id`, `region_code`, `employee_type`, `tier`, `people`. They add up exactly.

    Cells of nobody are left out, but every unit has a row.
    """
    total = apportioned(units["weight"].to_numpy(), people)
    pppk = np.floor(total * units["pppk"].to_numpy() + random.random(len(total))).astype(np.int64).clip(0, total)
    pns, small = total - pppk, (units["kind"] == OpdKind.KECAMATAN).to_numpy()
    posts: list[np.ndarray] = []
    for wanted in (
        np.where(small, 0, 1),
        np.where(small, 2, (total * 0.05).round().clip(1, 6)),
        (total * 0.12).round().clip(1, 40),
    ):
        posts.append(np.minimum(wanted.astype(np.int64), pns - sum(posts, np.zeros_like(pns))))
    rest = pns - sum(posts, np.zeros_like(pns))
    experts = np.floor(rest * units["fungsional"].to_numpy()).astype(np.int64)
    pppk_experts = np.floor(pppk * units["fungsional"].to_numpy()).astype(np.int64)
    columns = [*posts, rest - experts, experts, pppk - pppk_experts, pppk_experts]
    regions = units["region_code"].unique(maintain_order=True)
    is_split = pl.DataFrame({"region_code": regions, "is_split": random.random(len(regions)) < SPLIT_BY_TIER})
    base = units.select("opd_id", "region_code").with_columns(total=pl.Series(total))
    base = base.join(is_split, on="region_code", how="inner", maintain_order="left")
    named = {f"{kind} {tier}": pl.Series(column) for (kind, tier), column in zip(CELLS, columns, strict=True)}
    cells = (
        base.with_columns(**named)
        .unpivot(list(named), index=["opd_id", "region_code", "is_split"], variable_name="cell", value_name="people")
        .filter("is_split", pl.col("people") > 0)
        .with_columns(pl.col("cell").str.split_exact(" ", 1).struct.rename_fields(["employee_type", "tier"]))
        .unnest("cell")
        .select("opd_id", "region_code", "employee_type", "tier", "people")
    )
    whole = base.filter(~pl.col("is_split") | (pl.col("total") == 0)).select(
        "opd_id",
        "region_code",
        employee_type=pl.lit(EmployeeType.ASN.value),
        tier=pl.lit(Tier.SEMUA.value),
        people="total",
    )
    return pl.concat([cells, whole]).sort("opd_id", "employee_type", "tier")
