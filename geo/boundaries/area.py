"""Square kilometres of shapes in degrees, on the ellipsoid of WGS 84."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

from geo.boundaries.values import Shapes

_AXIS_KM = 6378.137
_E2 = 0.00669437999014
_E = np.sqrt(_E2)


def km2(shapes: Shapes) -> npt.NDArray[np.float64]:
    """The areas. Longitude by the sine of the authalic latitude is a plane of true areas; edges stay straight in it,
    which at the length of a boundary's edges changes nothing that is printed."""
    plane = shapely.transform(shapes, _equal_area)
    return np.asarray(shapely.area(plane), dtype=np.float64)


def _equal_area(degrees: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    sine = np.sin(np.radians(degrees[:, 1]))
    q = (1 - _E2) * (sine / (1 - _E2 * sine**2) + np.arctanh(_E * sine) / _E)
    return np.column_stack([_AXIS_KM * np.radians(degrees[:, 0]), _AXIS_KM * q / 2])
