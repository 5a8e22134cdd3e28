"""Files that pretend, are torn, or would have a program read others: refused in words, and nothing is kept."""

from __future__ import annotations

import datetime as dt
import io
import json
import sqlite3
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import shapely

import geo
from etl.boundaries import Provenance, keep, remove
from etl.sources.boundaries import Asked, Limits, Reading, read
from etl.sources.boundaries.parse import parse
from etl.sources.child.fault import Fault
from geo.boundaries.editions import editions, in_force, layer, recheck
from i18n import BadInput, Damaged, NotFound, text

SQUARE = shapely.box(109.2, -7.5, 109.6, -7.1)
VRT = b'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>'


def geojson(**more: object) -> bytes:
    feature = {"type": "Feature", "properties": {"kode": "33.03"}, "geometry": json.loads(shapely.to_geojson(SQUARE))}
    return json.dumps({"type": "FeatureCollection", "features": [feature], **more}).encode()


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return buffer.getvalue()


def geopackage(tmp_path: Path, *more: str) -> bytes:
    """A GeoPackage of one region by hand, and what else a forger would add."""
    path = tmp_path / "a.gpkg"
    with sqlite3.connect(path) as database:
        database.executescript(
            "PRAGMA application_id = 0x47504B47;"
            "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);"
            "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);"
            "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER);"
            "INSERT INTO gpkg_contents VALUES ('kab', 'features');"
            "INSERT INTO gpkg_geometry_columns VALUES ('kab', 'geom', 4326);"
            "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326);"
            "CREATE TABLE kab (kode TEXT, geom BLOB);"
        )
        blob = b"GP\0\1" + struct.pack("<i", 4326) + shapely.to_wkb(SQUARE)
        database.execute("INSERT INTO kab VALUES ('33.03', ?)", (blob,))
        for statement in more:
            database.execute(statement)
    database.close()
    return path.read_bytes()


