"""Which areas of a map are too small to see, and the parts of it to show magnified for them.

The rule that the page's map follows on any screen (`pages/map_component/assets/insets.js`) and pictures on theirs; a
test holds both to the same answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Boxes = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

SHAPE: Final = 2 / 3
"""Height of an inset to its width."""
MOST_OF_NATION, MOST_OF_PROVINCE = 4, 6
"""Insets beside the map of the nation, and of a province."""
LETTERS: Final = "ABCDEF"
"""What names an inset, on the map and beside it."""

_TINY = 11  # pixels across, below which nobody sees an area with ease
_LEAST, _MOST = 8, 12  # how many times larger an inset shows its areas, at least and at most
_AROUND = 1.15  # an inset is a little wider than what it is there for


@dataclass(frozen=True, slots=True)
class Inset:
    """A part of the map, in its units, and the codes of the tiny areas that it is there for."""

    view: Box
    codes: tuple[str, ...]


def insets(areas: Mapping[str, Box], units: float, width: float, most: int) -> tuple[Inset, ...]:
    """Where insets of `width` pixels are worth their room, most needed first, at most `most`.

    `areas` are the boxes of the map's areas, in code order; `units` of theirs are a pixel of the map.
    """
    codes, boxes = list(areas), np.array(list(areas.values()), dtype=np.float64).reshape(-1, 4)
    across = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    tiny = np.flatnonzero(across < _TINY * units)
    boxes, need = boxes[tiny], (_TINY - across[tiny] / units) ** 2
    near = _within(boxes, 0, width * units / _LEAST / 2) & _within(boxes, 1, width * units / _LEAST / 2 * SHAPE)
    found: list[Inset] = []
    while near.any() and len(found) < most:
        # Summed one after the other, as a browser does: equal groups then stay equal to the last bit.
        best = near[np.cumsum(np.where(near, need, 0), axis=1)[:, -1].argmax()].copy()
        found.append(Inset(_view(boxes[best], width * units), tuple(codes[at] for at in tiny[best])))
        near[best], near[:, best] = False, False
    return tuple(found)


def _within(boxes: Boxes, side: int, reach: float) -> npt.NDArray[np.bool_]:
    """Which boxes have their middles nearer to each other than `reach`, across (0) or down (1)."""
    middle = (boxes[:, side] + boxes[:, side + 2]) / 2
    return np.abs(middle[:, None] - middle[None]) < reach


def _view(boxes: Boxes, room: float) -> Box:
    """What an inset shows that is there for these areas, in whole units."""
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = boxes[:, 2:].max(axis=0)
    width = max((right - left) * _AROUND, (bottom - top) * _AROUND / SHAPE, room / _MOST)
    height = width * SHAPE
    x, y, wide, high = np.floor(
        np.array([(left + right - width) / 2, (top + bottom - height) / 2, width, height]) + 0.5
    )
    return float(x), float(y), float(x + wide), float(y + high)
