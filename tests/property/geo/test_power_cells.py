import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point

from geo.power import power_cells, safe_weights

SIDE = 100.0
SQUARE = np.array([(0.0, 0.0), (SIDE, 0.0), (SIDE, SIDE), (0.0, SIDE)])
POSITIONS = st.tuples(st.integers(1, 99), st.integers(1, 99))


@settings(deadline=None)  # right or wrong is asked here, not fast or slow
@given(
    st.lists(st.tuples(POSITIONS, st.integers(0, 3_000)), min_size=1, max_size=25, unique_by=lambda each: each[0]),
)
def test_cells_fill_the_square_without_overlap_around_their_own_points(
    sites: list[tuple[tuple[int, int], int]],
) -> None:
    points = np.array([position for position, _weight in sites], dtype=float)
    weights = safe_weights(points, np.array([weight for _position, weight in sites], dtype=float), 0.8)
    cells = power_cells(points, weights, SQUARE)
    assert all(cell.contains(Point(point)) for cell, point in zip(cells, points, strict=True))
    assert sum(cell.area for cell in cells) == pytest.approx(SIDE**2)
    assert shapely.union_all(shapely.set_precision(cells, 1e-7)).area == pytest.approx(SIDE**2)
