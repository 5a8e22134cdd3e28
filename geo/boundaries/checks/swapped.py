"""Does longitude come first?"""

from __future__ import annotations

from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import N_

GOOD = N_("Longitude and latitude are in their places.")
BAD = N_("Latitude stood where longitude belongs; the two were swapped.")
ITEM = ""


def check(subject: Subject) -> Finding:
    """Whether the coordinates had to be turned round."""
    return Finding("swapped", not subject.is_swapped, {})
