"""What is free of a drawing's room, in small squares, and the place along its edges that is nearest to a spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from exports.pictures.canvas import Box, Numbers

_CELL = 4
"""Pixels of a square."""


@dataclass(frozen=True, slots=True)
class Free:
    """Squares of a room that begins at 0, by row and column: True = taken."""

    taken: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, boxes: Numbers, room: Box) -> Self:
        """The room without boxes, an array of (left, top, right, bottom)."""
        high, wide = int(room[3] // _CELL), int(room[2] // _CELL)
        left, top = np.floor(boxes[:, :2] / _CELL).astype(np.int64).T
        right, bottom = np.ceil(boxes[:, 2:] / _CELL).astype(np.int64).T
        edges = np.zeros((high + 1, wide + 1), dtype=np.int64)
        left, right = np.clip(left, 0, wide), np.clip(right, 0, wide)
        top, bottom = np.clip(top, 0, high), np.clip(bottom, 0, high)
        for rows, columns, step in ((top, left, 1), (top, right, -1), (bottom, left, -1), (bottom, right, 1)):
            np.add.at(edges, (rows, columns), step)
        return cls(edges.cumsum(axis=0).cumsum(axis=1)[:high, :wide] > 0)

    def take(self, box: Box) -> None:
        """The box is free no longer."""
        left, top = (max(int(each // _CELL), 0) for each in box[:2])
        right, bottom = (max(int(-(-each // _CELL)), 0) for each in box[2:])
        self.taken[top:bottom, left:right] = True

    def nearest(self, spot: Box, width: float, height: float) -> tuple[float, float] | None:
        """The left upper corner of a free place of that size at an edge of the room, near to a box; null = none."""
        wide, high = int(-(-width // _CELL)), int(-(-height // _CELL))
        rows, columns = (each - size + 1 for each, size in zip(self.taken.shape, (high, wide), strict=True))
        if rows < 1 or columns < 1:
            return None
        sums = np.pad(self.taken.astype(np.int64), ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
        full = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
        full[1:-1, 1:-1] = 1  # away from the edges nothing is placed
        y, x = np.nonzero(full == 0)
        if not len(x):
            return None
        across = x * _CELL + width / 2 - (spot[0] + spot[2]) / 2
        down = y * _CELL + height / 2 - (spot[1] + spot[3]) / 2
        best = np.hypot(across, down).argmin()
        return float(x[best] * _CELL), float(y[best] * _CELL)
