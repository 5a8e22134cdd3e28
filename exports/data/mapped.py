"""Tables of regions as map data: GeoJSON (RFC 7946) and GeoPackage. One feature a row."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import polars as pl
import shapely

from briefings.stamp import Stamp
from briefings.table import Table
from exports.data import about
from exports.data.columnar import METADATA, frame
from exports.data.fields import Plain, fields, rows
from exports.data.places import BASIS, Place, bounds, geometry_column, places
from geo.boundaries.editions import Outlines
from i18n import Text


def geojson(table: Table, stamp: Stamp, t: Text, outlines: Outlines | None = None) -> bytes:
    """A table as GeoJSON: longitude and latitude of WGS 84, outer rings counter-clockwise, properties typed.

    `ikrar` beside the features says what the table is, and where its shapes come from. Raises BadInput for a table
    whose rows are no regions.
    """
    found = places(table, outlines)
    keys = [field.key for field in fields(table, t)]
    around = bounds(found)
    document = {
        "type": "FeatureCollection",
        **({} if around is None else {"bbox": around}),
        METADATA: _about(table, stamp, t, outlines),
        "features": [
            _feature(place, dict(zip(keys, row, strict=True)))
            for place, row in zip(found, rows(table, stamp), strict=True)
        ],
    }
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def geopackage(table: Table, stamp: Stamp, t: Text, outlines: Outlines | None = None) -> bytes:
    """A table as GeoPackage: one layer of the table's name, its dictionary and stamp in the file's metadata.

    The library writes to a file alone, so that a folder of our own holds it for a moment. Raises as `geojson` does.
    """
    import pyogrio  # type: ignore[import-untyped] # Here: it brings GDAL, which pages that take CSV must not wait for.

    found = places(table, outlines)
    told = _about(table, stamp, t, outlines)
    named = pl.Series(BASIS, [basis for _, basis in found], pl.String)
    features = frame(table, stamp, t).with_columns(named, geometry_column(found))
    with tempfile.TemporaryDirectory(prefix="ikrar-") as folder:
        path = Path(folder, "data.gpkg")
        pyogrio.write_arrow(
            features.to_arrow(compat_level=pl.CompatLevel.oldest()),
            path,
            layer=table.name,
            driver="GPKG",
            geometry_name="geometry",
            geometry_type=_geometry_type(found),
            crs="EPSG:4326",
            dataset_metadata={METADATA: json.dumps(told, ensure_ascii=False)},
            layer_options={"IDENTIFIER": table.title, "DESCRIPTION": " ".join([*table.notes, told["geometry"]])},
        )
        _dated(path, stamp.made_at)
        return path.read_bytes()


def _about(table: Table, stamp: Stamp, t: Text, outlines: Outlines | None) -> dict[str, Any]:
    if outlines is None:
        shapes = t("Points inside the regions, from the register. They are no boundaries.")
    else:
        licence = outlines.licence or t("not stated")
        shapes = t("Boundaries: {edition}, simplified. Licence: {licence}.", edition=outlines.label, licence=licence)
    return about.of_table(table, stamp, t) | {"geometry": shapes}


def _feature(place: Place, row: dict[str, Plain]) -> dict[str, Any]:
    shape, basis = place
    properties = {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in row.items()}
    return {
        "type": "Feature",
        "geometry": None if shape is None else shapely.geometry.mapping(shape),
        "properties": properties | {BASIS: basis},
    }


def _geometry_type(found: tuple[Place, ...]) -> str:
    types = {shape.geom_type for shape, _ in found if shape is not None}
    return types.pop() if len(types) == 1 else "Unknown"


def _dated(path: Path, moment: dt.datetime) -> None:
    """Put the stamp's moment where the library wrote the clock's, so that the same content is the same file."""
    said = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE gpkg_contents SET last_change = ?", (said,))
        database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (said,))
