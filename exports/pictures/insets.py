"""Insets of a map's picture: what the page magnifies too, each on a card where the map has nothing to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from charts.map import MapLevel
from exports.pictures import fonts, names
from exports.pictures.canvas import CLEAR, Box, Look, Numbers, Pane, Stroke, rectangle
from exports.pictures.free import Free
from exports.pictures.outlines import Window, boxes_of, outlines
from geo import Layer
from geo.insets import LETTERS, MOST_OF_NATION, MOST_OF_PROVINCE, SHAPE, Inset, insets
from i18n import N_

TOLD = N_("Small areas, enlarged; the letter says where on the map")
_WIDTHS = (200, 180, 160, 140, 120, 100)
"""Of an inset, in pixels, the best first."""
_SIDES = (0.5, 0.0, 1.0)
"""Where the map may stand in its room: in the middle, or at one end, so that more is free at the other."""
_SMALL, _CAPTION = 11, 16
_EDGE = 6
"""Pixels between a card and what is around it."""
_LETTER = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """An inset: the areas it is there for, its picture and the card around it, its frame on the map and its letter."""

    codes: tuple[str, ...]
    letter: str
    window: Window
    box: Box
    card: Box
    frame: Box

    @property
    def mark(self) -> Box:
        """Where the letter of the frame is."""
        middle, top = (self.frame[0] + self.frame[2]) / 2, self.frame[1]
        return middle - _LETTER / 2, top - _LETTER, middle + _LETTER / 2, top


@lru_cache(maxsize=32)
def plan(
    layer: Layer, level: MapLevel, focus: str | None, codes: tuple[str, ...], *, view: Box, room: Box
) -> tuple[Window, tuple[Placed, ...]]:
    """Where a map stands in its room, and its insets: as large as all that are needed find a place beside the land.

    `codes` are those of its areas, in their order. Figures change nothing: it is worked out once.
    """
    whole = outlines(layer)
    areas = whole.provinces if level == "provinsi" else whole.regions
    best: tuple[Window, tuple[Placed, ...]] = Window.fit(view, room), ()
    boxes, units = {code: areas[code].box for code in codes}, 1 / best[0].scale
    for width in _WIDTHS:
        wanted = insets(boxes, units, width, MOST_OF_PROVINCE if focus else MOST_OF_NATION)
        for side in _SIDES:
            window = Window.fit(view, room, side)
            placed = tuple(_placed(wanted, window, Free.of(window.boxes(_land(layer, focus)), room), width))
            if len(placed) > len(best[1]):
                best = window, placed
            if len(placed) == len(wanted):
                return best
    return best


@lru_cache(maxsize=16)
def _land(layer: Layer, focus: str | None) -> Numbers:
    """The boxes of all parts of a layer's areas, or of those of a province."""
    whole = outlines(layer)
    areas = [area for code, area in whole.regions.items() if not focus or code.startswith(f"{focus}.")]
    return np.concatenate([boxes_of(area.path) for area in areas or whole.provinces.values()])


def _placed(wanted: Sequence[Inset], window: Window, free: Free, width: float) -> Iterator[Placed]:
    """The insets that find a place, the most needed first."""
    tall = width * SHAPE
    frames = [window.box(inset.view) for inset in wanted]
    for left, top, right, bottom in frames:
        free.take((left, top - _LETTER, right, bottom))
    for inset, letter, framed in zip(wanted, LETTERS, frames, strict=False):
        spot = free.nearest(framed, width + 2 * _EDGE, tall + _CAPTION + 2 * _EDGE)
        if spot is not None:
            x, y = spot[0] + _EDGE, spot[1] + _EDGE
            box, card_ = (x, y, x + width, y + tall), (x, y, x + width, y + tall + _CAPTION)
            free.take(card_)
            yield Placed(inset.codes, letter, Window.fit(inset.view, box), box, card_, framed)


def frames(pane: Pane, insets: Sequence[Placed]) -> None:
    """Where on the map insets are, with their letters."""
    pane.shapes([rectangle(inset.frame) for inset in insets], [CLEAR], [Stroke(names.INK, 1.2)])
    look = Look(_SMALL, fonts.BOLD, colour=names.INK)
    places = [((left + right) / 2, bottom - 0.35 * _SMALL) for left, _, right, bottom in (each.mark for each in insets)]
    words = [(place, inset.letter, look) for place, inset in zip(places, insets, strict=True)]
    pane.halo(words, names.HALO)
    for place, letter, _ in words:
        pane.words(place, letter, look, "center")


def card(pane: Pane, inset: Placed, places: Sequence[str]) -> None:
    """What an inset stands on, with its letter and the names of `places` that there is room for."""
    left, _, right, bottom = inset.card
    pane.rect(inset.card, "#ffffff", Stroke(names.INK))
    base = bottom - _CAPTION / 2 + fonts.MIDDLE * _SMALL
    first = left + _EDGE + _SMALL
    pane.words((left + _EDGE / 2, base), inset.letter, Look(_SMALL, fonts.BOLD, colour=names.INK))
    two, one = names.some(places)
    room = right - first - 2
    told = two if fonts.width(two, _SMALL) <= room else fonts.cut(one, _SMALL, room)
    pane.words((first, base), told, Look(_SMALL, colour=names.INK))
