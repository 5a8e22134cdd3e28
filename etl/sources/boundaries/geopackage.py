"""GeoPackage by SQLite alone, in memory and reading only: no view, trigger or function of the file is run."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import shapely

from etl.sources.boundaries.offers import Offer, as_shapes, text
from etl.sources.child.fault import Fault
from geo.boundaries.values import FeatureTable

_ENVELOPES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_EMPTY = 0x10
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
_LAYERS = """
    SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id
    FROM gpkg_contents c JOIN gpkg_geometry_columns g ON c.table_name = g.table_name
    LEFT JOIN gpkg_spatial_ref_sys s ON g.srs_id = s.srs_id WHERE c.data_type = 'features'
"""


@dataclass(frozen=True, slots=True)
class _Layer:
    """A feature table as the file's own tables describe it. `crs` null = undefined."""

    table: str
    geometry: str
    crs: str | None


def offers(data: bytes) -> list[Offer]:
    """The feature tables. Raises Fault."""
    with _opened(data) as database:
        found = database.execute(_LAYERS).fetchall()
        return [_offer(database, data, _Layer(table, geometry, _crs(*system))) for table, geometry, *system in found]


def _offer(database: sqlite3.Connection, data: bytes, layer: _Layer) -> Offer:
    kept = database.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (layer.table,)
    ).fetchone()
    if kept is None or "virtual" in str(kept[0]).lower().split("(")[0]:
        raise Fault("not_plain", table=layer.table)
    table = _quoted(layer.table)
    names = [each[0] for each in database.execute(f"SELECT * FROM {table} LIMIT 0").description]  # noqa: S608 -- quoted
    if layer.geometry not in names:
        raise Fault("broken")
    columns = tuple(name for name in names if name != layer.geometry)
    ids = database.execute(f"SELECT {_quoted(names[0])} FROM {table}").fetchall()  # noqa: S608 -- quoted

    def load() -> FeatureTable:
        wanted = ", ".join(map(_quoted, [layer.geometry, *columns]))
        with _opened(data) as again:
            rows = again.execute(f"SELECT {wanted} FROM {table}").fetchall()  # noqa: S608 -- quoted
        shapes = as_shapes(_shape(row[0], at) for at, row in enumerate(rows, 1))
        cells = {name: [text(row[at]) for row in rows] for at, name in enumerate(columns, 1)}
        return FeatureTable(layer.table, cells, shapes, layer.crs)

    return Offer(layer.table, columns, len(ids), load)


def _crs(organization: str | None, code: int | None) -> str | None:
    defined = organization and organization.upper() != "NONE"
    return f"{organization}:{code}".upper() if defined else None


@contextmanager
def _opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """The file as a database in memory. What is wrong with it is a Fault."""
    # a file left in write-ahead mode says so in two bytes; without its log it is as whole, and memory has no log
    image = data[:18] + b"\x01\x01" + data[20:]
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(image)
            for setting in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
                database.execute(f"PRAGMA {setting}")
            database.set_authorizer(_authorise)
            yield database
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise Fault("broken") from error


def _authorise(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _shape(blob: object, row: int) -> shapely.Geometry | None:
    """The geometry of a GeoPackage blob: a header of its own, then WKB."""
    if blob is None:
        return None
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        raise Fault("bad_shape", row=row)
    (flags,) = struct.unpack_from("B", blob, 3)
    envelope = _ENVELOPES.get(flags >> 1 & 7)
    if envelope is None:
        raise Fault("bad_shape", row=row)
    if flags & _EMPTY:
        return None
    try:
        return shapely.from_wkb(blob[8 + envelope :])
    except shapely.errors.ShapelyError as error:
        raise Fault("bad_shape", row=row) from error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
