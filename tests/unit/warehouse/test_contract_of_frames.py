"""A frame held against its schema before it is written."""

from __future__ import annotations

import polars as pl
import pytest

from warehouse import contract

ROW = {"event_id": "e", "region_code": "33", "role": "place"}


def _checked(rows: pl.DataFrame) -> pl.DataFrame:
    return contract.checked("event_region", rows.with_columns(batch_id=pl.lit("b-1")))


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (contract.frame("event_region", [ROW, ROW]), "event_region: primary_key .2 rows.*'e'"),
        (contract.frame("event_region", [ROW | {"event_id": None}]), "event_id.nullability"),
        (contract.frame("event_region", [ROW | {"role": "guest"}]), "role.check__in_role"),
        (pl.DataFrame([ROW]).drop("role"), "missing columns"),
        (pl.DataFrame([ROW]).with_columns(region_code=pl.lit(33)), "region_code.*got: Int"),
        (pl.DataFrame([ROW]).with_columns(role=pl.col("role").cast(pl.Enum(["place"]))), "role.*got: Enum"),
        (pl.DataFrame([ROW]).with_columns(role=pl.lit(None)), "role.*got: Null"),
        (pl.DataFrame([ROW]).with_columns(extra=pl.lit(1)), "unknown columns .'extra'"),
    ],
    ids=[
        "same key twice",
        "null key",
        "unknown word",
        "column missing",
        "number for text",
        "enum",
        "null type",
        "extra",
    ],
)
def test_what_does_not_fit_is_named(rows: pl.DataFrame, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        _checked(rows)


def test_text_is_never_cast_into_a_number() -> None:
    rows = contract.frame("source", []).select(pl.lit("12").alias("row"), pl.lit("1").alias("refused_id"))
    with pytest.raises(ValueError, match="refused"):
        contract.checked("refused", rows)


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(ValueError, match="unknown table 'events'"):
        contract.checked("events", pl.DataFrame())


def test_columns_come_in_the_order_of_the_schema() -> None:
    rows = contract.frame("event_region", [ROW]).select("role", "region_code", "event_id")
    assert _checked(rows).columns == list(contract.columns("event_region"))
