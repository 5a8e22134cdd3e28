"""A map as the browser draws it: any set of polygons as one small JSON document of SVG paths.

Schematic, tiles and official boundaries go through the same function. Equirectangular projection, y downward, whole
units: two regions that share a border in the polygons share it in the paths to the last unit.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt
import shapely
from geopandas.geodataframe import GeoDataFrame
from shapely.geometry.base import BaseGeometry

from geo import register

LayerKind = Literal["skematik", "petak", "resmi"]

WIDTH = 8000  # units across: half a kilometre each over the width of Indonesia
_MARGIN = 0.01  # of the width, on every side
_SPECK = 2  # half the side of what stands for a region too small to have a shape

Units = npt.NDArray[np.int64]
Plane = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to units: `west` and `north` are the upper left corner, inside the margin; `width` is the whole."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int = WIDTH

    @classmethod
    def of(cls, bounds: Plane, width: int = WIDTH) -> Self:
        """The projection that makes bounds (west, south, east, north) as wide as the map without its margins."""
        west, south, east, north = (float(bound) for bound in bounds)
        squeeze = math.cos(math.radians((south + north) / 2))
        return cls(west, north, width * (1 - 2 * _MARGIN) / ((east - west) * squeeze), squeeze, width)

    def __call__(self, degrees: Plane) -> Plane:
        """Units of positions (longitude, latitude), an array of two columns."""
        x = (degrees[:, 0] - self.west) * self.squeeze * self.scale
        y = (self.north - degrees[:, 1]) * self.scale
        return np.column_stack([x, y]) + self.width * _MARGIN

    def rounded(self, degrees: Plane) -> Plane:
        """Positions moved to the whole units where they are drawn, in degrees again."""
        x, y = (np.rint(self(degrees)) - self.width * _MARGIN).T
        return np.column_stack([self.west + x / (self.squeeze * self.scale), self.north - y / self.scale])


def layer_document(
    regions: GeoDataFrame, provinces: GeoDataFrame, *, kind: LayerKind, edition: str, label: str, width: int = WIDTH
) -> dict[str, Any]:
    """The document of a map. Both frames: columns code and geometry (polygons, degrees), one row a region; a map of
    provinces alone has no regions.

    `regions` and `provinces` map a code to `n` (its name in the register; the code itself where it has none), `d` (SVG
    path), `c` (a point inside, for a label) and `bbox` (left, top, right, bottom); a region also has `p`, its province.
    All numbers are units of a `width` × `height` view box. Names travel with the outlines, which a browser fetches
    once, so that a change of figures need not send them.
    """
    names = {code: region.name for code, region in register.by_code().items()}
    bounds = provinces.total_bounds
    project = Projection.of(bounds, width)
    return {
        "edition": edition,
        "label": label,
        "kind": kind,
        "width": width,
        "height": round((bounds[3] - bounds[1]) * project.scale + 2 * width * _MARGIN),
        "regions": {
            code: {"n": names.get(code, code), "p": code[:2]} | entry for code, entry in _entries(regions, project)
        },
        "provinces": {code: {"n": names.get(code, code)} | entry for code, entry in _entries(provinces, project)},
    }


def serialise(document: dict[str, Any]) -> bytes:
    """The document as the bytes that are kept and served: the same document always gives the same bytes."""
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n").encode()


def dissolve(regions: GeoDataFrame) -> GeoDataFrame:
    """The provinces that the regions make: columns code, geometry."""
    of_province = regions.assign(code=regions["code"].str[:2])
    dissolved: GeoDataFrame = of_province.dissolve("code", as_index=False)[["code", "geometry"]]
    return dissolved


def _entries(frame: GeoDataFrame, project: Projection) -> Iterator[tuple[str, dict[str, Any]]]:
    for code, shape in zip(frame["code"], frame.geometry, strict=True):
        drawn = shapely.transform(shape, project)
        rings = [ring for ring in map(_whole, _rings(drawn)) if len(ring) > 2] or [_speck(drawn)]
        corners = np.concatenate(rings)
        centre = max(shapely.get_parts(drawn), key=lambda part: float(part.area)).representative_point()
        yield (
            code,
            {
                "d": "".join(map(_path, rings)),
                "c": [round(centre.x), round(centre.y)],
                "bbox": [*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist()],
            },
        )


def _rings(shape: BaseGeometry) -> Iterator[Plane]:
    for polygon in shapely.get_parts(shape):
        for ring in shapely.get_rings(polygon):
            yield shapely.get_coordinates(ring)


def _whole(ring: Plane) -> Units:
    """The ring in whole units without repeated points, not closed."""
    units = np.rint(ring).astype(np.int64)
    moves = np.any(units != np.roll(units, 1, axis=0), axis=1)
    return units[moves]


def _speck(shape: BaseGeometry) -> Units:
    """A small square where a region is too small for a shape of its own: no region vanishes."""
    (centre,) = np.rint(shapely.get_coordinates(shape.centroid)).astype(np.int64)
    return np.asarray(centre + _SPECK * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]))


def _path(ring: Units) -> str:
    """One closed ring: an absolute start, then steps. The sign of a number separates it where it can."""
    steps = " ".join(map(str, np.diff(ring, axis=0).ravel().tolist()))
    return f"M{ring[0, 0]} {ring[0, 1]}l{steps.replace(' -', '-')}z"
