"""Shapes as they come to shapes that fit: valid polygons that share their borders to the last corner."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from geo.boundaries.values import Shapes, Unusable

GAP = 0.003
"""Degrees, some 300 m: a narrower gap between regions is a slip of drawing; a wider one may be a lake."""
_CHANGED = 1e-9
"""Of a shape's area: less is rounding."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """`mended`: which shapes were not valid, or overlapped others or left a gap to them."""

    shapes: Shapes
    mended: npt.NDArray[np.bool_]


def polygons_of(shapes: Shapes) -> Shapes:
    """The polygons of each shape in a plane, without height; null where it has none. Raises Unusable when none has."""
    flat = np.array([None if shape is None else _polygons(shapely.force_2d(shape)) for shape in shapes], dtype=object)
    if not any(shape is not None for shape in flat):
        raise Unusable("no_polygons")
    return flat


def mend(shapes: Shapes) -> tuple[Shapes, npt.NDArray[np.bool_]]:
    """Each shape valid by itself, and which were not."""
    broken = ~shapely.is_valid(shapes)
    whole = shapes.copy()
    if broken.any():
        made = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=False)
        whole[broken] = [_polygons(shape) for shape in made]
    return whole, broken


def fit(shapes: Shapes) -> Repaired:
    """Valid shapes as one coverage: no overlaps, no narrow gaps, every shared border the same in both."""
    if shapely.coverage_is_valid(shapes, gap_width=GAP):
        return Repaired(shapes, np.zeros(len(shapes), dtype=bool))
    cleaned: Shapes = np.array(shapely.coverage_clean(shapes, gap_width=GAP))  # type: ignore[attr-defined]  # newer than its stubs
    lost = shapely.is_empty(cleaned)
    cleaned[lost] = shapes[lost]  # a region wholly inside another's overlap stays; the check of overlaps names it
    before, after = shapely.area(shapes), shapely.area(cleaned)
    return Repaired(cleaned, np.abs(after - before) > _CHANGED * before)


def _polygons(shape: shapely.Geometry) -> shapely.Geometry | None:
    """The polygons of a shape as one multipolygon; null where it has none."""
    parts = [
        part
        for part in shapely.get_parts(shapely.get_parts(shape))
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    return shapely.multipolygons(parts) if parts else None
