"""Stripes, crosses and dots in pixels of their own, the same over every area: they are cut out by its outline."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from matplotlib.path import Path

from exports.pictures.canvas import Box, Numbers


def stripes(box: Box, apart: float, *, rising: bool, shift: float = 0.0) -> Numbers:
    """Diagonals over a box, `apart` pixels along either side: an array of (line, end, x and y)."""
    left, top, right, bottom = box
    slope = -1 if rising else 1  # y runs downward
    ends = sorted((left - slope * top, right - slope * bottom, left - slope * bottom, right - slope * top))
    starts = np.arange(floor((ends[0] - shift) / apart), ceil((ends[-1] - shift) / apart) + 1) * apart + shift
    upper, lower = starts + slope * top, starts + slope * bottom
    return np.stack(
        [np.stack([upper, np.full_like(upper, top)], 1), np.stack([lower, np.full_like(lower, bottom)], 1)], 1
    )


def cross(box: Box, apart: float) -> Numbers:
    """Lines across and down a box."""
    left, top, right, bottom = box
    across = [((left, y), (right, y)) for y in _places(top, bottom, apart)]
    down = [((x, top), (x, bottom)) for x in _places(left, right, apart)]
    return np.array(across + down, dtype=np.float64)


def dots(box: Box, apart: float, radius: float) -> Path:
    """Dots over a box, as one path."""
    left, top, right, bottom = box
    centres = np.array([(x, y) for y in _places(top, bottom, apart) for x in _places(left, right, apart)])
    angles = np.linspace(0, 2 * np.pi, 9)
    ring = radius * np.stack([np.cos(angles), np.sin(angles)], 1)
    corners = (centres[:, None, :] + ring[None]).reshape(-1, 2)
    codes = np.tile([Path.MOVETO, *[Path.LINETO] * 7, Path.CLOSEPOLY], len(centres))
    return Path(corners, codes)


def _places(first: float, last: float, apart: float) -> list[float]:
    return [(at + 0.5) * apart for at in range(floor(first / apart), ceil(last / apart))]
