"""A layer's outlines as points: read once a layer, kept for a few layers, shared by all who draw."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.path import Path

from exports.pictures.canvas import Box, Numbers
from geo import Layer

_KEPT = 4
_FINE = 0.2
"""Pixels that nobody sees: points nearer than this to the one before are left out, on both sides of a border alike."""


@dataclass(frozen=True, slots=True)
class Area:
    """A region's outline in the layer's units: rings, those around holes against the others; a point inside."""

    code: str
    name: str
    rings: tuple[Numbers, ...]
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


def _area(code: str, entry: Mapping[str, Any]) -> Area:
    rings = _against_each_other([_ring(part) for part in entry["d"].split("z") if part])
    x, y = entry["c"]
    left, top, right, bottom = entry["bbox"]
    return Area(code, entry["n"], rings, (x, y), (left, top, right, bottom))


def _ring(part: str) -> Numbers:
    """`M x y l dx dy …` as points, not closed."""
    start, steps = part.removeprefix("M").split("l")
    moves = np.array((start + " " + steps.replace("-", " -")).split(), dtype=np.float64).reshape(-1, 2)
    return np.cumsum(moves, axis=0)


def _against_each_other(rings: list[Numbers]) -> tuple[Numbers, ...]:
    """The rings so turned that a hole runs against what it is in: matplotlib fills by direction, a browser by turns."""
    if len(rings) == 1:
        return tuple(rings)
    corners = np.array([(*ring.min(axis=0), *ring.max(axis=0)) for ring in rings])
    turned = []
    for at, ring in enumerate(rings):
        box = corners[at]
        around = np.flatnonzero((corners[:, :2] <= box[:2]).all(axis=1) & (corners[:, 2:] >= box[2:]).all(axis=1))
        inside = sum(_holds(rings[other], ring) for other in around if other != at)
        is_right = _turn(ring) > 0
        turned.append(ring if is_right == (inside % 2 == 0) else ring[::-1])
    return tuple(turned)


def _holds(outer: Numbers, inner: Numbers) -> bool:
    """Whether a ring lies in another, which it may touch."""
    middle = (inner[0] + inner[1]) / 2
    return bool(Path(outer).contains_point(middle)) and abs(_turn(outer)) > abs(_turn(inner))


def _turn(ring: Numbers) -> float:
    """Twice the area, its sign the direction."""
    x, y = ring.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y))


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a layer lies where: `view` in its units, from `x`, `y` at `scale` pixels a unit."""

    view: Box
    x: float
    y: float
    scale: float

    @classmethod
    def fit(cls, view: Box, box: Box) -> Window:
        """A part of the layer as large as it fits into a box of pixels, in its middle."""
        left, top, right, bottom = view
        scale = min((box[2] - box[0]) / (right - left), (box[3] - box[1]) / (bottom - top))
        x = (box[0] + box[2]) / 2 - (left + right) / 2 * scale
        y = (box[1] + box[3]) / 2 - (top + bottom) / 2 * scale
        return cls(view, x, y, scale)

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """A point of the layer in pixels."""
        return point[0] * self.scale + self.x, point[1] * self.scale + self.y

    def box(self, area: Box) -> Box:
        """A box of the layer in pixels."""
        return *self.place((area[0], area[1])), *self.place((area[2], area[3]))

    def path(self, area: Area) -> Path:
        """An area's outline in pixels, without what is too fine to be seen."""
        return Path.make_compound_path(*(self._ring(ring) for ring in area.rings))

    def _ring(self, ring: Numbers) -> Path:
        points = np.rint((ring * self.scale + (self.x, self.y)) / _FINE) * _FINE
        kept = points[np.any(points != np.roll(points, 1, axis=0), axis=1)]
        points = kept if len(kept) > 2 else ring * self.scale + (self.x, self.y)
        return Path(np.concatenate([points, points[:1]]), closed=True)
