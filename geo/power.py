"""Power cells: Voronoi cells in which a point with more weight reaches further. Pure geometry in the plane."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from shapely import Polygon

Points = npt.NDArray[np.float64]

_ON_THE_LINE = 1e-9


def safe_weights(points: Points, weights: npt.NDArray[np.float64], reach: float) -> npt.NDArray[np.float64]:
    """The weights, lowered where a point would otherwise lose its own place to a heavier neighbour.

    With `reach` < 1 every point lies inside its own cell: no weight exceeds another by more than `reach` times the
    squared distance between the two.
    """
    ceiling = reach * np.square(points[:, None, :] - points[None, :, :]).sum(axis=2)
    while True:
        lowered: npt.NDArray[np.float64] = (weights[None, :] + ceiling).min(axis=1)
        if np.array_equal(lowered, weights):
            return lowered
        weights = lowered  # a lowered weight may in turn be too light for a third point's


def power_cells(points: Points, weights: npt.NDArray[np.float64], corners: Points) -> list[Polygon]:
    """One convex cell a point, together filling the convex polygon of `corners`, in the order of the points.

    A place belongs to the point whose squared distance less weight is least.
    """
    squares = np.square(points).sum(axis=1)
    return [_cell(index, points, squares - weights, corners) for index in range(len(points))]


def _cell(index: int, points: Points, offsets: npt.NDArray[np.float64], corners: Points) -> Polygon:
    """Cut the polygon with the line to the most offending other point until none offends."""
    normals = 2 * (points - points[index])
    limits = offsets - offsets[index]
    lengths = np.linalg.norm(normals, axis=1)
    lengths[index] = 1.0
    polygon = corners
    while True:
        excess = (polygon @ normals.T - limits) / lengths
        excess[:, index] = -np.inf
        worst = int(excess.max(axis=0).argmax())
        if excess[:, worst].max() <= _ON_THE_LINE:
            return Polygon(polygon)
        polygon = _cut(polygon, excess[:, worst])


def _cut(polygon: Points, excess: npt.NDArray[np.float64]) -> Points:
    """The part of a convex polygon where `excess`, linear and given at its corners, is not positive."""
    kept = []
    for here, there, at, ahead in zip(polygon, np.roll(polygon, -1, axis=0), excess, np.roll(excess, -1), strict=True):
        if at <= 0:
            kept.append(here)
        if (at < 0 < ahead) or (ahead < 0 < at):
            kept.append(here + at / (at - ahead) * (there - here))
    return np.array(kept)
