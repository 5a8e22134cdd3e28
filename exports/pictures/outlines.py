"""A layer's outlines as points: read once a layer, kept for a few layers, shared by all who draw."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from exports.pictures.canvas import Box, Numbers, corners
from geo import Layer

_KEPT = 4
_CORNERS = 6
"""Of a ring that is left as it is."""
_PARTS = 5
"""Of a pixel, to which corners are rounded: short numbers, also as points."""
_UNSEEN_EDGE = 5
"""Pixels around a box where strokes are cut off."""
_UNSEEN = 0.6
"""Pixels: corners that stand out less than a triangle of this width and height are not seen, nor printed."""


@dataclass(frozen=True, slots=True)
class Area:
    """A region's outline in the layer's units: closed rings, those around holes against the others; a point inside."""

    code: str
    name: str
    path: Path
    centre: tuple[float, float]
    box: Box


@dataclass(frozen=True, slots=True)
class Outlines:
    """A layer's areas by code, in units of a `width` × `height` box, y downward."""

    width: float
    height: float
    regions: Mapping[str, Area]
    provinces: Mapping[str, Area]


@lru_cache(maxsize=_KEPT)
def outlines(layer: Layer) -> Outlines:
    """The outlines of a layer. Never changed by who gets them."""
    document = json.loads(layer.body)
    regions, provinces = (
        {code: _area(code, entry) for code, entry in document[level].items()} for level in ("regions", "provinces")
    )
    return Outlines(document["width"], document["height"], regions, provinces)


@lru_cache(maxsize=3 * _KEPT)
def thinned(layer: Layer, width: int) -> Outlines:
    """The same without corners that stand out less than a triangle `width` units wide and high."""
    whole = outlines(layer)
    if not width:
        return whole
    regions, provinces = (
        {
            code: replace(area, path=_closed([_thin(ring, width**2 / 2) for ring in _rings(area.path)]))
            for code, area in of.items()
        }
        for of in (whole.regions, whole.provinces)
    )
    return replace(whole, regions=regions, provinces=provinces)


def _thin(ring: Numbers, least: float) -> Numbers:
    """The ring without its least corners (Visvalingam), several at once.

    Which ones does not depend on the direction, so the borders of neighbours stay on each other.
    """
    while len(ring) > _CORNERS:
        before, after = np.roll(ring, 1, axis=0), np.roll(ring, -1, axis=0)
        one, two = (ring - before).T, (after - ring).T
        size = np.abs(one[0] * two[1] - one[1] * two[0]) / 2
        small = (size < least) & (size < np.roll(size, 1)) & (size < np.roll(size, -1))
        if not small.any():
            break
        ring = ring[~small]
    return ring


def _area(code: str, entry: Mapping[str, Any]) -> Area:
    rings = _against_each_other([_ring(part) for part in entry["d"].split("z") if part])
    return Area(code, entry["n"], _closed(rings), tuple(entry["c"]), tuple(entry["bbox"]))


def _ring(part: str) -> Numbers:
    """`M x y l dx dy …` as points, not closed."""
    start, steps = part.removeprefix("M").split("l")
    moves = np.array((start + " " + steps.replace("-", " -")).split(), dtype=np.float64).reshape(-1, 2)
    return np.cumsum(moves, axis=0)


def boxes_of(path: Path) -> Numbers:
    """The box of each ring, an array of (left, top, right, bottom)."""
    starts = np.flatnonzero(path.codes == Path.MOVETO)
    points = corners(path)
    return np.concatenate([np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)], axis=1)


