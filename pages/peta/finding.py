"""The map page's sentence: how many regions have evidence, and what is known of the others."""

from __future__ import annotations

from charts.map import MapLevel
from i18n import N_, Text
from indicators import Coverage
from pages.ui.words import listed

_HEADS = {
    "focus": N_("{with_evidence} of {total} regencies and cities in {province} have documented evidence of a pledge"),
    "kabupaten": N_("{with_evidence} of {total} regencies and cities have documented evidence of a pledge"),
    "provinsi": N_(
        "{with_evidence} of {total} provinces have documented evidence of a pledge, of their own or below them"
    ),
}
_PARTS = {
    "not_reported": N_("{not_reported} not yet reported"),
    "exempt": N_("{exempt} not obliged"),
    "no_evidence": N_("{no_evidence} without evidence yet"),
}


def sentence(covered: Coverage, level: MapLevel, province: str | None, t: Text) -> str:
    """The sentence with its figures still as `{with_evidence}`, `{total}`, …; states without a region are left out."""
    head = t(_HEADS["focus" if province else level])
    parts = [t(message) for part, message in _PARTS.items() if getattr(covered, part)]
    return f"{head}; {listed(parts, t)}." if parts else f"{head}."


def numbers(covered: Coverage, province: str | None, t: Text) -> dict[str, str]:
    """What stands in the sentence's places, as plain text."""
    parts = ("with_evidence", "total", "not_reported", "exempt", "no_evidence")
    return {part: t.number(getattr(covered, part)) for part in parts} | {"province": province or ""}
