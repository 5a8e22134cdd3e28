"""An answer as bytes: JSON, CSV for spreadsheets, GeoJSON (RFC 7946) for maps. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from exports.data import csv_text
from pages.serving.api.accept import Form
from pages.serving.api.meta import SAMPLE_LABEL
from pages.serving.api.resource import Found, Record, Resource, cell

Point = tuple[float, float]
"""Longitude and latitude, degrees (WGS 84)."""

STATE_COLUMNS = ("snapshot", "as_of", "label")
"""Columns that a CSV ends with, so that a saved file still says what it shows."""


def written(
    form: Form,
    resource: Resource,
    found: Found,
    *,
    rows: Sequence[Record],
    meta: Mapping[str, Any],
    points: Mapping[str, Point],
) -> bytes:
    """The rows in that form. `points`: where regions are, by code."""
    match form:
        case Form.JSON:
            return _json({"meta": meta, "rows": rows})
        case Form.CSV:
            return _csv(found, rows, meta)
        case Form.GEOJSON:
            features = [_feature(resource, row, points) for row in rows]
            return _json({"type": "FeatureCollection", "meta": meta, "features": features})


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def _csv(found: Found, rows: Sequence[Record], meta: Mapping[str, Any]) -> bytes:
    state = (meta["snapshot"], meta["as_of"], SAMPLE_LABEL if meta["simulated"] else None)
    headings = ["_".join(path) for path in found.columns]
    return csv_text(
        [*headings, *STATE_COLUMNS], [[*(cell(row, path) for path in found.columns), *state] for row in rows]
    ).encode()


def _feature(resource: Resource, row: Record, points: Mapping[str, Point]) -> dict[str, Any]:
    name, point = resource.identity(row), points.get(resource.place(row) or "")
    identity = {} if name is None else {"id": name}
    geometry = point and {"type": "Point", "coordinates": point}
    return {"type": "Feature", **identity, "geometry": geometry, "properties": row}
