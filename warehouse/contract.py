"""A frame held against its table's schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import polars as pl
from dataframely.exc import SchemaError

from warehouse.tables import TABLES


@cache
def columns(table: str) -> Mapping[str, pl.DataType]:
    """Columns of a table in their order, with their types."""
    return TABLES[table].create_empty().schema


@cache
def key(table: str) -> list[str]:
    """Columns that name one row of a table."""
    return TABLES[table].primary_key()


@cache
def partition_by(table: str) -> list[str]:
    """Columns by whose values a table's files are kept apart; none for most tables."""
    return list(TABLES[table].partition_by)


def frame(table: str, rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """Rows as a frame that `Store.load` takes (without `batch_id`); a column that a row leaves out is null."""
    return pl.DataFrame(list(rows), schema={name: kind for name, kind in columns(table).items() if name != "batch_id"})


def given(table: str, rows: pl.DataFrame | pl.LazyFrame, batch_id: str) -> pl.LazyFrame:
    """Rows of a batch, columns in the schema's order. Of a table without partitions they are checked.

    Those of a table with partitions have the right columns, texts as String or Enum; `warehouse.partitions` has the
    rows checked by `fitting`.
    """
    if table in TABLES and partition_by(table):
        rows = rows.lazy().with_columns(batch_id=pl.lit(batch_id, pl.Enum([batch_id])))
        checked(table, as_text(pl.DataFrame(schema=rows.collect_schema())))
        return rows.select(list(columns(table)))
    return checked(table, rows.lazy().with_columns(batch_id=pl.lit(batch_id)).collect()).lazy()


def fitting(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows as `given` hands them on, checked as by `checked`; raises the same.

    What a schema asks of a column is asked of its distinct values, for millions of rows come here. Tables with
    partitions have no rules over several columns but their key.
    """
    return rows if _fits(table, rows) else checked(table, as_text(rows))


def _fits(table: str, rows: pl.DataFrame) -> bool:
    within = [name for name in key(table) if name not in partition_by(table)]
    for name, column in TABLES[table].columns().items():
        values = rows.select(name) if name in within else as_text(rows.select(pl.col(name).unique()))
        rules = list(column.validation_rules(pl.col(name)).values())
        if rules and not values.select(pl.all_horizontal(rules).fill_null(value=True).all()).item():
            return False
    return _is_unique(rows, within) or _is_unique(rows, key(table))


def _is_unique(rows: pl.DataFrame, names: list[str]) -> bool:
    return rows.height == (rows[names[0]].n_unique() if len(names) == 1 else rows.select(names).n_unique())


def as_text(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with Enum columns as String."""
    return rows.cast({name: pl.String() for name, kind in rows.schema.items() if isinstance(kind, pl.Enum)})


def checked(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame, columns in the schema's order. Nothing is cast: "12" is not 12.

    Raises ValueError naming table, rule and the first rows' keys: a frame that reaches the warehouse and does not
    fit is our own bug, for what people give has been checked before.
    """
    if table not in TABLES:
        raise ValueError(f"unknown table {table!r}; known: {', '.join(TABLES)}")
    if unknown := set(frame.columns) - set(columns(table)):
        raise ValueError(f"{table}: unknown columns {sorted(unknown)}")
    try:
        failures = TABLES[table].filter(frame).failure
    except SchemaError as fault:
        raise ValueError(f"{table}: {fault}") from fault
    if counts := failures.counts():
        first = failures.invalid().select(key(table)).head(3).rows()
        raise ValueError(f"{table}: {', '.join(f'{rule} ({n} rows)' for rule, n in counts.items())}; first: {first}")
    return frame.select(list(columns(table)))
