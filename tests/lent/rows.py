"""Rows of the warehouse as tests write them: what a row leaves out is null."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from warehouse import contract


def table(name: str, *rows: Mapping[str, Any]) -> pl.DataFrame:
    """A valid frame of a table from sparse rows, all of the batch `uji`."""
    return contract.checked(name, contract.frame(name, rows).with_columns(batch_id=pl.lit("uji")))
