"""Candidates held against their rules."""

from __future__ import annotations

import dataframely as dy
import polars as pl


def broken(schema: type[dy.Schema], candidates: pl.DataFrame) -> pl.DataFrame:
    """The candidates that break a rule, with `rule`: the first, in the schema's order, that each breaks."""
    columns = schema.column_names()
    details = schema.filter(candidates.select(columns)).failure.details()
    rules = [name for name in details.columns if name not in columns]
    if details.is_empty():
        return details.select(*columns, rule=pl.lit(None, dtype=pl.String))
    first = pl.coalesce(pl.when(pl.col(rule).cast(pl.String) == "invalid").then(pl.lit(rule)) for rule in rules)
    return details.select(*columns, rule=first)
