"""Is there land between the regions that is nobody's?"""

from __future__ import annotations

import numpy as np
import shapely
from shapely import STRtree

from geo import register
from geo.boundaries.area import km2
from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("There are no gaps between the regions.")
BAD = N_("Gaps between the regions: {area} km² in {count} places. A lake may be one; they stay as they are.")
ITEM = N_("beside {name}: {area} km²")

LEAST_KM2 = 1.0


def check(subject: Subject) -> Finding:
    """The holes that the regions leave together, largest first, each by a region beside it."""
    land = shapely.get_parts(shapely.coverage_union_all(subject.shapes))
    rings = [ring for part in land for ring in part.interiors]
    holes = np.array([shapely.Polygon(ring) for ring in rings], dtype=object)
    areas = km2(holes) if len(holes) else np.array([])
    named = [at for at in np.argsort(-areas) if areas[at] >= LEAST_KM2]
    beside = STRtree(subject.shapes).nearest(holes[named]) if named else []
    return Finding(
        "gaps",
        not named,
        {"area": round(float(areas[named].sum()), 1) if named else 0.0, "count": len(named)},
        tuple(
            {"name": register.name_of(subject.codes[region]), "area": round(float(areas[at]), 1)}
            for at, region in zip(named, beside, strict=True)
        ),
    )
