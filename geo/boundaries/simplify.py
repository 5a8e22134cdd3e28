"""Boundaries as small as a browser needs them: fewer corners, no specks, borders still shared, no region lost."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from geopandas.geodataframe import GeoDataFrame

from geo.boundaries.area import km2
from geo.boundaries.values import BoundaryLevel, Drawn, Shapes
from geo.layer import Projection, layer_document, serialise

MOST_BYTES = 320_000
"""Of the whole country's map, compressed. The bound is 350 kB; the edition's name still comes in."""
WIDTH = 32_000
"""Units across: 160 m each, so that rounding spoils no city's shape."""

_TOLERANCES = (0.001, 0.002, 0.004, 0.006, 0.008, 0.01, 0.014, 0.02, 0.03, 0.05)
"""Degrees, tried in this order until the map is small enough."""
_SLIT_KM2 = 5.0
"""A smaller hole in a province is where two of its regions' borders part, and means nothing at its size."""
_ISLET_KM2 = 0.5
_ISLETS_SHARE = 0.01
"""Of a region's area: what its islets that are left out may have together."""


def simplify(codes: Sequence[str], shapes: Shapes, level: BoundaryLevel) -> tuple[Shapes, Drawn]:
    """A coverage in degrees to the finest one whose map is small enough, and that map.

    All regions are simplified together, so that neighbours keep one border. Each step starts from the one before.
    """
    before = km2(shapes)
    simpler = np.array([without_islets(shape) for shape in shapes], dtype=object)
    for tolerance in _TOLERANCES:
        simpler = np.asarray(shapely.coverage_simplify(simpler, tolerance), dtype=object)
        document = document_of(codes, simpler, level)
        size = len(gzip.compress(serialise(document), compresslevel=9, mtime=0))
        if size <= MOST_BYTES:
            break
    drawn = shapely.transform(simpler, Projection.of(shapely.total_bounds(simpler), WIDTH).rounded)
    off = np.abs(km2(drawn) / before - 1)
    worst = int(off.argmax())
    points = int(shapely.get_num_coordinates(simpler).sum())
    return simpler, Drawn(document, size, tolerance, points, round(float(off[worst]), 4), codes[worst])


def without_islets(shape: shapely.Geometry) -> shapely.Geometry:
    """The shape without its smallest parts, as far as they are specks and no matter for its area.

    The largest part always stays, and an archipelago of specks keeps nearly all of them.
    """
    parts = shapely.get_parts(shape)
    areas = km2(parts)
    order = np.argsort(areas)
    lost = (np.cumsum(areas[order]) <= _ISLETS_SHARE * areas.sum()) & (areas[order] < _ISLET_KM2)
    lost[-1] = False
    kept: shapely.Geometry = shapely.multipolygons(parts[np.sort(order[~lost])])
    return kept


def document_of(codes: Sequence[str], shapes: Shapes, level: BoundaryLevel) -> dict[str, Any]:
    """The map's document (`geo.layer.layer_document`), still without edition and label."""
    frame = GeoDataFrame({"code": list(codes)}, geometry=list(shapes), crs="EPSG:4326")
    regions, provinces = (frame.iloc[:0], frame) if level == "provinsi" else (frame, _provinces(codes, shapes))
    return layer_document(regions, provinces, kind="resmi", edition="", label="", width=WIDTH)


def _provinces(codes: Sequence[str], shapes: Shapes) -> GeoDataFrame:
    """The provinces that the regions make; shared borders go without leaving a trace."""
    of_province = np.array([code[:2] for code in codes])
    own = sorted(set(of_province.tolist()))
    made = [_without_slits(shapely.coverage_union_all(shapes[of_province == code])) for code in own]
    return GeoDataFrame({"code": own}, geometry=made, crs="EPSG:4326")


def _without_slits(province: shapely.Geometry) -> shapely.Geometry:
    parts = []
    for part in shapely.get_parts(province):
        holes = [ring for ring in part.interiors if km2(np.array([shapely.Polygon(ring)]))[0] >= _SLIT_KM2]
        parts.append(shapely.Polygon(part.exterior, holes))
    return shapely.MultiPolygon(parts)
