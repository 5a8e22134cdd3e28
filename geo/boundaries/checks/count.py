"""Does every region in force have a shape?"""

from __future__ import annotations

from geo import register
from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("All {expected} regions have a shape.")
BAD = N_("{matched} of {expected} regions have a shape.")
ITEM = "{code} {name}"


def check(subject: Subject) -> Finding:
    """The regions without a shape."""
    missing = [code for code in subject.expected if code not in subject.match.regions]
    return Finding(
        "count",
        not missing,
        {"expected": len(subject.expected), "matched": len(subject.codes)},
        tuple({"code": code, "name": register.name_of(code)} for code in missing),
    )
