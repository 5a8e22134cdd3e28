"""A table as a typed frame, and as Parquet."""

from __future__ import annotations

import json
from io import BytesIO

import polars as pl

from briefings.stamp import Stamp
from briefings.table import Table
from exports.data import about
from exports.data.fields import fields, rows
from i18n import Text

METADATA = "ikrar"
"""The key of the file's metadata that holds title, notes, dictionary and stamp as JSON (`about.of_table`)."""

_TYPES: dict[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


def frame(table: Table, stamp: Stamp, t: Text) -> pl.DataFrame:
    """A row a row, a column a field, typed even where all are null. Raises TypeError for a value of another type."""
    schema = {field.key: _TYPES[field.type] for field in fields(table, t)}
    return pl.DataFrame(list(rows(table, stamp)), schema=schema, orient="row", strict=True)


def parquet(table: Table, stamp: Stamp, t: Text) -> bytes:
    """A table as Parquet. What it is and its stamp stand in the file's metadata, and the code in every row too."""
    buffer = BytesIO()
    told = json.dumps(about.of_table(table, stamp, t), ensure_ascii=False)
    frame(table, stamp, t).write_parquet(buffer, metadata={METADATA: told})
    return buffer.getvalue()
