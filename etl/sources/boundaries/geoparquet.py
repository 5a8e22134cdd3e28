"""GeoParquet by Polars: one table whose geometry is WKB."""

from __future__ import annotations

import io
import json
from typing import Any

import polars as pl
import shapely

from etl.sources.boundaries.offers import Offer, as_shapes, text
from etl.sources.child.fault import Fault
from geo.boundaries.values import FeatureTable, Shapes

_CRS84 = "OGC:CRS84"
_ABSENT = object()


def offers(data: bytes) -> list[Offer]:
    """The one layer. Raises Fault for Parquet without `geo` metadata."""
    try:
        told = pl.read_parquet_metadata(io.BytesIO(data)).get("geo")
        schema = pl.read_parquet_schema(io.BytesIO(data))
        count = pl.scan_parquet(io.BytesIO(data)).select(pl.len()).collect().item()
    except pl.exceptions.PolarsError as error:
        raise Fault("broken") from error
    if told is None:
        raise Fault("not_boundaries", format="Parquet")
    column, about = _geometry(told)
    if column not in schema:
        raise Fault("broken")
    if str(about.get("encoding")).upper() != "WKB":
        raise Fault("not_wkb", encoding=str(about.get("encoding"))[:20])
    plain = [name for name, kind in schema.items() if name != column and not kind.is_nested() and kind != pl.Binary]

    def load() -> FeatureTable:
        try:
            frame = pl.read_parquet(io.BytesIO(data), columns=[*plain, column])
        except pl.exceptions.PolarsError as error:
            raise Fault("broken") from error
        cells = {name: [text(value) for value in frame[name].to_list()] for name in plain}
        return FeatureTable("GeoParquet", cells, _shapes(frame[column]), _crs(about))

    return [Offer("GeoParquet", tuple(plain), count, load)]


def _geometry(told: str) -> tuple[str, dict[str, Any]]:
    try:
        document = json.loads(told)
        column = document["primary_column"]
        return str(column), dict(document["columns"][column])
    except (ValueError, KeyError, TypeError) as error:
        raise Fault("broken") from error


def _shapes(column: pl.Series) -> Shapes:
    if isinstance(column.dtype, pl.Extension):
        column = column.ext.storage()
    if column.dtype != pl.Binary:
        raise Fault("broken")
    try:
        return as_shapes(shapely.from_wkb(column.to_list()))
    except shapely.errors.ShapelyError as error:
        raise Fault("broken") from error


def _crs(about: dict[str, Any]) -> str | None:
    """Absent means longitude and latitude of WGS 84, null that nobody knows."""
    said = about.get("crs", _ABSENT)
    if said is _ABSENT:
        return _CRS84
    return None if said is None else json.dumps(said)
