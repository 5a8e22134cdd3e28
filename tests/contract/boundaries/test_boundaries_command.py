"""`ikrar boundaries`: the contract's keys and exit codes, the real files, editions that come and go."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from typer.testing import CliRunner

import geo
from etl.cli.app import build
from geo.layer import Projection
from i18n import BadInput, NotFound

pytestmark = pytest.mark.usefixtures("read_in_this_process")

Publish = Callable[[str], gpd.GeoDataFrame]
Pack = Callable[..., bytes]

TENTH = 0.1


def ran(*words: str | Path) -> tuple[int, dict[str, Any]]:
    """Exit code and JSON of a command."""
    result = CliRunner().invoke(build("boundaries"), ["boundaries", *map(str, words), "--json"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, json.loads(result.stdout)


def drawn_area(path: str) -> float:
    """The area of an SVG path in square units: a ring inside an odd number of others is a hole."""
    rings = []
    for start, steps in re.findall(r"M(-?\d+ -?\d+)l([^z]*)z", path):
        moves = np.reshape([*map(int, re.findall(r"-?\d+", steps))], (-1, 2))
        rings.append(shapely.Polygon(np.array([[*map(int, start.split())], *moves]).cumsum(axis=0)))
    tree = shapely.STRtree(rings)
    corners = [shapely.Point(ring.exterior.coords[0]) for ring in rings]
    around = [sum(rings[at].contains(corner) for at in tree.query(corner)) for corner in corners]
    return sum(ring.area * (-1 if depth % 2 else 1) for ring, depth in zip(rings, around, strict=True))


@pytest.mark.parametrize("name", ["kabupaten_full", "kabupaten_simplified", "provinsi_full"])
def test_the_reference_is_imported_whole_and_small_and_true(name: str, reference: Path, tmp_path: Path) -> None:
    source = reference / "geo" / f"{name}.parquet"
    code, found = ran("import", source, "--store", tmp_path)
    expected = 38 if name == "provinsi_full" else 514
    assert (found["matched"], found["missing"], found["extra"], found["imported"]) == (expected, [], [], True)
    assert code == (1 if found["area_differs"] else 0)
    assert len(found["area_differs"]) == {"kabupaten_full": 12, "kabupaten_simplified": 16, "provinsi_full": 0}[name]

    layer = geo.layers(tmp_path)[-1]
    assert layer.kind == "resmi"
    assert name in layer.edition
    assert len(gzip.compress(layer.body, compresslevel=9)) < 350_000
    document = json.loads(layer.body)
    shapes = gpd.read_parquet(source).set_index("code").geometry
    entries = document["provinces"] if expected == 38 else document["regions"]
    assert sorted(entries) == sorted(shapes.index)
    assert len(document["provinces"]) == 38
    kept = gpd.read_parquet(tmp_path / "boundaries" / found["edition"]["id"] / "regions.parquet").set_index("code")
    assert bool(shapely.coverage_is_valid(kept.geometry.array))
    project = Projection.of(np.array(kept.total_bounds), document["width"])
    square = project.scale**2 * project.squeeze
    off = {code: abs(drawn_area(entries[code]["d"]) / (shape.area * square) - 1) for code, shape in shapes.items()}
    assert {code: share for code, share in off.items() if share > TENTH} == {}


def test_editions_come_into_force_and_go_back(java: Publish, pack: Pack, tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "batas.gpkg"
    assert ran("status", "--store", store) == (0, {"in_force": None, "editions": []})
    assert [layer.kind for layer in geo.layers(store)] == ["skematik", "petak"]

    file.write_bytes(pack(java("big"), "geopackage"))
    bring = ("import", file, "--store", store, "--partial")
    _, first = ran(*bring, "--edition", "2023", "--source", "tanahair.indonesia.go.id")
    _, second = ran(*bring, "--edition", "2024", "--publisher", "Badan Informasi Geospasial")
    assert first["edition"]["publisher"] == "BIG"
    assert first["edition"]["sha256"] == first["sha256"]
    status = ran("status", "--store", store)[1]
    assert [each["edition"] for each in status["editions"]] == ["2023", "2024"]
    assert status["in_force"]["id"] == second["edition"]["id"]
    assert "Badan Informasi Geospasial 2024" in geo.layers(store)[-1].edition

    removed = ran("remove", "--store", store)[1]
    assert removed == {"removed": second["edition"]["id"], "in_force": first["edition"]["id"]}
    assert "BIG 2023" in geo.layers(store)[-1].edition
    assert ran("remove", first["edition"]["id"], "--store", store)[1]["in_force"] is None
    assert [layer.kind for layer in geo.layers(store)] == ["skematik", "petak"]
    with pytest.raises(NotFound):
        ran("remove", "--store", store)


def test_provinces_alone_are_a_map_of_provinces_and_give_way(
    java: Publish, pack: Pack, country: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    provinces, regions = tmp_path / "prov.parquet", tmp_path / "kab.parquet"
    dissolved = country.dissolve("province", as_index=False)[["province", "geometry"]]
    provinces.write_bytes(pack(dissolved, "geoparquet"))
    regions.write_bytes(pack(java("dotted"), "geoparquet"))
    ran("import", provinces, "--store", tmp_path)
    (official,) = [layer for layer in geo.layers(tmp_path) if layer.kind == "resmi"]
    assert official.levels == ("provinsi",)
    ran("import", regions, "--store", tmp_path, "--partial")
    ran("import", provinces, "--store", tmp_path)
    (official,) = [layer for layer in geo.layers(tmp_path) if layer.kind == "resmi"]
    assert official.levels == ("provinsi", "kabupaten")


def test_what_is_not_whole_is_imported_only_when_a_person_says_so(java: Publish, pack: Pack, tmp_path: Path) -> None:
    file = tmp_path / "jateng.geojson"
    file.write_bytes(pack(java("dotted"), "geojson"))
    code, found = ran("import", file, "--store", tmp_path)
    assert (code, found["matched"], len(found["missing"]), found["imported"]) == (1, 35, 479, False)
    assert found["obstacle"]
    assert ran("status", "--store", tmp_path)[1]["in_force"] is None
    code, found = ran("import", file, "--store", tmp_path, "--partial")
    assert (code, found["imported"]) == (1, True)
    document = json.loads(geo.layers(tmp_path)[-1].body)
    assert list(document["provinces"]) == ["33"]


def test_a_dry_run_keeps_nothing(java: Publish, pack: Pack, tmp_path: Path) -> None:
    file = tmp_path / "batas.zip"
    file.write_bytes(pack(java("big"), "shapefile"))
    _, found = ran("import", file, "--store", tmp_path, "--partial", "--dry-run")
    assert (found["matched"], found["imported"], found["obstacle"]) == (35, False, None)
    assert not (tmp_path / "boundaries").exists()


def test_answers_come_from_a_file(java: Publish, pack: Pack, tmp_path: Path) -> None:
    frame = java("names")
    frame.loc[frame["kabupaten"] == "Kabupaten Purbalingga", "kabupaten"] = "Kabupaten Purblinggo"
    frame.loc[frame["kabupaten"] == "Kabupaten Purblinggo", "geometry"] = shapely.box(105, -9.5, 105.2, -9.3)
    file, answers = tmp_path / "batas.parquet", tmp_path / "jawaban.json"
    file.write_bytes(pack(frame, "geoparquet"))
    _, found = ran("import", file, "--store", tmp_path)
    (question,) = found["questions"]
    assert "33.03" in question["choices"]
    answers.write_text(json.dumps({question["id"]: "33.03"}), encoding="utf-8")
    _, found = ran("import", file, "--store", tmp_path, "--partial", "--answers", answers)
    assert (found["matched"], found["questions"], found["imported"]) == (35, [], True)
    answers.write_text('{"x": 3}', encoding="utf-8")
    with pytest.raises(BadInput):
        ran("import", file, "--store", tmp_path, "--answers", answers)


def test_a_format_that_the_content_is_not_is_bad_input(java: Publish, pack: Pack, tmp_path: Path) -> None:
    file = tmp_path / "batas.geojson"
    file.write_bytes(pack(java("dotted"), "geopackage"))
    with pytest.raises(BadInput, match="geopackage, not geojson"):
        ran("import", file, "--store", tmp_path, "--format", "geojson")
    with pytest.raises(BadInput):
        ran("import", tmp_path / "nothing.gpkg", "--store", tmp_path)
