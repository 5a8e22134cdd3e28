"""What the map prints besides figures: one place for every message its script shows."""

from __future__ import annotations

from collections.abc import Mapping

from i18n import N_, Text
from pages.ui.words import STATES

KINDS: Mapping[str, str] = {
    "skematik": N_("Schematic map: not official boundaries. Cells are computed from label points and areas."),
    "petak": N_("Schematic tile map: not official boundaries. Every region has one tile of the same size."),
    "resmi": N_("Official boundaries, as imported here."),
}

WORDS: Mapping[str, str] = {
    "legend": N_("Documented events per region"),
    "table": N_("The same figures as a table"),
    "region": N_("Region"),
    "province": N_("Province"),
    "state": N_("State"),
    "measure": N_("Events"),
    "grade": N_("Best evidence"),
    "newest": N_("Newest event"),
    "sources": N_("Independent sources"),
    "at_least": N_("at least {figure}"),
    "nation": N_("Indonesia"),
    "crumbs": N_("Where the map is"),
    "find": N_("Find a region"),
    "find_hint": N_("e.g. Magelang"),
    "found": N_("{figure} found"),
    "fold": N_("Hide {figure} regions without evidence"),
    "unfold": N_("Also list {figure} regions without evidence"),
    "open_province": N_("Open the map of {name}"),
    "open_region": N_("All about {name}"),
    "no_geometry": N_(
        "The outlines of the map could not be loaded. The table below has all figures; reload to try again."
    ),
}


def words(kind: str, t: Text) -> dict[str, str]:
    """The messages of a map whose layer is of this kind. `{figure}` and `{name}` stand: the script fills them."""
    return {key: t(message) for key, message in WORDS.items()} | {"kind": t(KINDS[kind])}


def states(t: Text) -> dict[str, str]:
    """The word of each of the five states."""
    return {state: t(word) for state, word in STATES.items()}
