"""Plotly's marks as outlines around (0, 0), for a mark of size 2: a radius of 1."""

from __future__ import annotations

from math import sqrt
from typing import Final

from matplotlib.path import Path

from exports.pictures.fault import NotDrawn

_SIDE, _HALF = 2 / sqrt(3), 1 / sqrt(3)
_DIAMOND: Final = 1.3
_OUTLINES: Final = {
    "circle": Path.unit_circle(),
    "diamond": Path([(-_DIAMOND, 0), (0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0)], closed=True),
    "triangle-up": Path([(-_SIDE, _HALF), (_SIDE, _HALF), (0, -_SIDE), (-_SIDE, _HALF)], closed=True),
    "triangle-right": Path([(-_HALF, -_SIDE), (-_HALF, _SIDE), (_SIDE, 0), (-_HALF, -_SIDE)], closed=True),
    "line-ns": Path([(0, -1.4), (0, 1.4)]),
    "line-ew": Path([(-1.4, 0), (1.4, 0)]),
}


def outline(symbol: str) -> tuple[Path, bool]:
    """The outline of a symbol, and whether it is filled."""
    kind = symbol.removesuffix("-open")
    if kind not in _OUTLINES:
        raise NotDrawn(f"mark of symbol {symbol}")
    return _OUTLINES[kind], kind == symbol
