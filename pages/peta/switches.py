"""The switches that the map draws itself, because native controls would cost time while the page loads."""

from __future__ import annotations

import geo
from charts.map import Choice
from pages.context import Context
from pages.peta import asked as link
from pages.peta.asked import Asked


def switches(context: Context, asked: Asked, layer: geo.Layer) -> list[Choice]:
    """Level, kind of map, second layer, playing. What cannot be chosen here and now is not offered."""
    t = context.t
    found = []
    if not context.filters.province and not asked.overlay:
        levels = {"provinsi": t("Provinces"), "kabupaten": t("Regencies and cities")}
        found.append(Choice(link.LEVEL, t("Level"), levels, asked.level))
    kinds = {"skematik": t("Schematic"), "petak": t("Tiles"), "resmi": t("Official boundaries")}
    found.append(
        Choice(link.LAYER, t("Kind of map"), {each.kind: kinds[each.kind] for each in geo.layers()}, layer.kind)
    )
    if not context.filters.province and not context.frames.risk_index.is_empty() and asked.compare is None:
        seconds = {"": t("None"), link.INDEX: t("Vulnerability index")}
        found.append(Choice(link.OVERLAY, t("Second layer"), seconds, link.INDEX if asked.overlay else ""))
    if not asked.overlay and asked.compare is None:
        plays = {"0": t("Now"), "1": t("Through time")}
        found.append(Choice(link.PLAY, t("Time"), plays, "1" if asked.playing else "0"))
    return found
