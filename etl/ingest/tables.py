"""Good figures to rows of the warehouse. Pure."""

from __future__ import annotations

import polars as pl

from etl.ingest.values import Verdict
from warehouse import contract

_UNIT = ("unit_id", "employee_type", "tier", "as_of")


def headcount_rows(figures: pl.DataFrame, source_id: str) -> pl.DataFrame:
    """The rows of `headcount` that are new or changed. `figures`: those of good rows, with their verdict."""
    fresh = figures.filter(pl.col("field") == "people", pl.col("verdict").is_in(_FRESH)).unique(
        _UNIT, keep="first", maintain_order=True
    )
    return _table(
        "headcount",
        fresh.with_columns(
            people_low="low",
            people_high="high",
            people_stated="stated",
            people_qualifier="qualifier",
            source_id=pl.lit(source_id),
        ),
    )


def signature_rows(figures: pl.DataFrame, stored: pl.DataFrame, campaign: str | None, source_id: str) -> pl.DataFrame:
    """The rows of `signature` that are new or changed. A measure that the file does not bring stays as it is stored.

    `stored` is the table as the store holds it.
    """
    measures = figures.filter(pl.col("field").is_in(["pledged", "signed"]))
    fresh = measures.filter(pl.col("verdict").is_in(_FRESH)).select(_UNIT).unique(maintain_order=True)
    said = measures.join(fresh, on=_UNIT, how="semi", maintain_order="left")
    rows = said.unique(_UNIT, keep="first", maintain_order=True).drop("low", "high", "stated", "qualifier")
    before = stored.filter(pl.col("campaign_id").eq_missing(pl.lit(campaign, dtype=pl.String)))
    rows = rows.join(
        before.select(*_UNIT, pl.selectors.starts_with("pledged_", "signed_").name.prefix("was_"), was_method="method"),
        on=list(_UNIT),
        how="left",
        maintain_order="left",
    )
    for measure in ("pledged", "signed"):
        brought = (
            said.filter(pl.col("field") == measure)
            .unique(_UNIT, keep="first")
            .select(*_UNIT, *(pl.col(part).alias(f"{measure}_{part}") for part in _PARTS), brought=pl.lit(value=True))
        )
        rows = (
            rows.join(brought, on=list(_UNIT), how="left", maintain_order="left")
            .with_columns(
                pl.when(pl.col("brought").is_null())
                .then(f"was_{measure}_{part}")
                .otherwise(f"{measure}_{part}")
                .alias(f"{measure}_{part}")
                for part in _PARTS
            )
            .drop("brought")
        )
    return _table(
        "signature",
        rows.with_columns(
            campaign_id=pl.lit(campaign, dtype=pl.String),
            source_id=pl.lit(source_id),
            method=pl.coalesce("method", "was_method"),
        ),
    )


_PARTS = ("low", "high", "stated", "qualifier")
_FRESH = [Verdict.NEW.value, Verdict.CHANGED.value]


def _table(name: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The frame in the table's columns and types, without `batch_id`; a column that is not there is null."""
    wanted = {column: kind for column, kind in contract.columns(name).items() if column != "batch_id"}
    return rows.select(
        (pl.col(column) if column in rows.columns else pl.lit(None)).cast(kind).alias(column)
        for column, kind in wanted.items()
    )
