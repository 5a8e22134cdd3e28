"""Regions as GeoParquet: columns code and geometry (WKB), degrees of WGS 84."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import polars as pl
import shapely

from geo.boundaries.values import Shapes

_COLUMN = {"encoding": "WKB", "geometry_types": ["MultiPolygon", "Polygon"]}  # without crs: longitude, latitude
_GEO = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": _COLUMN}}


def geoparquet(codes: Sequence[str], shapes: Shapes) -> bytes:
    """The file as bytes."""
    frame = pl.DataFrame({"code": list(codes), "geometry": shapely.to_wkb(shapes).tolist()})
    buffer = io.BytesIO()
    frame.write_parquet(buffer, metadata={"geo": json.dumps(_GEO)})
    return buffer.getvalue()
