"""Flat files: CSV with one header row, UTF-8, every cell text, an empty cell null, several values joined by `; `."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from etl.clean.counts import read_count
from etl.reconcile.fields import SEPARATOR
from etl.sources.bundled import faults
from etl.sources.bundled.faults import fault
from warehouse.tables import TABLES

Row = dict[str, Any]

_READERS: dict[type[pl.DataType], Callable[[str], Any]] = {
    pl.Date: dt.date.fromisoformat,
    pl.Int64: int,
    pl.Float64: float,
}
_EXAMPLES: dict[type[pl.DataType], str] = {
    pl.Date: "2023-11-24",
    pl.Int64: "8100",
    pl.Float64: "55.87",
    pl.List: "1; 2; 3",
}


def read_sheet(path: Path, table: str, also: tuple[str, ...] = ()) -> list[Row]:
    """The rows of a CSV file, typed as `table`'s columns; columns of `also` stay text. Raises BadInput.

    A file need not have every column of its table, but has none that neither the table nor `also` knows.
    """
    schema = schema_of(table)
    try:
        cells = pl.read_csv(path, infer_schema=False)
    except (PolarsError, OSError) as error:
        raise fault(faults.UNREADABLE, path, fault=error) from error
    unknown = [name for name in cells.columns if name not in schema and name not in also]
    if unknown:
        raise fault(faults.UNKNOWN_FIELD, path, field=unknown[0], known=", ".join([*schema, *also]))
    rows = []
    for number, row in enumerate(cells.iter_rows(named=True), start=2):
        cell = partial(_cell, path, str(number))
        rows.append({name: cell(name, text, schema.get(name, pl.String())) for name, text in row.items()})
    return rows


def schema_of(table: str) -> dict[str, pl.DataType]:
    """The columns of a table without the batch, which the load adds."""
    return {name: kind for name, kind in TABLES[table].create_empty().schema.items() if name != "batch_id"}


def with_count(path: Path, row: Row, name: str) -> Row:
    """The row with the bounds and the qualifier that its print `<name>_stated` has, unless it gives them itself."""
    stated, low, qualifier = row.get(f"{name}_stated"), row.get(f"{name}_low"), row.get(f"{name}_qualifier")
    if stated is None or low is not None or qualifier is not None:
        return row
    count = read_count(stated)
    if count is None:
        raise fault(
            faults.WRONG_VALUE,
            path,
            str(row["unit_id"]),
            value=stated,
            field=f"{name}_stated",
            example="kurang lebih 8.100",
        )
    return row | {
        f"{name}_low": count.low,
        f"{name}_high": count.high,
        f"{name}_qualifier": count.qualifier.value,
    }


def with_unit(row: Row) -> Row:
    """The row with the region and the OPD that its `unit_id` names: `33.03/dinas-kesehatan`, or `33.03` alone."""
    region, slash, _ = row["unit_id"].partition("/")
    return row | {"region_code": region, "opd_id": row["unit_id"] if slash else None}


def _cell(path: Path, number: str, name: str, text: str | None, kind: pl.DataType) -> Any:
    """One cell as its column's type; null where empty."""
    if text is None:
        return None
    try:
        if isinstance(kind, pl.List):
            read = _READERS.get(type(kind.inner), str)  # type: ignore[arg-type]  # the inner type may be given as a class
            return [read(part) for part in text.split(SEPARATOR)]
        return _READERS.get(type(kind), str)(text)
    except ValueError as error:
        example = _EXAMPLES[type(kind)]
        raise fault(faults.WRONG_VALUE, path, number, value=text, field=name, example=example) from error