def code_of(data: bytes, **asked: str) -> str:
    with pytest.raises(Fault) as raised:
        parse(data, Asked(**asked), Limits())  # type: ignore[arg-type]  # words of a question by name
    return raised.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (VRT, "not_boundaries"),
        (b"\xef\xbb\xbf" + VRT, "not_boundaries"),
        (b"<!DOCTYPE html><html><body>", "not_boundaries"),
        (b"%PDF-1.7", "not_boundaries"),
        (struct.pack(">i", 9994) + bytes(96), "bare_shapefile"),
        (b"kode;nama\n33.03;Purbalingga", "unknown_kind"),
        (b"SQLite format 3\0" + bytes(4080), "not_boundaries"),
        (b"PAR1garbagePAR1", "broken"),
        (b"PAR1" + bytes(40), "broken"),
        (b'{"type": "FeatureCollection", "features": [', "broken"),
        (b"[" * 100_000, "unknown_kind"),
        (b'{"a":' * 100_000, "broken"),
        (b'{"type": "Topology"}', "not_boundaries"),
        (b'{"type": "FeatureCollection", "features": [7]}', "broken"),
        (b'{"type": "FeatureCollection", "features": []}', "empty"),
        (b"\xff\xfe{", "unknown_kind"),
        (b'{"\xff": 1}', "wrong_encoding"),
        (zipped(a__vrt=VRT), "no_member"),
        (zipped(a__geojson=VRT), "not_boundaries"),
        (zipped(a__json=zipped(b__json=geojson())), "zip_in_zip"),
        (zipped(a__shp=b"x"), "no_dbf"),
        (zipped(a__shp=b"x", a__dbf=b"x"), "broken"),
        (zipped(a__geojson=geojson(), b__geojson=geojson()), "several_layers"),
        (b"PK\x03\x04torn", "broken"),
    ],
)
def test_what_is_no_plain_data_is_named_and_not_opened(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_coordinates_that_are_no_numbers_are_refused() -> None:
    assert code_of(geojson().replace(b"109.2", b"NaN")) == "broken"
    assert code_of(geojson().replace(b"109.2", b"1e999")) in {"bad_shape", "not_finite"}
    assert code_of(geojson().replace(b"109.2", b'"109.2x"')) == "bad_shape"


@pytest.mark.parametrize(
    "crs",
    [
        {"type": "link", "properties": {"href": "http://example.org/crs"}},
        {"type": "name", "properties": {"name": "+proj=longlat +nadgrids=/etc/passwd"}},
        {"type": "name", "properties": {"name": "/etc/passwd"}},
        7,
    ],
)
def test_a_coordinate_system_is_read_and_never_followed(crs: object) -> None:
    assert code_of(geojson(crs=crs)) == "unknown_crs"


@pytest.mark.parametrize(
    "forged",
    [
        ("ALTER TABLE kab RENAME TO hidden", "CREATE VIEW kab AS SELECT kode, geom FROM hidden"),
        ("DROP TABLE kab", "CREATE VIRTUAL TABLE kab USING fts5(kode, geom)"),
    ],
)
def test_views_and_virtual_tables_of_a_geopackage_are_not_read(forged: tuple[str, ...], tmp_path: Path) -> None:
    assert code_of(geopackage(tmp_path, *forged)) == "not_plain"


def test_a_geopackage_runs_nothing_and_reads_as_it_is(tmp_path: Path) -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON kab BEGIN DELETE FROM kab; END"
    data = geopackage(tmp_path, trigger)
    assert parse(data, Asked(), Limits())[1].report.matched == 1
    in_write_ahead_mode = data[:18] + b"\x02\x02" + data[20:]
    assert parse(in_write_ahead_mode, Asked(), Limits())[1].report.matched == 1


def test_damage_anywhere_is_a_refusal_and_never_a_crash(tmp_path: Path) -> None:
    """Cut or overwritten at many places, a file is read whole, or refused in words."""
    whole = (geojson(), geopackage(tmp_path), zipped(a__geojson=geojson()))
    for data in whole:
        for at in range(1, len(data), max(1, len(data) // 40)):
            for torn in (data[:at], data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]):
                with suppress(Fault):  # any other exception fails the test
                    parse(torn, Asked(), Limits())


@pytest.mark.parametrize(
    ("data", "limits", "says"),
    [
        (geojson(), Limits(file=100), "at most 0 MB"),
        (zipped(a__geojson=bytes(3_000_000)), Limits(expanded=1_000_000), "Unpacked"),
        (geojson(), Limits(features=0), "1 features"),
    ],
)
def test_what_is_too_large_is_refused_by_the_process_that_reads(data: bytes, limits: Limits, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read(data, "batas", Asked(), limits=limits)


def test_what_costs_too_much_ends_the_reading_process_alone() -> None:
    with pytest.raises(BadInput) as raised:
        read(geojson(), "batas", Asked(), limits=Limits(memory=40 * 1024 * 1024))
    assert "40 MB" in raised.value.render(text("id"))


@pytest.fixture(scope="module")
def reading() -> Reading:
    """One region, read in the child process."""
    return read(geojson(), "batas.geojson", Asked())


def kept(store: Path, reading: Reading) -> str:
    return keep(store, reading, Provenance(), by="uji", now=dt.datetime(2026, 1, 2, tzinfo=dt.UTC)).id


def test_a_write_that_fails_leaves_what_was(tmp_path: Path, reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept(tmp_path, reading)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadInput, match="No space left"):
        keep(tmp_path, reading, Provenance(), by="uji", now=dt.datetime(2026, 1, 3, tzinfo=dt.UTC))
    shown = in_force(tmp_path)
    assert shown is not None
    assert shown.id == first
    assert [path.name for path in (tmp_path / "boundaries").iterdir()] == [first]


def test_an_import_that_was_killed_half_way_is_not_there(tmp_path: Path, reading: Reading) -> None:
    first = kept(tmp_path, reading)
    (tmp_path / "boundaries" / f".{first}x").mkdir()
    assert [edition.id for edition in editions(tmp_path)] == [first]


def test_a_map_that_changed_on_disk_is_not_shown(tmp_path: Path, reading: Reading) -> None:
    edition = kept(tmp_path, reading)
    path = tmp_path / "boundaries" / edition / "map.json"
    path.write_bytes(path.read_bytes().replace(b"33.03", b"33.04"))
    with pytest.raises(Damaged):
        layer(tmp_path)
    assert [each.kind for each in geo.layers(tmp_path)] == ["skematik", "petak"]
    checked, faults = recheck(tmp_path)
    assert (checked, [fault.where for fault in faults]) == (3, [str(path)])


def test_a_record_that_is_damaged_is_named_and_can_be_removed(tmp_path: Path, reading: Reading) -> None:
    first, second = kept(tmp_path / "a", reading), kept(tmp_path / "b", reading)
    assert first == second
    (tmp_path / "a" / "boundaries" / first / "edition.json").write_text("{", encoding="utf-8")
    with pytest.raises(Damaged, match=first):
        in_force(tmp_path / "a")
    assert len(recheck(tmp_path / "a")[1]) == 1
    assert geo.layers(tmp_path / "a") == geo.layers()
    assert remove(tmp_path / "a", first) == first
    assert editions(tmp_path / "a") == ()
    for stranger in ("..", f"../../b/boundaries/{second}", "", "."):
        with pytest.raises(NotFound):
            remove(tmp_path / "a", stranger)
    assert recheck(tmp_path / "b") == (3, ())
