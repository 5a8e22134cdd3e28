"""What an area looks like: a class is a plain colour, a state without a value a pattern, weak evidence stripes over it.

The same looks as the map of the pages has (`pages/map_component/assets/paint.js`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from matplotlib.path import Path

from exports.pictures import patterns
from exports.pictures.canvas import Box, Pane, Stroke

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
    """The strokes of a pattern over areas within a box."""
    if not paths or fill not in PATTERNS:
        return
    clip = Path.make_compound_path(*paths)
    if fill == "dots":
        pane.shape(patterns.dots(box, _APART, _DOT), _INK, clip=clip)
    else:
        lines = patterns.stripes(box, _APART, rising=True) if fill == "hatch" else patterns.cross(box, _APART)
        pane.lines(lines, _STROKE, clip=clip)


def weak(pane: Pane, paths: Sequence[Path], box: Box) -> None:
    """The stripes of weak evidence over areas within a box."""
    if not paths:
        return
    clip = Path.make_compound_path(*paths)
    for shift, stroke in _WEAK:
        pane.lines(patterns.stripes(box, _FINE, rising=False, shift=shift), stroke, clip=clip)
