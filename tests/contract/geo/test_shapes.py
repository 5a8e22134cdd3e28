"""The checked-in maps: made by this code, small, and in the one format that official boundaries take too."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import Point

import geo
from geo import register
from geo.layer import dissolve, layer_document, serialise
from geo.schematic import neighbours, places
from geo.shapes.make import documents

CODES = [code for code, region in register.by_code().items() if region.successor_code is None]
REGIONS = [code for code in CODES if "." in code]
PROVINCES = [code for code in CODES if "." not in code]


def polygons(path: str) -> shapely.MultiPolygon:
    """The outer and inner rings of a path as polygons with holes."""
    rings = []
    for start, steps in re.findall(r"M(-?\d+ -?\d+)l([^z]*)z", path):
        moves = np.array(
            [[int(n) for n in start.split()], *np.reshape([*map(int, re.findall(r"-?\d+", steps))], (-1, 2))]
        )
        rings.append(moves.cumsum(axis=0))
    return shapely.MultiPolygon([shapely.Polygon(ring) for ring in rings])


def test_the_maps_are_what_the_code_makes() -> None:
    made = documents()
    kept = {layer.name: layer.body for layer in geo.layers()}
    assert {name: hashlib.sha256(body).hexdigest() for name, body in made.items()} == {
        name: hashlib.sha256(body).hexdigest() for name, body in kept.items()
    }, "run python -m geo.shapes"


@pytest.mark.parametrize("layer", geo.layers(), ids=lambda layer: layer.name)
def test_every_region_and_province_is_there(layer: geo.Layer) -> None:
    document = json.loads(layer.body)
    assert list(document["regions"]) == REGIONS
    assert list(document["provinces"]) == PROVINCES
    assert "skematik" in document["label"]
    assert document["kind"] == layer.kind
    for code, entry in (document["regions"] | document["provinces"]).items():
        shape = polygons(entry["d"])
        assert [int(bound) for bound in shape.bounds] == entry["bbox"], code
        assert any(part.intersects(Point(entry["c"])) for part in shape.geoms), code
        assert min(entry["bbox"]) >= 0
        assert entry["bbox"][2] <= document["width"]
        assert entry["bbox"][3] <= document["height"]


def test_the_maps_are_small_and_named_by_their_content() -> None:
    assert sum(len(gzip.compress(layer.body)) for layer in geo.layers()) <= 60_000
    for layer in geo.layers():
        assert layer.file_name == f"{layer.name}-{hashlib.sha256(layer.body).hexdigest()[:12]}.json"


@pytest.fixture(scope="module")
def official(reference: Path) -> gpd.GeoDataFrame:
    """The official boundaries of the reference, simplified, by code."""
    return gpd.read_parquet(reference / "geo" / "kabupaten_simplified.parquet").sort_values("code")


def test_official_boundaries_take_the_same_path(official: gpd.GeoDataFrame) -> None:
    document = layer_document(official, dissolve(official), kind="resmi", edition="uji", label="Batas uji")
    assert list(document["regions"]) == REGIONS
    assert list(document["provinces"]) == PROVINCES
    assert len(gzip.compress(serialise(document))) <= 200_000
    assert all(entry["d"] for entry in document["regions"].values())


def test_the_schematic_map_looks_like_indonesia(
    schematic_regions: gpd.GeoDataFrame, official: gpd.GeoDataFrame
) -> None:
    ours, theirs = (shapely.union_all(frame.geometry.to_numpy()) for frame in (schematic_regions, official))
    assert ours.intersection(theirs).area / ours.union(theirs).area > 0.75


def test_regions_that_touch_in_truth_mostly_touch_in_the_schematic_map(
    schematic_regions: gpd.GeoDataFrame, official: gpd.GeoDataFrame
) -> None:
    place = places()

    def touching(shapes: np.ndarray) -> set[tuple[int, int]]:
        a, b = shapely.STRtree(shapes).query(shapes, predicate="touches")
        shared = shapely.length(shapely.intersection(shapes[a], shapes[b])) > 0
        return {(int(i), int(j)) for i, j in zip(a[shared], b[shared], strict=True) if i < j}

    real = touching(official.geometry.to_numpy())
    near = {pair for members in place.islands.values() for pair in neighbours(place, members)}
    drawn = touching(schematic_regions.geometry.to_numpy())
    assert len(real & drawn) / len(real) > 0.75
    assert len(real & near & drawn) / len(real & near) > 0.95  # of those that their label points show as neighbours
