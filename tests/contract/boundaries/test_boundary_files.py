"""Every format, every publisher's columns, every way to write a code: the same 514 regions."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely

from etl.sources.boundaries import Asked, Limits
from etl.sources.boundaries.parse import parse
from etl.sources.child.fault import Fault
from geo.boundaries.values import LEAVE_OUT, Report

Publish = Callable[[str], gpd.GeoDataFrame]
Pack = Callable[..., bytes]


def looked(data: bytes, **asked: Any) -> Report:
    return parse(data, Asked(**asked), Limits())[1].report


@pytest.mark.parametrize("kind", ["geojson", "geopackage", "geoparquet", "shapefile"])
def test_every_format_is_read_by_its_content(kind: str, publish: Publish, pack: Pack) -> None:
    found, prepared = parse(pack(publish("big"), kind), Asked(), Limits())
    assert found == kind
    assert (prepared.report.matched, prepared.report.missing, prepared.report.publisher) == (514, (), "BIG")


@pytest.mark.parametrize(
    ("who", "publisher", "joined_by"),
    [
        ("hdx-old", "HDX COD-AB", "bps"),
        ("hdx-new", "HDX COD-AB", "bps"),
        ("geoboundaries", "geoBoundaries", "nama"),
        ("gadm", "GADM", "bps"),
        ("gadm-names", "GADM", "nama"),
        ("dotted", None, "kemendagri"),
        ("undotted", None, "kemendagri"),
        ("bps-as-code", None, "bps"),
        ("code-only", None, "kemendagri"),
        ("digits-only", None, "kemendagri"),
        ("names", None, "nama"),
    ],
)
def test_every_publisher_is_joined_whole(
    who: str, publisher: str | None, joined_by: str, publish: Publish, pack: Pack, country: gpd.GeoDataFrame
) -> None:
    _, prepared = parse(pack(publish(who), "geoparquet"), Asked(), Limits())
    report = prepared.report
    assert (report.publisher, report.joined_by, report.level) == (publisher, joined_by, "kabupaten")
    assert (report.matched, report.missing, report.extra, report.questions) == (514, (), (), ())
    points = dict(zip(country.code, shapely.point_on_surface(country.geometry.array), strict=True))
    strayed = [
        code
        for code, shape in zip(prepared.codes, prepared.shapes, strict=True)
        if not shape.dwithin(points[code], 0.1)
    ]
    assert strayed == []


@pytest.mark.parametrize("epsg", [3857, 32749, 9470])
@pytest.mark.parametrize("kind", ["geopackage", "geoparquet", "shapefile", "geojson"])
def test_other_coordinate_systems_are_recognised(epsg: int, kind: str, java: Publish, pack: Pack) -> None:
    report = looked(pack(java("dotted").to_crs(epsg), kind))
    assert report.matched == 35
    (crs,) = [finding for finding in report.findings if finding.check == "crs"]
    # GeoJSON by GDAL is always WGS 84 unless the file names another system, which it does
    assert crs.passed
    assert crs.values["crs"] in {f"EPSG:{epsg}", "OGC:CRS84", "EPSG:4326"}
    assert all(finding.passed for finding in report.findings if finding.check == "nesting")


def test_numbers_without_a_system_are_refused_unless_they_are_degrees(java: Publish, pack: Pack) -> None:
    report = looked(pack(java("dotted").set_crs(None, allow_override=True), "geoparquet"))
    assert report.matched == 35
    assert [finding.check for finding in report.findings if not finding.passed and finding.check == "crs"] == ["crs"]
    metres = java("dotted").to_crs(3857).set_crs(None, allow_override=True)
    with pytest.raises(Fault, match="no_crs"):
        looked(pack(metres, "geoparquet"))
    with pytest.raises(Fault, match="elsewhere"):
        looked(pack(java("dotted").to_crs(3857).set_crs(4326, allow_override=True), "geoparquet"))


def test_swapped_coordinates_are_a_question(java: Publish, pack: Pack) -> None:
    frame = java("dotted")
    frame = frame.set_geometry(shapely.transform(frame.geometry.array, lambda xy: xy[:, ::-1]), crs=4326)
    data = pack(frame, "geoparquet")
    (question,) = [each for each in looked(data).questions if each.kind == "swapped"]
    answered = looked(data, answers={question.id: question.choices[0]})
    assert answered.questions == ()
    assert answered.matched == 35
    with pytest.raises(Fault, match="wrong_answer"):
        looked(data, answers={question.id: "barangkali"})


def test_codes_that_lost_a_digit_are_refused_and_names_may_settle_it(java: Publish, pack: Pack) -> None:
    frame = java("undotted")
    frame["kode"] = frame["kode"].str.replace("0", "", n=1)  # 3303 becomes 333
    damaged = (frame["kode"].str.len() == 3).sum()
    data = pack(frame, "geoparquet")
    report = looked(data)
    assert damaged > 5
    assert len(report.refused) == damaged
    assert report.matched == 35 - damaged
    assert "333" in " ".join(feature.label for feature in report.refused)
    (question,) = [each for each in report.questions if each.kind == "damaged_codes"]
    by_name = looked(data, answers={question.id: question.choices[0]})
    assert (by_name.matched, by_name.joined_by, by_name.refused) == (35, "kemendagri", ())


def test_codes_as_decimal_numbers_have_lost_their_zeros(java: Publish, pack: Pack) -> None:
    frame = java("dotted")
    frame["kode"] = frame["kode"].astype(float)  # 33.10 and 33.20 become 33.1 and 33.2
    assert sorted(feature.label.split(" ")[0] for feature in looked(pack(frame, "geoparquet")).refused) == [
        "33.1",
        "33.2",
    ]


def test_a_code_that_contradicts_its_name_is_a_question(java: Publish, pack: Pack) -> None:
    frame = java("dotted")
    frame.loc[frame["kode"] == "33.03", "nama"] = "Kabupaten Banyumas"
    frame.loc[frame["kode"] == "33.02", "nama"] = "Negeri Antah"
    data = pack(frame, "geoparquet")
    report = looked(data)
    # code and place agree where the name says nothing; where it names another region, a person says
    assert "33.02" not in report.missing
    (question,) = report.questions
    assert question.kind == "disagrees"
    assert question.choices[0] == "33.03"
    assert looked(data, answers={question.id: "33.03"}).matched == 35
    left = looked(data, answers={question.id: LEAVE_OUT})
    assert ("33.03" in left.missing, len(left.extra)) == (True, 1)


def test_bare_digits_without_names_or_places_are_never_taken(java: Publish, pack: Pack) -> None:
    frame = java("digits-only")
    frame = frame.set_geometry(frame.geometry.translate(0, -3), crs=4326)  # into the sea
    data = pack(frame, "geoparquet")
    report = looked(data)
    assert report.matched == 0
    (question,) = [each for each in report.questions if each.kind == "codes"]
    assert question.choices == ("kemendagri", "bps")


def test_old_codes_of_papua_lead_to_todays(publish: Publish, pack: Pack, country: gpd.GeoDataFrame) -> None:
    papua = country.code.str[:2].isin({"91", "93", "94", "95"})
    frame = publish("dotted")[papua].reset_index(drop=True)
    old = {"93.01": "91.01", "94.04": "91.09", "95.01": "91.02"}
    frame["kode"] = frame["kode"].replace(old)
    report = looked(pack(frame, "geoparquet"))
    assert (report.matched, report.questions) == (papua.sum(), ())


def test_stale_bps_codes_of_papua_yield_to_name_and_place(
    publish: Publish, pack: Pack, country: gpd.GeoDataFrame
) -> None:
    papua = country.code.str[:2].isin({"91", "93", "94", "95"})
    frame = publish("hdx-old")[~papua | (country.code == "93.01") | (country.code == "94.01")].reset_index(drop=True)
    frame["ADM1_EN"] = frame["ADM1_EN"].replace({"Papua Selatan": "Papua", "Papua Tengah": "Papua"})
    frame["ADM2_PCODE"] = frame["ADM2_PCODE"].where(frame["ADM2_EN"] != "Merauke", "ID9401")
    report = looked(pack(frame, "geoparquet"))
    assert {"93.01", "94.01"}.isdisjoint(report.missing)
    assert not report.questions


def test_lakes_and_strangers_are_no_regions(java: Publish, pack: Pack) -> None:
    frame = java("hdx-old")
    lake = frame.iloc[[0]].assign(ADM2_PCODE="ID3388", ADM2_EN="Waduk Kedungombo")
    lake = lake.set_geometry(lake.geometry.translate(0, -3), crs=4326)
    stranger = lake.assign(ADM2_PCODE="ID9999", ADM2_EN="Zzyzx")
    both = gpd.GeoDataFrame(
        np.concatenate([frame, lake, stranger]), columns=frame.columns, geometry="geometry", crs=4326
    )
    report = looked(pack(both, "geoparquet"))
    assert report.matched == 35
    assert [feature.label.split(" ")[0] for feature in report.dropped] == ["ID3388"]
    assert [feature.label.split(" ")[0] for feature in report.extra] == ["ID9999"]


def test_rows_of_one_region_are_joined(java: Publish, pack: Pack) -> None:
    """A table of villages that names the kabupaten of every row, or of islands."""
    frame = java("big").explode(ignore_index=True)
    halves = gpd.overlay(frame, gpd.GeoDataFrame(geometry=shapely.box([100, 110.2], -12, [110.2, 142], 7), crs=4326))
    assert len(halves) > 35
    report = looked(pack(halves, "geoparquet"))
    assert (report.matched, report.level) == (35, "kabupaten")


def test_a_layer_of_several_is_chosen_by_its_columns(java: Publish, pack: Pack, tmp_path: Any) -> None:
    path = tmp_path / "layers.gpkg"
    java("gadm").drop(columns=["GID_2", "NAME_2", "TYPE_2", "CC_2"]).assign(GID_1="IDN.1_1").to_file(
        path, layer="ADM_1"
    )
    java("gadm").to_file(path, layer="ADM_2")
    java("gadm").drop(columns=list(java("gadm").columns[:5])).assign(COUNTRY="Indonesia").to_file(path, layer="ADM_0")
    assert looked(path.read_bytes()).table == "ADM_2"
    with pytest.raises(Fault, match="no_layer"):
        looked(path.read_bytes(), layer="ADM_7")


def test_provinces_are_recognised_as_such(country: gpd.GeoDataFrame, pack: Pack) -> None:
    provinces = country.dissolve("province", as_index=False)[["province", "geometry"]]
    code_of = dict(zip(country.province, country.code.str[:2], strict=True))
    codes = provinces.assign(kode=provinces.province.map(code_of))
    for frame in (provinces, codes.drop(columns="province"), codes.rename(columns={"province": "nama"})):
        report = looked(pack(frame, "geoparquet"))
        assert (report.level, report.matched, report.missing) == ("provinsi", 38, ())


def test_broken_and_overlapping_shapes_are_mended(java: Publish, pack: Pack) -> None:
    frame = java("dotted")
    bow_tie = shapely.Polygon([(110, -7), (110.4, -7.3), (110.4, -7), (110, -7.3)])
    shapes = list(frame.geometry)
    shapes[2] = shapely.buffer(shapes[2], 0.05)
    shapes[0] = bow_tie
    report = looked(pack(frame.set_geometry(shapes, crs=4326), "geoparquet"))
    (overlaps,) = [finding for finding in report.findings if finding.check == "overlaps"]
    assert report.repaired >= 2
    assert not overlaps.passed
    assert overlaps.items


def test_no_library_that_follows_references_is_loaded(java: Publish, pack: Pack, tmp_path: Any) -> None:
    """A file is read and worked on without GDAL ever being loaded."""
    names = []
    for kind in ("geojson", "geopackage", "geoparquet", "shapefile"):
        names.append(str(tmp_path / kind))
        (tmp_path / kind).write_bytes(pack(java("dotted"), kind))
    code = (
        "import sys, pathlib\n"
        "from etl.sources.boundaries import Asked, Limits\n"
        "from etl.sources.boundaries.parse import parse\n"
        "for name in sys.argv[1:]: parse(pathlib.Path(name).read_bytes(), Asked(), Limits())\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'pyogrio', 'fiona', 'osgeo'}])"
    )
    ran = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
