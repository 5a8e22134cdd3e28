"""The switches that the map draws itself, because native controls would cost time while the page loads."""

from __future__ import annotations

import geo
from charts.map import Choice
from pages import map_component
from pages.context import Context
from pages.peta import asked as link
from pages.peta.asked import Asked


def switches(context: Context, asked: Asked, layer: geo.Layer) -> list[Choice]:
    """Level, kind of map, second layer, playing. What cannot be chosen here and now is not offered.

    Two maps have none: theirs are among the native controls, so that both begin at the same height.
    """
    t = context.t
    if asked.compare:
        return []
    found = shapes(context, asked, layer)
    if not context.filters.province and not context.frames.risk_index.is_empty():
        seconds = {"": t("None"), link.INDEX: t("Vulnerability index")}
        found.append(Choice(link.OVERLAY, t("Second layer"), seconds, link.INDEX if asked.overlay else ""))
    if not asked.overlay:
        plays = {"0": t("Now"), "1": t("Through time")}
        found.append(Choice(link.PLAY, t("Time"), plays, "1" if asked.playing else "0"))
    return found


def shapes(context: Context, asked: Asked, layer: geo.Layer) -> list[Choice]:
    """Level and kind of map. A province, and an overlay, have one level only."""
    t = context.t
    kinds = {"skematik": t("Schematic"), "petak": t("Tiles"), "resmi": t("Official boundaries")}
    kind = Choice(
        link.LAYER,
        t("Kind of map"),
        {each.kind: kinds[each.kind] for each in map_component.layers(asked.level)},
        layer.kind,
    )
    if context.filters.province or asked.overlay:
        return [kind]
    levels = {"provinsi": t("Provinces"), "kabupaten": t("Regencies and cities")}
    return [Choice(link.LEVEL, t("Level"), levels, asked.level), kind]
