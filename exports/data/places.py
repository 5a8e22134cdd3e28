"""Where the rows of a table are: the outlines of an official edition, else one point inside each region.

Our schematic shapes are never written: they are nobody's boundaries, and a program would take them for some.
"""

from __future__ import annotations

from functools import lru_cache

import polars as pl
import shapely
from shapely.geometry.base import BaseGeometry

from briefings.table import Bounds, Table
from geo import register
from geo.boundaries.editions import Outlines
from i18n import N_, BadInput

KEYS = ("code", "region_code")
"""What the column is called that holds the codes of a table's regions."""

BASIS = "geometry_basis"
"""The property that says what a place is: an official outline, or a point that stands for the region."""

OFFICIAL, POINT = "official_boundary", "label_point"
_DECIMALS = 7
"""Of a degree: a centimetre. More is noise of the arithmetic."""

Place = tuple[BaseGeometry | None, str | None]
"""A geometry in degrees (outer rings counter-clockwise) and its basis; both null = the row is no single region."""


def has_regions(table: Table) -> bool:
    """Whether its rows are of regions, so that they have a place."""
    return any(column.key in KEYS for column in table.columns)


def places(table: Table, outlines: Outlines | None) -> tuple[Place, ...]:
    """The place of each row. Raises BadInput for a table whose rows are no regions."""
    at = next((index for index, column in enumerate(table.columns) if column.key in KEYS), None)
    if at is None:
        raise BadInput(
            N_("The rows of this table are no regions, so that they cannot be put on a map."),
            next_step=N_("Choose CSV, Parquet or XLSX."),
        )
    known = _points() if outlines is None else _points() | _outlines(outlines.regions)
    codes = [cell for row in table.rows for cell in [row[at]]]
    return tuple((None, None) if isinstance(code, Bounds) else known.get(str(code), (None, None)) for code in codes)


@lru_cache(maxsize=1)
def _points() -> dict[str, Place]:
    """The label point of every code of the register."""
    rows = register.regions().select("code", "longitude", "latitude").drop_nulls()
    return {code: (shapely.Point(longitude, latitude), POINT) for code, longitude, latitude in rows.iter_rows()}


@lru_cache(maxsize=2)
def _outlines(regions: bytes) -> dict[str, Place]:
    """The outline of every code of an edition; a province's too where all its regions are in it."""
    kept = pl.read_parquet(regions)
    shapes = dict(zip(kept["code"], shapely.from_wkb(kept["geometry"].to_list()), strict=True))
    for province in register.provinces():
        inside = register.children(province)
        if province not in shapes and shapes.keys() >= set(inside):
            shapes[province] = shapely.union_all([shapes[code] for code in inside])
    return {code: (_written(shape), OFFICIAL) for code, shape in shapes.items()}


def _written(shape: BaseGeometry) -> BaseGeometry:
    """The shape with its outer rings counter-clockwise (RFC 7946), rounded."""
    return shapely.transform(shapely.orient_polygons(shape), lambda degrees: degrees.round(_DECIMALS))


def bounds(found: tuple[Place, ...]) -> tuple[float, float, float, float] | None:
    """West, south, east and north of all places; null = there are none."""
    shapes = [shape for shape, _ in found if shape is not None]
    if not shapes:
        return None
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    return west, south, east, north


def geometry_column(found: tuple[Place, ...]) -> pl.Series:
    """The places as WKB; null = no place."""
    return pl.Series("geometry", [None if shape is None else shapely.to_wkb(shape) for shape, _ in found], pl.Binary)
