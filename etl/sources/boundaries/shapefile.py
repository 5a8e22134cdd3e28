"""A shapefile: polygons (.shp), their table (.dbf) and their coordinate system (.prj), members of one zip."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import shapely

from etl.sources.boundaries import dbf
from etl.sources.boundaries.offers import Offer, as_shapes
from etl.sources.child.fault import Fault
from geo.boundaries.values import FeatureTable

_MAGIC = 9994
_HEAD = 100
_NULL, _POLYGONS = 0, {5, 15, 25}
"""Kinds of shapes: none, and polygons alone, with heights, with measures."""
_BOX = 32


def offer(name: str, shp: bytes, table: bytes, prj: str, code_page: str) -> Offer:
    """The layer of one shapefile. Raises Fault where a part is torn."""
    head = dbf.fields(table)

    def load() -> FeatureTable:
        columns, deleted = dbf.cells(table, head, code_page)
        shapes = as_shapes(_records(shp))
        if len(shapes) != head.count:
            raise Fault("broken")
        shapes[np.array(deleted, dtype=bool)] = None
        return FeatureTable(name, columns, shapes, prj.strip() or None)

    return Offer(name, tuple(head.places), head.count, load)


def _records(data: bytes) -> Iterator[shapely.Geometry | None]:
    if len(data) < _HEAD or struct.unpack_from(">i", data)[0] != _MAGIC:
        raise Fault("broken")
    (kind,) = struct.unpack_from("<i", data, 32)
    if kind not in _POLYGONS:
        raise Fault("no_polygons")
    at, row = _HEAD, 0
    while at + 8 <= len(data):
        row += 1
        (words,) = struct.unpack_from(">i", data, at + 4)
        body = data[at + 8 : at + 8 + 2 * words]
        if words < 2 or len(body) != 2 * words:
            raise Fault("broken")
        yield _shape(body, row)
        at += 8 + 2 * words


def _shape(body: bytes, row: int) -> shapely.Geometry | None:
    """A record's polygons. Null for a record without a shape."""
    try:
        (kind,) = struct.unpack_from("<i", body)
        if kind == _NULL:
            return None
        parts, points = struct.unpack_from("<ii", body, 4 + _BOX)
        starts = np.frombuffer(body, "<i4", parts, 12 + _BOX)
        corners = np.frombuffer(body, "<f8", 2 * points, 12 + _BOX + 4 * parts).reshape(-1, 2)
        if kind not in _POLYGONS or parts < 1 or starts[0] != 0 or np.any(np.diff(starts) < 0) or starts[-1] > points:
            raise Fault("bad_shape", row=row)
        return _polygons([ring for ring in np.split(corners, starts[1:]) if len(ring) > 3])
    except (struct.error, ValueError, shapely.errors.ShapelyError) as error:
        raise Fault("bad_shape", row=row) from error


def _polygons(rings: list[npt.NDArray[np.float64]]) -> shapely.Geometry | None:
    """Polygons of rings: an outer one runs clockwise, a hole the other way and belongs to the smallest around it."""
    if not rings:
        return None
    lines = [shapely.LinearRing(ring) for ring in rings]
    holes = [line for line in lines if line.is_ccw]
    shells = [line for line in lines if not line.is_ccw]
    if not shells:  # a program that knew no direction
        shells, holes = holes, []
    outer = sorted(map(shapely.Polygon, shells), key=lambda each: each.area)
    within: dict[int, list[shapely.LinearRing]] = defaultdict(list)
    for hole in holes:
        corner = shapely.Point(hole.coords[0])
        around = next((at for at, polygon in enumerate(outer) if polygon.intersects(corner)), None)
        if around is not None:
            within[around].append(hole)
    return shapely.MultiPolygon([shapely.Polygon(each.exterior, within[at]) for at, each in enumerate(outer)])
