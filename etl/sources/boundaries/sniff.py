"""What a file of boundaries is by its content. Its name is never asked."""

from __future__ import annotations

import re
from typing import Literal

from etl.sources.child.fault import Fault

Format = Literal["geoparquet", "geojson", "shapefile", "geopackage"]
FORMATS: tuple[Format, ...] = ("geoparquet", "geojson", "shapefile", "geopackage")
Container = Literal["geoparquet", "geojson", "geopackage", "zip"]

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x00\x00\x27\x0a", "SHP"),
    (b"fgb\x03", "FlatGeobuf"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\0", "GeoTIFF"),
    (b"MM\0*", "GeoTIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "GZIP"),
    (b"\xd0\xcf\x11\xe0", "Excel (XLS)"),
)
_XML: tuple[tuple[bytes, str], ...] = (
    (rb"<OGRVRTDataSource", "VRT"),
    (rb"<!doctype\s+html|<html", "HTML"),
    (rb"<kml", "KML"),
    (rb"<(?:\w+:)?FeatureCollection", "GML"),
)
_SQLITE = b"SQLite format 3\0"
_APPLICATION_IDS = (b"GPKG", b"GP10", b"GP11")
_MARK = b"\xef\xbb\xbf"
_HEAD = 4096


def sniff(data: bytes) -> Container:
    """The container. Raises Fault for everything else, naming what it is."""
    if not data.strip():
        raise Fault("empty")
    if data.startswith(b"PK\x03\x04"):
        return "zip"
    if data.startswith(b"PAR1"):
        if not data.endswith(b"PAR1"):
            raise Fault("broken")
        return "geoparquet"
    if data.startswith(_SQLITE):
        if data[68:72] not in _APPLICATION_IDS:
            raise Fault("not_boundaries", format="SQLite")
        return "geopackage"
    if data[:_HEAD].removeprefix(_MARK).lstrip().startswith(b"{"):
        return "geojson"
    raise (
        Fault("unknown_kind")
        if (name := _other(data)) is None
        else Fault("bare_shapefile" if name == "SHP" else "not_boundaries", format=name)
    )


def _other(data: bytes) -> str | None:
    """What a file is that holds no boundaries we read."""
    head = data[:_HEAD].removeprefix(_MARK).lstrip()
    if head.startswith(b"<"):
        return next((name for pattern, name in _XML if re.search(pattern, head, re.IGNORECASE)), "XML")
    return next((name for start, name in _OTHERS if data.startswith(start)), None)
