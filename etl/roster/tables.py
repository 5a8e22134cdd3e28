"""Who was counted, as rows of the warehouse. Pure."""

from __future__ import annotations

import polars as pl

from etl.roster.secret import Secret
from warehouse import contract


def key_rows(counted: pl.DataFrame, campaign: str, secret: Secret) -> pl.DataFrame:
    """The rows of `person_key`, without `batch_id`, of people with their cell (`Roster.counted`)."""
    rows = counted.select(
        "opd_id",
        "employee_type",
        "tier",
        campaign_id=pl.lit(campaign),
        region_code=pl.col("opd_id").cast(pl.String).str.split_exact("/", 1).struct[0],
        person_hash="person",
        key_id=pl.lit(secret.key_id),
    )
    return rows.select(
        pl.col(name).cast(kind) for name, kind in contract.columns("person_key").items() if name != "batch_id"
    )
