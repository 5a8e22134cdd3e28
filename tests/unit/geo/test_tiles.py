import numpy as np
import pytest
from geopandas.geodataframe import GeoDataFrame

from geo.schematic import places
from geo.tiles import SIZE, largest_block, tiles

PLACE = places()


@pytest.fixture(scope="module")
def frame() -> GeoDataFrame:
    return tiles()


@pytest.fixture(scope="module")
def cells(frame: GeoDataFrame) -> np.ndarray:
    corner = frame.bounds[["minx", "miny"]].to_numpy()
    steps = (corner - corner.min(axis=0)) / SIZE
    assert np.allclose(steps, np.rint(steps))
    return np.rint(steps).astype(int)


def test_every_region_has_one_equal_tile(frame: GeoDataFrame, cells: np.ndarray) -> None:
    assert list(frame["code"]) == PLACE.codes
    assert np.allclose(frame.geometry.area, SIZE**2)
    assert len({tuple(cell) for cell in cells}) == 514


def test_every_province_is_one_block(frame: GeoDataFrame, cells: np.ndarray) -> None:
    province = frame["code"].str[:2].to_numpy()
    for code in np.unique(province):
        assert len(largest_block(cells[province == code])) == (province == code).sum(), code


def test_provinces_lie_about_where_they_are(frame: GeoDataFrame, cells: np.ndarray) -> None:
    province = frame["code"].str[:2].to_numpy()
    numbers = [province == code for code in np.unique(province)]
    for axis, least in ((0, 0.95), (1, 0.9)):
        there = [PLACE.points[number, axis].mean() for number in numbers]
        here = [cells[number, axis].mean() for number in numbers]
        assert np.corrcoef(there, here)[0, 1] > least


def test_largest_block_counts_sides_not_corners() -> None:
    cells = np.array([(0, 0), (1, 0), (2, 1), (5, 5)])
    assert largest_block(cells).tolist() == [[0, 0], [1, 0]]
