"""The schematic map: polygons from nothing but label points, areas and the island each region lies on.

No boundary of anyone goes in. Each island is the soft union of discs that have the areas of its regions, joined where
two regions are near for their size; each region's cell is the part of its island that is nearest to its label point,
large regions reaching further. Lengths are kilometres until the end, 111.2 to the degree: near the equator a plain
plane is true enough.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import polars as pl
import shapely
from geopandas.geodataframe import GeoDataFrame
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial import Delaunay
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo import register
from geo.power import Points, power_cells, safe_weights

KM_PER_DEGREE = 111.2
NEAR = 1.8  # two regions of an island are joined up to this distance, in sums of their radii

_LEAST_RADIUS = 9.0  # a small region is drawn a little larger than it is, or nobody could point at it
_WEIGHT = 0.35  # of the squared radius; more gives truer areas and fewer shared borders
_OWN_PLACE = 0.8
_DISC, _BRIDGE = 0.7, 0.9  # width of the land around one region, and between two, in radii
_CLOSE, _OPEN = 45.0, 6.0  # bays narrower than twice this fill, spits narrower than twice this go
_STRAIT = 4.0  # half the water between two islands
_MARGIN = 300.0
_DETAIL = 0.8  # a coast is drawn no finer than this
_GRID = 0.0005  # degrees: cells share their corners exactly


@dataclass(frozen=True, slots=True)
class Place:
    """What the map knows of the regions, in one order: codes, label points and radii (km), islands."""

    codes: list[str]
    points: Points
    radii: npt.NDArray[np.float64]
    islands: dict[str, list[int]]


def places() -> Place:
    """Every kabupaten and kota in force."""
    rows = register.regions().filter(pl.col("successor_code").is_null(), pl.col("parent_code").is_not_null())
    codes = rows["code"].to_list()
    islands: dict[str, list[int]] = defaultdict(list)
    for index, code in enumerate(codes):
        islands[register.island_of(code)].append(index)
    points = rows.select("longitude", "latitude").to_numpy() * KM_PER_DEGREE
    return Place(codes, points, np.sqrt(rows["area_km2"].to_numpy() / np.pi), dict(islands))


def neighbours(place: Place, members: list[int]) -> set[tuple[int, int]]:
    """Pairs of one island's regions that are neighbours: joined in the triangulation of the label points and near for
    their size; and always the shortest pairs that keep the island in one piece.
    """
    pairs = _triangulated(place.points[members])
    apart = {(a, b): _apart(place, members[a], members[b]) for a, b in pairs}
    graph = np.zeros((len(members), len(members)))
    for pair, distance in apart.items():
        graph[pair] = distance
    backbone = {(min(pair), max(pair)) for pair in zip(*minimum_spanning_tree(graph).nonzero(), strict=True)}
    near = {pair for pair, distance in apart.items() if distance <= NEAR}
    return {(members[a], members[b]) for a, b in near | backbone}


def _triangulated(points: Points) -> set[tuple[int, int]]:
    if len(points) < 4:
        return set(combinations(range(len(points)), 2))
    triangles = np.sort(Delaunay(points).simplices, axis=1)
    return {(int(a), int(b)) for triangle in triangles for a, b in combinations(triangle, 2)}


def _apart(place: Place, a: int, b: int) -> float:
    """Distance of two label points in sums of the regions' radii: about 1 for regions side by side."""
    return float(np.linalg.norm(place.points[a] - place.points[b]) / (place.radii[a] + place.radii[b]))


def _land(place: Place, members: list[int]) -> BaseGeometry:
    """The island that its members make."""
    radii = np.maximum(place.radii, _LEAST_RADIUS)
    if len(members) == 1:
        return Point(place.points[members[0]]).buffer(radii[members[0]], quad_segs=8)
    joined = neighbours(place, members)
    parts = [Point(place.points[index]).buffer(_DISC * radii[index]) for index in members]
    triangles = (trio for trio in _trios(joined))
    for group in [*joined, *triangles]:
        hull = shapely.MultiPoint(place.points[list(group)]).convex_hull
        parts.append(hull.buffer(_BRIDGE * radii[list(group)].min()))
    land = shapely.union_all(parts).buffer(_CLOSE).buffer(-_CLOSE - _OPEN).buffer(_OPEN).simplify(_DETAIL)
    return shapely.union_all([Polygon(part.exterior) for part in shapely.get_parts(land)])  # without lakes


def _trios(pairs: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Three regions of which each is the others' neighbour."""
    after: dict[int, set[int]] = defaultdict(set)
    for low, high in pairs:
        after[low].add(high)
    return sorted((a, b, c) for a, b in pairs for c in after[a] & after[b])


def schematic() -> GeoDataFrame:
    """The schematic map in degrees: columns code, geometry (one polygon each, around its label point), EPSG:4326."""
    place = places()
    low, high = place.points.min(axis=0) - _MARGIN, place.points.max(axis=0) + _MARGIN
    corners = np.array([low, (high[0], low[1]), high, (low[0], high[1])])
    weights = safe_weights(place.points, _WEIGHT * np.square(place.radii), _OWN_PLACE)
    cells = np.array(power_cells(place.points, weights, corners))
    shapes: dict[str, BaseGeometry] = {}
    for members in place.islands.values():
        land = _land(place, members)
        elsewhere = np.setdiff1d(np.arange(len(cells)), members)
        across = elsewhere[shapely.dwithin(cells[elsewhere], land, _STRAIT)]
        coast = land.difference(shapely.union_all(shapely.buffer(cells[across], _STRAIT)))
        for index in members:
            shapes[place.codes[index]] = _around(cells[index].intersection(coast), Point(place.points[index]))
    degrees = shapely.transform(list(shapes.values()), lambda km: km / KM_PER_DEGREE)
    snapped = shapely.set_precision(degrees, _GRID)
    return GeoDataFrame({"code": list(shapes)}, geometry=list(snapped), crs="EPSG:4326").sort_values("code")


def _around(shape: BaseGeometry, point: Point) -> BaseGeometry:
    """The part of a cell that holds its label point; a strait may cut other parts off."""
    parts: list[BaseGeometry] = list(shapely.get_parts(shape))
    return min(parts, key=lambda part: part.distance(point))
