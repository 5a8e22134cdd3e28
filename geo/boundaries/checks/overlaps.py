"""Do regions of the file lie on one another?"""

from __future__ import annotations

import numpy as np
import shapely
from shapely import STRtree

from geo import register
from geo.boundaries.area import km2
from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("No regions overlap.")
BAD = N_("Overlaps: {area} km² in {count} places. Each was given to the neighbour with the longer border.")
ITEM = N_("{name} and {other}: {area} km²")

LEAST_KM2 = 0.1
"""Less is a line drawn twice."""


def check(subject: Subject) -> Finding:
    """The pairs of regions that share land in the file, largest first."""
    if shapely.coverage_is_valid(subject.single):
        return Finding("overlaps", passed=True, values={"area": 0.0, "count": 0})
    left, right = STRtree(subject.single).query(subject.single, predicate="intersects")
    first = left < right
    left, right = left[first], right[first]
    shared = shapely.intersection(subject.single[left], subject.single[right])
    areas = km2(shared)
    named = [at for at in np.argsort(-areas) if areas[at] >= LEAST_KM2]
    return Finding(
        "overlaps",
        not named,
        {"area": round(float(areas[named].sum()), 1), "count": len(named)},
        tuple(
            {
                "name": register.name_of(subject.codes[left[at]]),
                "other": register.name_of(subject.codes[right[at]]),
                "area": round(float(areas[at]), 1),
            }
            for at in named
        ),
    )
