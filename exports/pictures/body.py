"""The picture itself with its key: what goes into a page of any size, and into a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefings.picture import MapDrawing, Picture
from charts.map import payload
from exports.pictures import areas, chart, fonts, key
from exports.pictures.canvas import MUTED, Look, Pane
from exports.pictures.insets import TOLD
from i18n import Text

_APART = 10
_TITLE, _SMALL = 20, 11
_LEAST_KEY, _MOST_KEY = 0.8, 1.2
"""How large the words of a key are beside a chart that is drawn smaller or larger."""
_WIDE, _LARGE = 1000, 1.2
"""Pixels from which a map has larger words and strokes, and how much."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and the items of its key."""

    chart: chart.Chart
    items: tuple[key.Item, ...]

    def least(self, room: float) -> float | None:
        """The height that its rows need for letters as on the screen; null = any."""
        return self.chart.height + self._key(room) if self.chart.has_rows else None

    def draw(self, pane: Pane, most: float) -> None:
        """The chart, its letters at most `most` times their size on the screen, and its key below."""
        scale = chart.scale_for(self.chart, pane.height - self._key(pane.width), most)
        key_scale = min(max(scale, _LEAST_KEY), _MOST_KEY)
        below = self._key(pane.width, key_scale)
        scale = chart.scale_for(self.chart, pane.height - below, most)
        tall = min(pane.height - below, self.chart.height * scale) if self.chart.has_rows else pane.height - below
        self.chart.draw(pane.part(0, 0, pane.width, tall, scale))
        if self.items:
            key.draw(pane.part(0, tall + _APART, pane.width, below - _APART, key_scale), self.items)

    def _key(self, room: float, scale: float = _MOST_KEY) -> float:
        return key.height(self.items, room / scale) * scale + _APART if self.items else 0.0


@dataclass(frozen=True, slots=True)
class Map:
    """A map and what explains it."""

    drawing: MapDrawing
    payload: Mapping[str, Any]
    items: tuple[key.Item, ...]
    t: Text

    def least(self, room: float) -> None:  # noqa: ARG002 (a chart's key needs it)
        """Any height will do."""
        return

    def draw(self, pane: Pane, most: float) -> None:  # noqa: ARG002 (a chart needs it; names keep their size on a map)
        """The map, and its legend below or, where it is one of two measures, beside it."""
        if pane.width >= _WIDE:
            pane = pane.part(0, 0, pane.width, pane.height, _LARGE)
        grid = self.payload["legend_grid"]
        below = key.height(self.items, pane.width) + _APART
        beside = 0.0
        wide, tall = key.grid_size()
        if grid:
            beside = wide + 2 * _APART
            key.draw_grid(pane.part(pane.width - wide, 0, wide, tall), grid, self.t)
        else:
            below += _TITLE
        painted = areas.Painted.of(self.payload, self.drawing.marked)
        room = pane.part(0, 0, pane.width - beside, pane.height - below)
        told = self.t(TOLD) if areas.draw(room, self.drawing.layer, painted) else ""
        top = pane.height - below + _APART
        if grid:
            for at, line in enumerate(fonts.wrap(told, _SMALL, wide, 3), 1):
                pane.words(
                    (pane.width - wide, tall + _APART + at * fonts.LINE * _SMALL), line, Look(_SMALL, colour=MUTED)
                )
        else:
            left = pane.width - fonts.width(told, _SMALL)
            words = fonts.cut(self.payload["title"], key.SIZE, left - _APART, fonts.SEMIBOLD)
            pane.words((0, top + key.SIZE), words, Look(key.SIZE, fonts.SEMIBOLD))
            pane.words((left, top + key.SIZE), told, Look(_SMALL, colour=MUTED))
            top += _TITLE
        key.draw(pane.part(0, top, pane.width, pane.height - top), self.items)


Body = Chart | Map


def of(picture: Picture, t: Text) -> Body:
    """What is to be drawn of a picture."""
    if isinstance(picture.drawing, MapDrawing):
        told = payload(picture.drawing.view, t)
        return Map(picture.drawing, told, tuple(key.of_map(told, t)), t)
    items = tuple(key.Item((colour,), words) for colour, words in picture.key)
    return Chart(chart.Chart.of(picture.drawing), items)
