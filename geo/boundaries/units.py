"""The rows of a table as units: what one region's rows share, and what of the register each unit may be."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import polars as pl
import shapely
from shapely import STRtree

from geo import names, register
from geo.boundaries import codes
from geo.boundaries.layouts import Layout, Role, column
from geo.boundaries.values import BoundaryLevel, FeatureTable, Shapes
from geo.spelling import name_key, name_keys

_WRITTEN_THE_SAME = 100.0


@dataclass(frozen=True, slots=True)
class Unit:
    """Rows (from 0) that say the same of themselves. `cells`: what stands in each code column.

    `full_name`: the name with its type word where the file has that in a column of its own: Kota Bogor.
    """

    rows: tuple[int, ...]
    cells: tuple[str | None, ...]
    name: str | None
    kind: str | None
    province: str | None
    full_name: str | None

    @property
    def id(self) -> str:
        """The id of a question about it: the same for the same words, in any order of rows."""
        words = "\0".join(str(word) for word in (*self.cells, self.name, self.kind, self.province))
        return f"fitur-{hashlib.sha256(words.encode()).hexdigest()[:10]}"

    @property
    def label(self) -> str:
        """What the file calls it."""
        said = [*dict.fromkeys(filter(None, self.cells)), self.full_name, self.province]
        return " · ".join(filter(None, said)) or "–"


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for which region, one entry a unit: `named` by its name, `similar` to it, `placed` by the label
    points inside its shape."""

    named: tuple[frozenset[str], ...]
    similar: tuple[tuple[str, ...], ...]
    placed: tuple[frozenset[str], ...]


def columns_of(layout: Layout, table: FeatureTable) -> tuple[dict[str, str], tuple[str, ...]]:
    """The table's columns by role (name, kind, province), and its code columns."""
    roles: dict[Role, tuple[str, ...]] = {"name": layout.name, "kind": layout.kind, "province": layout.province}
    found = {role: own for role, wanted in roles.items() if (own := column(wanted, table.columns))}
    return {str(role): own for role, own in found.items()}, tuple(
        own for each in layout.codes if (own := column((each,), table.columns))
    )


def units_of(table: FeatureTable, roles: Mapping[str, str], code_columns: tuple[str, ...]) -> list[Unit]:
    """The units of a table, in the order of their first rows."""
    nothing: list[str | None] = [None] * len(table.shapes)
    said = [table.columns[roles[role]] if role in roles else nothing for role in ("name", "kind", "province")]
    rows: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for row, words in enumerate(zip(*(table.columns[each] for each in code_columns), *said, strict=True)):
        rows[words].append(row)
    keys = name_keys(word for words in rows for word in words[-3:-1] if word)
    found = []
    for (*cells, name, kind, province), at in rows.items():
        found.append(Unit(tuple(at), tuple(cells), name, kind, province, _full_name(name, kind, keys)))
    return found


def _full_name(name: str | None, kind: str | None, keys: Mapping[str, str]) -> str | None:
    if not (name and kind) or keys[name].startswith(keys[kind]):
        return name
    return f"{kind} {name}" if keys[kind] in {"kota", "kabupaten"} else name


def clues(units: list[Unit], shapes: Shapes, level: BoundaryLevel) -> Clues:
    """What name, province and place say of each unit. `shapes` are the table's, in degrees."""
    of_level = frozenset(codes.regions_by("kemendagri", level).values())
    inside = _points_inside(shapes, level)
    found = names.resolve([unit.full_name or "" for unit in units])
    named, similar = [], []
    within = [_provinces(unit.province) if level == "kabupaten" else None for unit in units]
    twins = {*name_keys(unit.full_name or "" for unit in units).values()}
    for unit, result, allowed in zip(units, found, within, strict=True):
        same = [result.code] if result.code else [c.code for c in result.candidates if c.score == _WRITTEN_THE_SAME]
        fits = [code for code in same if code in of_level and (allowed is None or code[:2] in allowed)]
        if len(fits) > 1 and f"kota{name_key(unit.name or '')}" in twins:  # the file says Kota where it means one
            fits = [code for code in fits if register.region(code).level == "kabupaten"]
        named.append(frozenset(fits))
        near = [c.code for c in result.candidates if c.code in of_level and (allowed is None or c.code[:2] in allowed)]
        similar.append(tuple(near))
    placed = tuple(frozenset(code for row in unit.rows for code in inside.get(row, ())) for unit in units)
    return Clues(tuple(named), tuple(similar), placed)


def label_points(level: BoundaryLevel) -> dict[str, shapely.Point]:
    """The register's point inside each region of the level."""
    of_level = pl.col("level") == "provinsi" if level == "provinsi" else pl.col("level") != "provinsi"
    rows = register.regions().filter(of_level, pl.col("successor_code").is_null())
    return {code: shapely.Point(x, y) for code, x, y in rows.select("code", "longitude", "latitude").iter_rows()}


def _points_inside(shapes: Shapes, level: BoundaryLevel) -> dict[int, list[str]]:
    """Row to the codes whose label points lie inside its shape."""
    points = label_points(level)
    own = list(points)
    shapely.prepare(shapes)
    rows, at = STRtree(list(points.values())).query(shapes, predicate="intersects")
    found: dict[int, list[str]] = defaultdict(list)
    for row, point in zip(np.asarray(rows).tolist(), np.asarray(at).tolist(), strict=True):
        found[row].append(own[point])
    return found


def _provinces(name: str | None) -> frozenset[str] | None:
    """The provinces of today that a province's name may mean; null where the name says nothing.

    Before 2022 Papua and Papua Barat covered what six provinces cover now.
    """
    if not name:
        return None
    code = _province_code(name)
    return frozenset({code} | _split().get(code, set())) if code else None


@cache
def _province_code(name: str) -> str | None:
    (found,) = names.resolve([f"Provinsi {name}"])
    if found.code and len(found.code) == 2:
        return found.code
    likely = {c.code for c in found.candidates if len(c.code) == 2 and c.score == _WRITTEN_THE_SAME}
    return likely.pop() if len(likely) == 1 else None


@cache
def _split() -> dict[str, set[str]]:
    """A province to those that were made of parts of it, from the codes that were replaced."""
    parts: dict[str, set[str]] = defaultdict(set)
    for old, new in register.table("code_history").select("code", "successor_code").iter_rows():
        parts[old[:2]].add(new[:2])
    return parts
