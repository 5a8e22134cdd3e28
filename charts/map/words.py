"""What a map says of itself: of which kind its outlines are, and how its figures are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from i18n import N_, Text

KINDS: Mapping[str, str] = {
    "skematik": N_("Schematic map: not official boundaries. Cells are computed from label points and areas."),
    "petak": N_("Schematic tile map: not official boundaries. Every region has one tile of the same size."),
    "resmi": N_("Official boundaries, as imported here."),
}


def outlines(kind: str, edition: str, t: Text) -> str:
    """What the outlines of a layer are; of official ones the edition too."""
    return f"{t(KINDS[kind])} {edition}." if kind == "resmi" else t(KINDS[kind])


def weak_label(t: Text) -> str:
    """What striped regions are."""
    return t("Striped: weak evidence. News alone, a single voice, or bounds that lie in different classes.")
