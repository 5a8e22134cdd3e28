"""What a file offers: its layers with their columns, before the one that is wanted is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from shapely import Geometry

from geo.boundaries.values import FeatureTable, Shapes


@dataclass(frozen=True, slots=True)
class Offer:
    """A layer of a file. `count`: its features. `load` reads it; raises Fault."""

    name: str
    columns: tuple[str, ...]
    count: int
    load: Callable[[], FeatureTable]


def text(value: object) -> str | None:
    """A cell's value as text: whole numbers without a point, empty and nested values null."""
    if value is None or isinstance(value, dict | list | bytes):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def as_shapes(found: Iterable[Geometry | None]) -> Shapes:
    """Geometries as an array, which NumPy would else take apart."""
    each = list(found)
    shapes: Shapes = np.empty(len(each), dtype=object)
    shapes[:] = each
    return shapes
