"""Where a chart's values lie: the pane, the scales across and upward, the box inside the margins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exports.pictures.canvas import INK, Box, Look, Pane
from exports.pictures.colours import colour
from exports.pictures.fault import known
from exports.pictures.scales import Scale

Layout = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart being drawn. `layout` is the figure's."""

    pane: Pane
    layout: Layout
    x: Scale
    y: Scale
    box: Box

    def look(self, font: Layout) -> Look:
        """Letters of a font that may leave out what the whole chart has."""
        return look(font, self.layout)


def look(font: Layout, layout: Layout) -> Look:
    """Letters of a font that may leave out what the whole chart has."""
    known("font", font, {"size", "color", "family"})
    whole = layout["font"]
    return Look(font.get("size", whole["size"]), colour=colour(font.get("color", whole.get("color", INK))))
