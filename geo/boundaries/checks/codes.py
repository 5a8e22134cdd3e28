"""Is every region in the file once, and does the file call each region the same throughout?"""

from __future__ import annotations

from geo import register
from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("Every region is in the file once.")
BAD = N_("Regions that the file names in several ways: {count}. Their shapes were joined.")
ITEM = "{code} {name}: {labels}"


def check(subject: Subject) -> Finding:
    """The regions that several units of the file became."""
    several = {code: units for code, units in subject.match.regions.items() if len(units) > 1}
    return Finding(
        "codes",
        not several,
        {"count": len(several)},
        tuple(
            {"code": code, "name": register.name_of(code), "labels": "; ".join(unit.label for unit in units)}
            for code, units in several.items()
        ),
    )
