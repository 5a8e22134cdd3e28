"""Parquet: typed, and it says what it is."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import polars as pl
import pytest

from briefings.finding import Query, Reference
from briefings.stamp import Stamp
from briefings.table import Bounds, Table
from exports import data
from i18n import text
from indicators import Scope

SCHEMA = {
    "opd_name": pl.String,
    "target_count": pl.Int64,
    "as_of": pl.Date,
    "signed_rate_low": pl.Float64,
    "signed_rate_high": pl.Float64,
    "signed_rate_state": pl.String,
    "ikrar_code": pl.String,
    "data_as_of": pl.Date,
    "is_simulated": pl.Boolean,
}


@pytest.mark.parametrize("empty", [False, True])
def test_types_do_not_depend_on_the_rows(opd_table: Table, small_stamp: Stamp, *, empty: bool) -> None:
    table = replace(opd_table, rows=()) if empty else opd_table
    found = pl.read_parquet(data.parquet(table, small_stamp, text("id")))
    assert found.schema == SCHEMA
    assert found.height == len(table.rows)


def test_the_file_says_what_it_is(opd_table: Table, small_stamp: Stamp) -> None:
    content = data.parquet(opd_table, small_stamp, text("id"))
    told = json.loads(pl.read_parquet_metadata(io.BytesIO(content))["ikrar"])
    assert told["stamp"]["code"] == small_stamp.code
    assert told["stamp"]["indicator_versions"] == dict(small_stamp.versions)
    assert [field["name"] for field in told["fields"]] == list(SCHEMA)


def test_a_count_that_is_no_whole_number_is_refused(region_table: Table, small_stamp: Stamp) -> None:
    half = Bounds("nilai", 0.5, 1.0, "", Reference(Query("documented_events", Scope())))
    with pytest.raises(ValueError, match="no whole number"):
        data.parquet(replace(region_table, rows=(("33", "Jawa Tengah", half),)), small_stamp, text("id"))
