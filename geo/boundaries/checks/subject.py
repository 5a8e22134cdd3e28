"""What the checks look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geo.boundaries.match import Match
from geo.boundaries.units import Unit
from geo.boundaries.values import BoundaryLevel, Shapes


@dataclass(frozen=True, slots=True)
class Subject:
    """Regions of a file in one order: `codes`, their shapes valid each by itself (`single`) and fitted (`shapes`).

    `inside`: code to the codes whose label points lie in its shape. `areas`: square kilometres of `shapes`. `official`:
    those of the register, by code. `crs` null = not said.
    """

    level: BoundaryLevel
    expected: Sequence[str]
    match: Match
    codes: Sequence[str]
    units: Sequence[Unit]
    single: Shapes
    shapes: Shapes
    areas: npt.NDArray[np.float64]
    official: Mapping[str, float]
    crs: str | None
    is_swapped: bool
