"""What an area looks like: a class is a plain colour, a state without a value a pattern, weak evidence stripes over it.

The same looks as the map of the pages has (`pages/map_component/assets/paint.js`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from exports.pictures import patterns
from exports.pictures.canvas import Box, Pane, Stroke, corners
from exports.pictures.outlines import inside

PATTERNS: Final = frozenset({"hatch", "cross", "dots"})

_PAPER, _INK = "#ffffff", "#5f6770"
_APART, _FINE = 6, 4
_STROKE = Stroke(_INK, 1.1)
_DOT = 1.15
_WEAK = ((0.0, Stroke("#16181a", 0.65)), (0.9, Stroke("#ffffff", 0.65)))
"""Dark beside light: they show on every colour of a class, and lean against those of `hatch`."""


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `#rrggbb`."""
    red, green, blue = ((int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5))
    return "#16181a" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 else "#ffffff"


def under(fill: str) -> str:
    """The plain colour of a fill: the paper under a pattern."""
    return _PAPER if fill in PATTERNS else fill


def over(pane: Pane, fill: str, paths: Sequence[Path], box: Box) -> None:
    """The strokes of a pattern over areas, within a box."""
    if fill not in PATTERNS or not (cut := _cut(paths, box)):
        return
    clip, boxes = Path.make_compound_path(*cut), _boxes(cut)
    if fill == "dots":
        pane.shape(Path.make_compound_path(*(patterns.dots(each, _APART, _DOT) for each in boxes)), _INK, clip=clip)
    elif fill == "hatch":
        pane.lines(
            np.concatenate([patterns.stripes(each, _APART, rising=True) for each in _fewer(boxes)]), _STROKE, clip=clip
        )
    else:
        pane.lines(np.concatenate([patterns.cross(each, _APART) for each in _fewer(boxes)]), _STROKE, clip=clip)


def weak(pane: Pane, paths: Sequence[Path], box: Box) -> None:
    """The stripes of weak evidence over areas, within a box."""
    if not (cut := _cut(paths, box)):
        return
    clip, boxes = Path.make_compound_path(*cut), _boxes(cut)
    for shift, stroke in _WEAK:
        lines = [patterns.stripes(each, _FINE, rising=False, shift=shift) for each in _fewer(boxes)]
        pane.lines(np.concatenate(lines), stroke, clip=clip)


def _cut(paths: Sequence[Path], box: Box) -> list[Path]:
    """The parts of areas that are in a box: strokes are cut out by them alone."""
    within = Bbox.from_extents(*box)
    cut = (
        path if inside(around, box) else path.clip_to_bbox(within)
        for path, around in zip(paths, _boxes(paths), strict=True)
    )
    return [path for path in cut if len(corners(path))]


def _boxes(paths: Sequence[Path]) -> list[Box]:
    """What each area is in: patterns are drawn there alone, and still run on from area to area."""
    ends = [(each.min(axis=0).tolist(), each.max(axis=0).tolist()) for each in map(corners, paths)]
    return [(*first, *last) for first, last in ends]


def _fewer(boxes: Sequence[Box]) -> Sequence[Box]:
    """The boxes, or the one around them all where that has fewer lines across it: the outlines cut out the same."""
    left, top, right, bottom = (np.array(side) for side in zip(*boxes, strict=True))
    around = (float(left.min()), float(top.min()), float(right.max()), float(bottom.max()))
    apart = (right - left + bottom - top).sum()
    return boxes if apart <= around[2] - around[0] + around[3] - around[1] else [around]
