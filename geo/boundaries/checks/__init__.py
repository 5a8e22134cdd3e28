"""The checks of imported boundaries, one a file. Each is a pure function from a `Subject` to a `Finding`.

`GOOD`, `BAD` and `ITEM` of a check are its words: what is said where it passes, where it does not, and of each thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from geo.boundaries.checks import area, codes, count, crs, gaps, nesting, overlaps, swapped
from geo.boundaries.checks.subject import Subject
from geo.boundaries.values import Finding
from i18n import Text

CHECKS: dict[str, ModuleType] = {
    "count": count,
    "codes": codes,
    "nesting": nesting,
    "overlaps": overlaps,
    "gaps": gaps,
    "area": area,
    "crs": crs,
    "swapped": swapped,
}
"""By name, in the order they are read."""


def run(subject: Subject) -> tuple[Finding, ...]:
    """What every check finds."""
    return tuple(module.check(subject) for module in CHECKS.values())


def sentence(finding: Finding, t: Text) -> str:
    """A finding in words."""
    module = CHECKS[finding.check]
    return t(module.GOOD if finding.passed else module.BAD, **_shown(finding.values, t))


def items(finding: Finding, t: Text) -> tuple[str, ...]:
    """The things that a finding names, in words."""
    return tuple(t(CHECKS[finding.check].ITEM, **_shown(item, t)) for item in finding.items)


def _shown(values: Mapping[str, Any], t: Text) -> dict[str, str]:
    """Numbers as they are written, fractions to one digit."""
    return {
        name: t.number(value, 1 if isinstance(value, float) else 0) if isinstance(value, int | float) else str(value)
        for name, value in values.items()
    }
