"""Files of boundaries as publishers write them, made here: our own schematic shapes under their columns."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import polars as pl
import pytest

from geo import register

Publish = Callable[[str], gpd.GeoDataFrame]
Pack = Callable[..., bytes]


@pytest.fixture(scope="session")
def country(schematic_regions: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Every region in force: code, bps_code, name, bare, kind, province, and a schematic shape around its point."""
    facts = register.regions().filter(pl.col("successor_code").is_null()).select("code", "bps_code").iter_rows()
    bps = dict(facts)
    frame = schematic_regions
    regions = [register.region(code) for code in frame["code"]]
    return frame.assign(
        bps_code=[bps[region.code] for region in regions],
        name=[region.name for region in regions],
        bare=[region.bare_name for region in regions],
        kind=["Kota" if region.level == "kota" else "Kabupaten" for region in regions],
        province=[register.name_of(region.code[:2]) for region in regions],
    ).reset_index(drop=True)


@pytest.fixture(scope="session")
def publish(country: gpd.GeoDataFrame) -> Publish:
    """The country under a publisher's columns."""

    def columns(who: str) -> gpd.GeoDataFrame:
        c = country
        kota = c.kind == "Kota"
        # BIG leaves out "Kabupaten" and keeps "Kota"; GADM leaves out the spaces
        named = c.bare.where(~kota, "Kota " + c.bare)
        told: dict[str, dict[str, object]] = {
            "big": {"NAMOBJ": named, "KDPKAB": c.code, "KDBBPS": c.bps_code, "WADMKK": named, "WADMPR": c.province},
            "hdx-old": {"ADM2_PCODE": "ID" + c.bps_code, "ADM2_EN": named, "ADM1_EN": c.province, "Shape_Area": 1.5},
            "hdx-new": {"adm2_pcode": "ID" + c.bps_code, "adm2_name": named, "adm1_name": c.province},
            "geoboundaries": {"shapeName": named, "shapeISO": "", "shapeID": c.index.astype(str), "shapeType": "ADM2"},
            "gadm": {
                "GID_2": [f"IDN.1.{at}_1" for at in c.index],
                "NAME_2": named.str.replace(" ", ""),
                "TYPE_2": c.kind,
                "CC_2": c.bps_code,
                "NAME_1": c.province.str.replace(" ", ""),
            },
            "gadm-names": {
                "GID_2": [f"IDN.1.{at}_1" for at in c.index],
                "NAME_2": c.bare.str.replace(" ", ""),
                "TYPE_2": c.kind,
                "NAME_1": c.province.str.replace(" ", ""),
            },
            "dotted": {"kode": c.code, "nama": c.name},
            "undotted": {"kode": c.code.str.replace(".", ""), "nama": c.name},
            "bps-as-code": {"kode": c.bps_code, "nama": c.name},
            "code-only": {"code": c.code},
            "digits-only": {"code": c.code.str.replace(".", "")},
            "names": {"kabupaten": c.name, "provinsi": c.province},
        }
        return gpd.GeoDataFrame(told[who], geometry=c.geometry, crs=4326, index=c.index)

    return columns


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """A frame as the bytes of a file, written by GDAL: a second opinion on what our own readers read."""

    def written(frame: gpd.GeoDataFrame, kind: str, name: str = "batas") -> bytes:
        path = tmp_path / {"geojson": "a.geojson", "geopackage": "a.gpkg", "geoparquet": "a.parquet"}.get(kind, "a.shp")
        if kind == "geoparquet":
            frame.to_parquet(path)
        elif kind == "geojson":
            frame.to_file(path, driver="GeoJSON")
        elif kind == "geopackage":
            frame.to_file(path, driver="GPKG", layer=name)
        else:
            buffer = io.BytesIO()
            frame.to_file(path, driver="ESRI Shapefile")
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
                for part in sorted(tmp_path.glob("a.*")):
                    archive.write(part, f"peta/{name}{part.suffix}")
            return buffer.getvalue()
        return path.read_bytes()

    return written


@pytest.fixture(scope="session")
def java(publish: Publish, country: gpd.GeoDataFrame) -> Publish:
    """The 35 regions of one province: what needs no whole country is tried on them."""
    return lambda who: publish(who)[country.code.str.startswith("33.")].reset_index(drop=True)
