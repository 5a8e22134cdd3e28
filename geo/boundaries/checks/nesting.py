"""Does every region lie in its province: does its shape hold the point that the register knows inside it?"""

from __future__ import annotations

import shapely
from shapely import STRtree

from geo import register
from geo.boundaries.checks.subject import Subject
from geo.boundaries.units import label_points
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("Every region lies where its province is.")
BAD = N_("Regions whose shape is not where the register knows them: {count}.")
ITEM = N_("{code} {name}: that place lies in {other}")

NEAR = 0.15
"""Degrees: a label point may stand just off a coast that another publisher draws elsewhere."""


def check(subject: Subject) -> Finding:
    """The regions whose label point lies in another province's shape, or in none near it."""
    points = label_points(subject.level)
    tree = STRtree(subject.shapes)
    strayed = []
    for code, shape in zip(subject.codes, subject.shapes, strict=True):
        point = points[code]
        if shapely.dwithin(shape, point, NEAR):
            continue
        holders = [subject.codes[at] for at in tree.query(point, predicate="intersects")]
        other = ", ".join(register.name_of(holder) for holder in holders) or "–"
        strayed.append({"code": code, "name": register.name_of(code), "other": other})
    return Finding("nesting", not strayed, {"count": len(strayed)}, tuple(strayed))
