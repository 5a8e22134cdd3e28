"""Is every region about as large as the register says?"""

from __future__ import annotations

from geo import register
from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("Every region is as large as the register says, within a tenth.")
BAD = N_("Regions more than a tenth larger or smaller than the register says: {count}.")
ITEM = N_("{code} {name}: {area_km2} km² instead of {official_km2} km²")

TOLERATED = 0.1


def check(subject: Subject) -> Finding:
    """The regions that differ, by the largest share first."""
    differing = [
        {
            "code": code,
            "name": register.name_of(code),
            "area_km2": round(float(area), 1),
            "official_km2": official,
            "difference": round(float(area) / official - 1, 3),
        }
        for code, area in zip(subject.codes, subject.areas, strict=True)
        if (official := subject.official.get(code)) and abs(area / official - 1) > TOLERATED
    ]
    differing.sort(key=lambda each: -abs(float(str(each["difference"]))))
    return Finding("area", not differing, {"count": len(differing)}, tuple(differing))
