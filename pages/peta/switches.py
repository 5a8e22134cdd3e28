"""What can be chosen of the map. One map draws it itself, because native controls cost time while the page loads."""

from __future__ import annotations

import geo
from charts.map import Choice
from i18n import N_
from indicators import DEFINITIONS
from pages import map_component
from pages.context import Context
from pages.peta import asked as link
from pages.peta.asked import Asked

METHODS = {"tetap": N_("Fixed limits"), "kuantil": N_("Quantiles"), "alami": N_("Natural breaks")}


def switches(context: Context, asked: Asked, layer: geo.Layer) -> list[Choice]:
    """What one map offers. Two maps have none: theirs are native controls, so that both begin at the same height."""
    if asked.compare:
        return []
    return [*measures(context, asked), *shapes(context, asked, layer), *layers(context, asked)]


def measures(context: Context, asked: Asked) -> list[Choice]:
    """Measure, classes, what to compare. An overlay has its own measure and classes."""
    t = context.t
    if asked.overlay:
        return []
    names = {name: t(one.label) for name, one in DEFINITIONS.items()}
    methods = {name: t(label) for name, label in METHODS.items()}
    found = [
        Choice(link.INDICATOR, t("Measure"), names, asked.indicator, as_list=True),
        Choice(link.METHOD, t("Classes"), methods, asked.method, as_list=True),
    ]
    if context.frames.region.is_empty() or context.frames.campaign.is_empty():
        return found
    comparisons = {"": t("Nothing"), "tanggal": t("Two days"), "pemilihan": t("Two elections")}
    return [*found, Choice(link.COMPARE, t("Compare"), comparisons, asked.compare or "", as_list=True)]


def shapes(context: Context, asked: Asked, layer: geo.Layer) -> list[Choice]:
    """Level and kind of map. A province, and an overlay, have one level only."""
    t = context.t
    kinds = {"skematik": t("Schematic"), "petak": t("Tiles"), "resmi": t("Official boundaries")}
    offered = {each.kind: kinds[each.kind] for each in map_component.layers(asked.level)}
    kind = Choice(link.LAYER, t("Kind of map"), offered, layer.kind)
    if context.filters.province or asked.overlay:
        return [kind]
    levels = {"provinsi": t("Provinces"), "kabupaten": t("Regencies and cities")}
    return [Choice(link.LEVEL, t("Level"), levels, asked.level), kind]


def layers(context: Context, asked: Asked) -> list[Choice]:
    """Second layer, and playing. What cannot be chosen here and now is not offered."""
    t, found = context.t, []
    if not context.filters.province and not context.frames.risk_index.is_empty():
        seconds = {"": t("None"), link.INDEX: t("Vulnerability index")}
        found.append(Choice(link.OVERLAY, t("Second layer"), seconds, link.INDEX if asked.overlay else ""))
    if not asked.overlay:
        plays = {"0": t("Now"), "1": t("Through time")}
        found.append(Choice(link.PLAY, t("Time"), plays, "1" if asked.playing else "0"))
    return found
