import numpy as np
import pytest
import shapely
from geopandas.geodataframe import GeoDataFrame
from shapely import Point

from geo import register
from geo.schematic import KM_PER_DEGREE, neighbours, places

PLACE = places()


@pytest.fixture
def cells(schematic_regions: GeoDataFrame) -> GeoDataFrame:
    return schematic_regions


def share_an_edge(cells: GeoDataFrame, pairs: set[tuple[int, int]]) -> float:
    """The share of the pairs whose cells have more than a point in common."""
    shapes = cells.geometry.to_numpy()
    first, second = np.array(sorted(pairs)).T
    return float(np.mean(shapely.length(shapely.intersection(shapes[first], shapes[second])) > 0))


def test_every_region_has_one_polygon(cells: GeoDataFrame) -> None:
    assert list(cells["code"]) == PLACE.codes
    assert len(cells) == 514
    assert set(cells.geom_type) == {"Polygon"}
    assert cells.geometry.is_valid.all()


def test_every_cell_contains_its_own_label_point(cells: GeoDataFrame) -> None:
    points = [Point(x, y) for x, y in PLACE.points / KM_PER_DEGREE]
    assert shapely.contains_properly(cells.geometry.to_numpy(), points).all()


def test_no_two_cells_overlap(cells: GeoDataFrame) -> None:
    shapes = cells.geometry.to_numpy()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(shapely.area(shapely.union_all(shapes)))


def test_neighbouring_label_points_of_an_island_share_an_edge(cells: GeoDataFrame) -> None:
    pairs = {pair for members in PLACE.islands.values() for pair in neighbours(PLACE, members)}
    assert len(pairs) > 950
    assert share_an_edge(cells, pairs) >= 0.9


def test_the_nearest_label_point_of_an_island_shares_an_edge(cells: GeoDataFrame) -> None:
    pairs = set()
    for members in PLACE.islands.values():
        for each in members:
            others = [other for other in members if other != each]
            if others:
                apart = np.linalg.norm(PLACE.points[others] - PLACE.points[each], axis=1)
                pairs.add((each, others[int(apart.argmin())]))
    assert share_an_edge(cells, pairs) >= 0.98


def test_water_lies_between_islands(cells: GeoDataFrame) -> None:
    islands = cells.assign(island=[register.island_of(code) for code in cells["code"]]).dissolve("island")
    shapes = islands.geometry.to_numpy()
    near, far = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=0.05)
    assert (near == far).all()


def test_large_regions_have_large_cells(cells: GeoDataFrame) -> None:
    drawn = shapely.area(cells.geometry.to_numpy()) * KM_PER_DEGREE**2
    ratio = drawn / (np.pi * PLACE.radii**2)
    large = np.pi * PLACE.radii**2 > 1_000
    assert 0.8 < np.median(ratio[large]) < 1.2
    assert drawn.min() > 20
