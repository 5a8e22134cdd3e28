"""Does the file say in which coordinate system it is?"""

from __future__ import annotations

from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("The coordinate system is {crs}.")
BAD = N_("The file does not say its coordinate system; the numbers are degrees within Indonesia and were taken so.")
ITEM = ""


def check(subject: Subject) -> Finding:
    """The system that was named."""
    return Finding("crs", subject.crs is not None, {"crs": subject.crs or ""})
