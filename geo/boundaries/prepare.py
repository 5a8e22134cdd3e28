"""A table of a stranger's file to the map of the regions in force: recognised, joined, mended, checked, simplified.

Pure. It runs in the process that read the file, with that process's limits: no geometry of a stranger meets the server.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl
import shapely

from geo import register
from geo.boundaries import checks, codes, repair
from geo.boundaries.area import km2
from geo.boundaries.checks.subject import Subject
from geo.boundaries.crs import to_degrees
from geo.boundaries.layouts import layout_of
from geo.boundaries.levels import level_of
from geo.boundaries.match import Match, match
from geo.boundaries.simplify import simplify
from geo.boundaries.units import clues, columns_of, units_of
from geo.boundaries.values import Cells, FeatureTable, Prepared, Report, Shapes, Unusable, Wanted


def prepare(table: FeatureTable, wanted: Wanted) -> Prepared:
    """What a table comes to with a person's answers. Raises Unusable with why it can be no boundaries."""
    layout = layout_of(table.columns, wanted.level)
    if layout is None:
        raise Unusable("no_columns", columns=", ".join(sorted(table.columns)) or "–")
    flat = repair.polygons_of(table.shapes)
    there = np.array([shape is not None for shape in flat])
    kept = FeatureTable(
        table.name, {name: _of(cells, there) for name, cells in table.columns.items()}, flat[there], table.crs
    )
    position = to_degrees(kept.shapes, table.crs, wanted.answers)
    roles, code_columns = columns_of(layout, kept)
    if not roles.get("name") and not code_columns:
        raise Unusable("no_columns", columns=", ".join(sorted(table.columns)))
    units = units_of(kept, roles, code_columns)
    level = layout.level or wanted.level or level_of(units)
    single, broken = repair.mend(position.shapes)
    matched = match(units, clues(units, single, level), level, wanted.answers)
    own, joined = _joined(matched, single)
    fitted = repair.fit(joined) if own else repair.Repaired(joined, np.zeros(0, dtype=bool))
    subject = Subject(
        level,
        sorted(codes.in_force(level)),
        matched,
        own,
        units,
        joined,
        fitted.shapes,
        km2(fitted.shapes),
        _official(),
        position.crs,
        position.is_swapped,
    )
    findings = checks.run(subject) if own else ()
    was_broken = [any(broken[row] for unit in matched.regions[code] for row in unit.rows) for code in own]
    report = Report(
        table=table.name,
        level=level,
        publisher=layout.publisher,
        columns=roles | ({"code": ", ".join(code_columns)} if code_columns else {}),
        joined_by=matched.joined_by,
        expected=len(subject.expected),
        matched=len(own),
        missing=tuple(code for code in subject.expected if code not in matched.regions),
        by_name=matched.by_name,
        extra=matched.extra,
        dropped=matched.dropped,
        refused=matched.refused,
        questions=((position.question,) if position.question else ()) + matched.questions,
        repaired=int(np.sum(fitted.mended | np.array(was_broken, dtype=bool))),
        area_differs=next((finding.items for finding in findings if finding.check == "area"), ()),
        findings=findings,
    )
    if not own:
        return Prepared(report, (), np.array([], dtype=object), None)
    shapes, drawn = simplify(own, fitted.shapes, level)
    return Prepared(report, own, shapes, drawn)


def _joined(matched: Match, shapes: Shapes) -> tuple[tuple[str, ...], Shapes]:
    """Codes in order, and one shape each: the union of its rows."""
    own = tuple(matched.regions)
    whole = []
    for code in own:
        parts = shapes[[row for unit in matched.regions[code] for row in unit.rows]]
        whole.append(parts[0] if len(parts) == 1 else shapely.union_all(parts))
    return own, np.array([*whole, None], dtype=object)[:-1]


def _official() -> dict[str, float]:
    rows = register.regions().filter(pl.col("successor_code").is_null(), pl.col("area_km2").is_not_null())
    return dict(rows.select("code", "area_km2").iter_rows())


def _of(cells: Cells, there: npt.NDArray[np.bool_]) -> Cells:
    return [cell for cell, is_there in zip(cells, there, strict=True) if is_there]
