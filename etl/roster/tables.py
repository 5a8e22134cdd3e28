"""Counts of a roster as rows of the warehouse. Pure."""

from __future__ import annotations

import datetime as dt

import polars as pl

from etl.roster.secret import Secret
from etl.roster.tally import Roster
from warehouse import contract
from warehouse.vocabulary import Qualifier


def tables(
    roster: Roster, *, campaign: str, as_of: dt.date, precision: str, source_id: str, secret: Secret
) -> dict[str, pl.DataFrame]:
    """Rows of `headcount`, `signature` (cells in which anybody is marked) and `person_key`, without `batch_id`."""
    cells = roster.cells.with_columns(
        campaign_id=pl.lit(campaign),
        unit_id="opd_id",
        region_code=region_of("opd_id"),
        as_of=pl.lit(as_of),
        as_of_precision=pl.lit(precision),
        source_id=pl.lit(source_id),
        people_low="people",
        people_high="people",
        people_qualifier=pl.lit(Qualifier.EXACT.value),
        **{
            f"{name}_qualifier": pl.when(pl.col(f"{name}_low") == pl.col(f"{name}_high")).then(
                pl.lit(Qualifier.EXACT.value)
            )
            for name in ("pledged", "signed")
        },
    )
    is_marked = pl.any_horizontal(pl.col("pledged_low", "signed_low").is_not_null())
    return {
        "headcount": _fitted("headcount", cells),
        "signature": _fitted("signature", cells.filter(is_marked)),
        "person_key": _fitted(
            "person_key",
            roster.counted.rename({"person": "person_hash"}).with_columns(
                campaign_id=pl.lit(campaign), region_code=region_of("opd_id"), key_id=pl.lit(secret.key_id)
            ),
        ),
    }


def region_of(opd_id: str) -> pl.Expr:
    """The region that an OPD's id names."""
    return pl.col(opd_id).str.split_exact("/", 1).struct[0]


def _fitted(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    kinds = {name: kind for name, kind in contract.columns(table).items() if name != "batch_id"}
    return rows.select(
        pl.col(name).cast(kind) if name in rows.columns else pl.lit(None, kind).alias(name)
        for name, kind in kinds.items()
    )
