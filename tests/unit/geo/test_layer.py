import pytest
from geopandas.geodataframe import GeoDataFrame
from shapely import MultiPolygon, Polygon, box

from geo.layer import WIDTH, dissolve, layer_document, serialise


@pytest.fixture
def regions() -> GeoDataFrame:
    ring = Polygon(box(0, -1, 2, 1).exterior, [box(0.5, -0.5, 1, 0).exterior])
    pair = MultiPolygon([box(2, -1, 4, 1), box(4.5, -1, 5, -0.5)])
    speck = box(6, 0, 6.00001, 0.00001)
    return GeoDataFrame({"code": ["11.01", "11.02", "12.01"]}, geometry=[ring, pair, speck])


@pytest.fixture
def document(regions: GeoDataFrame) -> dict:
    return layer_document(regions, dissolve(regions), kind="resmi", edition="2025", label="Batas contoh")


def test_the_frame_of_the_document(document: dict) -> None:
    assert {name: document[name] for name in ("edition", "label", "kind", "width")} == {
        "edition": "2025",
        "label": "Batas contoh",
        "kind": "resmi",
        "width": WIDTH,
    }
    assert list(document["regions"]) == ["11.01", "11.02", "12.01"]
    assert list(document["provinces"]) == ["11", "12"]
    assert [entry["p"] for entry in document["regions"].values()] == ["11", "11", "12"]


def test_north_is_up_and_paths_are_steps_in_whole_units(document: dict) -> None:
    left, top, right, bottom = document["regions"]["11.01"]["bbox"]
    assert (left, top) == (80, 80)
    assert right - left == pytest.approx(bottom - top, abs=1)
    unit = right - left
    outer, hole, end = document["regions"]["11.01"]["d"].split("z")
    assert (outer[0], hole[0], end) == ("M", "M", "")
    assert outer.endswith(f"l-{unit} 0 0 {unit} {unit} 0")
    assert document["height"] == bottom + 80


def test_two_regions_share_their_border_to_the_unit(document: dict) -> None:
    assert document["regions"]["11.01"]["bbox"][2] == document["regions"]["11.02"]["bbox"][0]


def test_a_label_lies_in_the_largest_part(document: dict) -> None:
    left, _top, _right, _bottom = document["regions"]["11.02"]["bbox"]
    x, _y = document["regions"]["11.02"]["c"]
    assert left < x < left + 2 * 7840 / 6


def test_a_region_too_small_for_the_grid_stays_visible(document: dict) -> None:
    left, top, right, bottom = document["regions"]["12.01"]["bbox"]
    assert (right - left, bottom - top) == (4, 4)


def test_the_same_document_gives_the_same_bytes(document: dict) -> None:
    assert serialise(document) == serialise(dict(reversed(document.items())))
