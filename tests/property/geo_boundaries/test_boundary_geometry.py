"""Areas, repairs and simplification hold whatever the shapes."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.boundaries.area import km2
from geo.boundaries.repair import fit, mend
from geo.boundaries.simplify import MOST_BYTES, simplify, without_islets

GRID = st.integers(2, 5)


@given(st.floats(95, 140), st.floats(-10.5, 5.5), st.floats(0.01, 1.0))
def test_areas_add_up_and_are_near_the_spheres(west: float, south: float, side: float) -> None:
    whole = shapely.box(west, south, west + side, south + side)
    left = shapely.box(west, south, west + side / 2, south + side)
    right = shapely.box(west + side / 2, south, west + side, south + side)
    areas = km2(np.array([whole, left, right], dtype=object))
    assert areas[0] == pytest.approx(areas[1] + areas[2])
    rough = (side * 111.2) ** 2 * np.cos(np.radians(south + side / 2))
    assert areas[0] == pytest.approx(rough, rel=0.02)


@settings(max_examples=30)
@given(GRID, GRID, st.lists(st.tuples(st.floats(-0.02, 0.02), st.floats(-0.02, 0.02)), min_size=36, max_size=36))
def test_shaken_neighbours_become_one_coverage(across: int, down: int, shakes: list[tuple[float, float]]) -> None:
    """Boxes drawn apart, with gaps and overlaps up to 0.04 degrees, share their borders afterwards; none is lost."""
    boxes = [
        shapely.box(110 + x * 0.3 + dx, -7 + y * 0.3 + dy, 110.3 + x * 0.3, -6.7 + y * 0.3)
        for (x, y), (dx, dy) in zip(np.ndindex(across, down), shakes, strict=False)
    ]
    single, broken = mend(np.array(boxes, dtype=object))
    assert not broken.any()
    fitted = fit(single).shapes
    assert shapely.coverage_is_valid(fitted)
    assert not shapely.is_empty(fitted).any()
    before, after = km2(single), km2(fitted)
    assert np.all(np.abs(after / before - 1) < 0.4)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0.0005, 0.01), min_size=1, max_size=12), st.floats(0.0005, 0.05))
def test_an_archipelago_never_vanishes(islets: list[float], largest: float) -> None:
    parts = [
        shapely.box(110 + at * 0.2, -7, 110 + at * 0.2 + side, -7 + side) for at, side in enumerate([*islets, largest])
    ]
    whole = shapely.MultiPolygon(parts)
    kept = without_islets(whole)
    areas = km2(np.array([whole, kept], dtype=object))
    assert areas[1] >= 0.99 * areas[0]
    simpler, drawn = simplify(["31.01"], np.array([whole, None], dtype=object)[:1], "kabupaten")
    assert not shapely.is_empty(simpler).any()
    assert drawn.document["regions"]["31.01"]["d"].startswith("M")
    assert drawn.size <= MOST_BYTES
