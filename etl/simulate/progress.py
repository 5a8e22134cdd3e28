"""How the made-up units report people pledged and signed, in three waves; who is silent, and who is exempt."""

from __future__ import annotations

import datetime as dt

import numpy as np
import polars as pl

from warehouse.vocabulary import EmployeeType, Qualifier, Tier

WAVES = (dt.date(2024, 9, 15), dt.date(2024, 10, 15), dt.date(2024, 11, 15))
_WAVE_LIFT = (-1.4, 0.3, 1.7)
_TIER_LIFT = {
    Tier.PIMPINAN: 3.0,
    Tier.ADMINISTRATOR: 2.0,
    Tier.PENGAWAS: 1.0,
    Tier.PELAKSANA: 0.2,
    Tier.FUNGSIONAL: -0.2,
    Tier.SEMUA: 0.2,
}
_DONE = 0.94
"""From this share on, a unit has gathered everyone."""
_APPROXIMATE, _AT_LEAST = 0.05, 0.001
"""Share of the counts printed as about, and of the units that print a large count as at least."""


def manners(regions: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    """What each region is like: `region_code`, `manner` (reports, silent, exempt, unasked), `zeal`, `silence` (share of
    its units that report nothing)."""
    count = regions.height
    manner = random.choice(["reports", "silent", "exempt", "unasked"], count, p=[0.82, 0.10, 0.02, 0.06])
    return pl.DataFrame(
        {
            "region_code": regions["code"],
            "manner": manner,
            "zeal": random.normal(0.6, 0.9, count),
            "silence": random.beta(2, 10, count),
        }
    )


def conduct(units: pl.DataFrame, manners: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    """What each unit does: `opd_id`, `region_code`, `is_exempt`, `first` (wave of its first report; null = none),
    `lift` (zeal of the region and its own), `is_vague` (prints a large count as at least)."""
    count = units.height
    first = pl.Series(random.choice(len(WAVES), count, p=[0.4, 0.35, 0.25]))
    luck, is_exempt = pl.Series(random.random(count)), pl.Series(random.random(count) < 0.015)
    return (
        units.select("opd_id", "region_code")
        .join(manners, on="region_code", how="inner", maintain_order="left")
        .with_columns(
            is_exempt=is_exempt & (pl.col("manner") == "reports"),
            lift=pl.col("zeal") + pl.Series(random.normal(0, 0.8, count)),
            is_vague=pl.Series(random.random(count) < _AT_LEAST),
        )
        .select(
            "opd_id",
            "region_code",
            "is_exempt",
            "lift",
            "is_vague",
            first=pl.when((pl.col("manner") == "reports") & ~pl.col("is_exempt") & (luck >= pl.col("silence"))).then(
                first
            ),
        )
    )


def signatures(headcount: pl.DataFrame, conduct: pl.DataFrame, random: np.random.Generator) -> pl.DataFrame:
    """Cumulative counts a cell and wave: the columns of the signature table but campaign, source and batch."""
    waves = pl.DataFrame({"wave": range(len(WAVES)), "as_of": WAVES, "wave_lift": _WAVE_LIFT})
    tiers = pl.DataFrame({"tier": [tier.value for tier in _TIER_LIFT], "tier_lift": list(_TIER_LIFT.values())})
    rows = (
        headcount.join(conduct.drop("region_code"), on="opd_id", how="inner", maintain_order="left")
        .filter(pl.col("first").is_not_null())
        .join(tiers, on="tier", how="inner", maintain_order="left")
        .join(waves, how="cross", maintain_order="left")
        .filter(pl.col("wave") >= pl.col("first"))
    )
    people = rows["people"].to_numpy()
    lift = (rows["lift"] + rows["tier_lift"] + rows["wave_lift"]).to_numpy()
    signed, pledged = (_counted(people, lift + more) for more in (0.0, 0.9))
    chance = random.random(rows.height)
    is_big = rows["tier"].is_in([Tier.FUNGSIONAL, Tier.SEMUA]) & (rows["employee_type"] != EmployeeType.PPPK)
    is_vague = (rows["is_vague"] & is_big).to_numpy() & (signed >= 20)
    is_about = ~is_vague & (chance < _APPROXIMATE) & (signed >= 20)
    return rows.select("opd_id", "region_code", "employee_type", "tier", "as_of", unit_id="opd_id").with_columns(
        **_exact("pledged", pledged), **_printed("signed", signed, is_about, is_vague), method=pl.lit(None, pl.String)
    )


def _counted(people: np.ndarray, lift: np.ndarray) -> np.ndarray:
    share = 1 / (1 + np.exp(-lift))
    return np.where(share >= _DONE, people, np.floor(people * share + 0.5)).astype(np.int64)


def _exact(stem: str, count: np.ndarray) -> dict[str, pl.Series]:
    nobody = np.zeros(len(count), bool)
    return _printed(stem, count, nobody, nobody)


def _printed(stem: str, count: np.ndarray, is_about: np.ndarray, is_vague: np.ndarray) -> dict[str, pl.Series]:
    """A count as reports print it, with the bounds that the print allows: exact, about a round number, or at least."""
    rounded = np.round(count, -1)
    unit = 10 ** np.array([len(text) - len(text.rstrip("0")) for text in rounded.astype(str)])
    margin = np.minimum(unit / 2, rounded * 0.05)
    low = np.where(is_about, np.floor(rounded - margin), count).astype(np.int64)
    high = np.where(is_about, np.ceil(rounded + margin), count).astype(np.int64)
    frame = pl.DataFrame(
        {"low": low, "high": high, "shown": np.where(is_about, rounded, count), "about": is_about, "vague": is_vague}
    )
    shown = pl.col("shown")
    thousands = pl.format("{}.{}", shown // 1000, (shown % 1000).cast(pl.String).str.zfill(3))
    number = pl.when(shown >= 1000).then(thousands).otherwise(shown.cast(pl.String))
    word = pl.when("about").then(pl.lit("sekitar ")).when("vague").then(pl.lit("setidaknya ")).otherwise(pl.lit(""))
    qualifier = (
        pl.when("about")
        .then(pl.lit(Qualifier.APPROX.value))
        .when("vague")
        .then(pl.lit(Qualifier.AT_LEAST.value))
        .otherwise(pl.lit(Qualifier.EXACT.value))
    )
    return frame.select(
        pl.col("low").alias(f"{stem}_low"),
        pl.when(~pl.col("vague")).then("high").alias(f"{stem}_high"),
        pl.concat_str(word, number).alias(f"{stem}_stated"),
        qualifier.alias(f"{stem}_qualifier"),
    ).to_dict()
