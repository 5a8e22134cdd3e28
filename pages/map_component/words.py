"""What the map prints besides figures: one place for every message its script shows."""

from __future__ import annotations

from collections.abc import Mapping

from i18n import N_, Text

WORDS: Mapping[str, str] = {
    "table": N_("The same figures as a table"),
    "table_of": N_("The figures of {name} as a table"),
    "region": N_("Region"),
    "province": N_("Province"),
    "state": N_("State"),
    "grade": N_("Best evidence"),
    "newest": N_("Newest evidence"),
    "sources": N_("Independent sources"),
    "weak": N_("weak evidence"),
    "crumbs": N_("Where the map is"),
    "find": N_("Find a region"),
    "find_hint": N_("e.g. Magelang"),
    "found": N_("{figure} found"),
    "insets": N_("Small areas, enlarged; the letter says where on the map"),
    "play": N_("Play"),
    "pause": N_("Pause"),
    "fold": N_("List only the first {figure}"),
    "unfold": N_("List all {figure} regions"),
    "open_province": N_("Open the map of {name}"),
    "open_region": N_("All about {name}"),
    "no_geometry": N_(
        "The outlines of the map could not be loaded. The table below has all figures; reload to try again."
    ),
}


def words(t: Text) -> dict[str, str]:
    """The messages of a map. `{figure}` and `{name}` stand: the script fills them."""
    return {key: t(message) for key, message in WORDS.items()}
