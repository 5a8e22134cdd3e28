"""GeoJSON by `json` and shapely alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely

from etl.sources.boundaries.offers import Offer, as_shapes, text
from etl.sources.child.fault import Fault
from geo.boundaries.values import FeatureTable

_EPSG = re.compile(r"EPSG:+(\d+)$", re.IGNORECASE)
_RFC_7946 = "OGC:CRS84"


def offers(data: bytes, name: str = "GeoJSON") -> list[Offer]:
    """The one layer of a FeatureCollection. Raises Fault."""
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise Fault("wrong_encoding", encoding="UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise Fault("broken") from error
    if document.get("type") == "Topology":
        raise Fault("not_boundaries", format="TopoJSON")
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise Fault("not_boundaries", format="JSON")
    if not all(isinstance(feature, dict) for feature in features):
        raise Fault("broken")
    said = [feature.get("properties") or {} for feature in features]
    if not all(isinstance(each, dict) for each in said):
        raise Fault("broken")
    columns = tuple(dict.fromkeys(column for each in said for column in each))

    def load() -> FeatureTable:
        shapes = as_shapes(_shapes(features))
        cells = {column: [text(each.get(column)) for each in said] for column in columns}
        return FeatureTable(name, cells, shapes, _crs(document.get("crs")))

    return [Offer(name, columns, len(features), load)]


def _shapes(features: Iterable[dict[str, Any]]) -> Iterable[shapely.Geometry | None]:
    for row, feature in enumerate(features, 1):
        try:
            yield _shape(feature.get("geometry"))
        except (TypeError, ValueError, KeyError, IndexError, AttributeError, shapely.errors.ShapelyError) as error:
            raise Fault("bad_shape", row=row) from error


def _shape(geometry: dict[str, Any] | None) -> shapely.Geometry | None:
    """The polygons of a geometry; null for anything else, which no region is made of."""
    if geometry is None:
        return None
    match geometry["type"]:
        case "Polygon":
            return _polygon(geometry["coordinates"])
        case "MultiPolygon":
            return shapely.MultiPolygon([_polygon(each) for each in geometry["coordinates"]])
        case "GeometryCollection":
            parts = [part for each in geometry["geometries"] if (part := _shape(each)) is not None]
            return shapely.GeometryCollection(parts) if parts else None
        case _:
            return None


def _polygon(rings: list[list[list[float]]]) -> shapely.Polygon:
    made = [shapely.LinearRing(np.asarray(ring, dtype=np.float64)[:, :2]) for ring in rings]
    return shapely.Polygon(made[0], made[1:]) if made else shapely.Polygon()


def _crs(said: object) -> str:
    """The coordinate system that the old `crs` member names; RFC 7946 knows only WGS 84. An address is not followed."""
    if said is None:
        return _RFC_7946
    name = said.get("properties", {}).get("name") if isinstance(said, dict) else None
    if not isinstance(name, str):
        raise Fault("unknown_crs")
    found = _EPSG.search(name)
    return f"EPSG:{found[1]}" if found else _RFC_7946 if name.endswith("CRS84") else name


def _no_number(_: str) -> None:
    raise ValueError
