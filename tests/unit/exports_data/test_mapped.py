"""GeoJSON and GeoPackage: points of the register, or official outlines, and never our schematic shapes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from briefings.stamp import Stamp
from briefings.table import Table
from exports import data
from geo import register
from geo.boundaries.editions import Outlines
from geo.boundaries.geoparquet import geoparquet
from i18n import BadInput, text

T = text("id")


def _box(west: float, south: float) -> shapely.Polygon:
    """A square that winds the wrong way."""
    return shapely.Polygon([(west, south), (west, south + 1), (west + 1, south + 1), (west + 1, south)])


@pytest.fixture
def outlines() -> Outlines:
    """Every kabupaten and kota of Jawa Tengah as a square beside the last."""
    codes = register.children("33")
    shapes = np.array([_box(108 + 0.05 * index, -7.5) for index, _ in enumerate(codes)], dtype=object)
    return Outlines("BIG 2024 (2024-06-01)", None, geoparquet(codes, shapes))


def test_points_lie_in_indonesia_and_say_that_they_are_no_boundaries(region_table: Table, small_stamp: Stamp) -> None:
    document = json.loads(data.geojson(region_table, small_stamp, T))
    assert "crs" not in document
    west, south, east, north = document["bbox"]
    assert 94 < west <= east < 142
    assert -12 < south <= north < 7
    assert "bukan batas wilayah" in document["ikrar"]["geometry"]
    kinds = [feature["geometry"] and feature["geometry"]["type"] for feature in document["features"]]
    assert kinds == ["Point", "Point", None, "Point"]
    first = document["features"][0]["properties"]
    assert first["code"] == "33.01"
    assert first["documented_events_low"] == 2
    assert first["geometry_basis"] == "label_point"
    assert first["ikrar_code"] == small_stamp.code


def test_official_outlines_wind_by_the_right_hand(region_table: Table, small_stamp: Stamp, outlines: Outlines) -> None:
    document = json.loads(data.geojson(region_table, small_stamp, T, outlines))
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in document["features"] if feature["geometry"]]
    assert [feature["properties"]["geometry_basis"] for feature in document["features"]] == [
        "official_boundary",
        "official_boundary",
        None,
        "official_boundary",  # the province, of all its regions
    ]
    assert all(shape.is_valid and shape.exterior.is_ccw for shape in shapes)
    assert "BIG 2024" in document["ikrar"]["geometry"]


def test_a_geopackage_holds_the_same_rows(region_table: Table, small_stamp: Stamp, tmp_path: Path) -> None:
    content = data.geopackage(region_table, small_stamp, T)
    assert data.geopackage(region_table, small_stamp, T) == content
    path = tmp_path / "data.gpkg"
    path.write_bytes(content)
    found = gpd.read_file(path)
    assert found.crs.to_epsg() == 4326
    assert found["name"].tolist() == [row[1] for row in region_table.rows]
    assert found["documented_events_low"].tolist()[0] == 2
    assert found["documented_events_state"].tolist()[1] == "belum_lapor"
    with closing(sqlite3.connect(path)) as database:
        (title, changed), *more = database.execute("SELECT identifier, last_change FROM gpkg_contents").fetchall()
        (told,) = database.execute("SELECT metadata FROM gpkg_metadata").fetchone()
    assert (title, changed, more) == ("Acara per wilayah", "2024-09-26T07:05:00.000Z", [])
    assert small_stamp.code in told


@pytest.mark.parametrize("write", [data.geojson, data.geopackage])
def test_rows_that_are_no_regions_have_no_place(opd_table: Table, small_stamp: Stamp, write: object) -> None:
    assert not data.has_regions(opd_table)
    with pytest.raises(BadInput):
        write(opd_table, small_stamp, T)