def meet(a: Box, b: Box) -> bool:
    """Whether two boxes have something in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _closed(rings: Sequence[Numbers]) -> Path:
    """The rings as one path, each with its start again at its end."""
    points = np.concatenate([part for ring in rings for part in (ring, ring[:1])])
    codes = np.full(len(points), Path.LINETO, dtype=Path.code_type)
    ends = np.cumsum([len(ring) + 1 for ring in rings])
    codes[[0, *ends[:-1]]] = Path.MOVETO
    codes[ends - 1] = Path.CLOSEPOLY
    return Path(points, codes)


def _rings(path: Path) -> list[Numbers]:
    """The rings of a path, not closed."""
    ends = np.flatnonzero(path.codes == Path.CLOSEPOLY)
    return [part[:-1] for part in np.split(corners(path), ends[:-1] + 1)]


def _against_each_other(rings: list[Numbers]) -> list[Numbers]:
    """The rings so turned that a hole runs against what it is in: matplotlib fills by direction, a browser by turns."""
    if len(rings) == 1:
        return rings
    boxes = np.array([(*ring.min(axis=0), *ring.max(axis=0)) for ring in rings])
    turned = []
    for at, ring in enumerate(rings):
        box = boxes[at]
        around = np.flatnonzero((boxes[:, :2] <= box[:2]).all(axis=1) & (boxes[:, 2:] >= box[2:]).all(axis=1))
        inside = sum(_holds(rings[other], ring) for other in around if other != at)
        is_right = _turn(ring) > 0
        turned.append(ring if is_right == (inside % 2 == 0) else ring[::-1])
    return turned


def _holds(outer: Numbers, inner: Numbers) -> bool:
    """Whether a ring lies in another, which it may touch."""
    middle = (inner[0] + inner[1]) / 2
    return bool(Path(outer).contains_point(middle)) and abs(_turn(outer)) > abs(_turn(inner))


def _turn(ring: Numbers) -> float:
    """Twice the area, its sign the direction."""
    x, y = ring.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y))


def inside(area: Box, box: Box) -> bool:
    """Whether a box is all in another."""
    return area[0] >= box[0] and area[1] >= box[1] and area[2] <= box[2] and area[3] <= box[3]


def _clipped(path: Path, box: Box) -> Path:
    """The part of a path in a box and a little around it, where its new edges are not seen."""
    left, top, right, bottom = box
    seen = Bbox.from_extents(left - _UNSEEN_EDGE, top - _UNSEEN_EDGE, right + _UNSEEN_EDGE, bottom + _UNSEEN_EDGE)
    return path.clip_to_bbox(seen)


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a layer lies where: `view` in its units, from `x`, `y` at `scale` pixels a unit."""

    view: Box
    x: float
    y: float
    scale: float

    @classmethod
    def fit(cls, view: Box, box: Box, side: float = 0.5) -> Window:
        """A part of the layer as large as it fits into a box of pixels: in its middle, or at one end (0) or the other
        (1) of the room that is left."""
        left, top, right, bottom = view
        scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (bottom - top))
        x = box[0] + (box[2] - box[0] - (right - left) * scale) * side - left * scale
        y = box[1] + (box[3] - box[1] - (bottom - top) * scale) * side - top * scale
        return cls(view, x, y, scale)

    @property
    def unseen(self) -> int:
        """The width in whole units of what is too small to be seen; 0 = nothing is."""
        return int(_UNSEEN / self.scale)

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point of the layer in pixels."""
        return point[0] * self.scale + self.x, point[1] * self.scale + self.y

    def box(self, area: Box) -> Box:
        """A box of the layer in pixels."""
        return *self.place((area[0], area[1])), *self.place((area[2], area[3]))

    def boxes(self, areas: Numbers) -> Numbers:
        """Boxes of the layer, an array of them, in pixels."""
        placed: Numbers = areas * self.scale + np.array([self.x, self.y] * 2)
        return placed

    def paths(self, areas: Iterable[Area], box: Box) -> dict[str, Path]:
        """The outlines in pixels, by code, of areas that have a part in a box; what is far outside is left out."""
        placed = {area.code: self._path(area, box) for area in areas if meet(self.box(area.box), box)}
        return {code: path for code, path in placed.items() if len(corners(path))}

    def _path(self, area: Area, box: Box) -> Path:
        placed = Path(np.rint((corners(area.path) * self.scale + (self.x, self.y)) * _PARTS) / _PARTS, area.path.codes)
        return placed if inside(self.box(area.box), box) else _clipped(placed, box)
