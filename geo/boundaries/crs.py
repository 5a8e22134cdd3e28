"""From whatever coordinate system a file is in to degrees of longitude and latitude."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from geopandas.geoseries import GeoSeries
from pyproj.exceptions import CRSError

from geo.boundaries.values import Question, Shapes, Unusable
from i18n import N_

WEST, SOUTH, EAST, NORTH = 94.0, -12.0, 142.0, 7.0
"""Indonesia lies between these, in degrees; no file of it reaches beyond."""

SWAP = "tukar"
_QUESTION = "koordinat-tertukar"
_SURE_ENOUGH = 70
_ASK = N_("The coordinates look swapped: latitude stands where longitude belongs. Swap them?")


@dataclass(frozen=True, slots=True)
class Position:
    """Where a table lies. `crs`: the system found (`EPSG:32749`); null = not said, and the numbers are degrees.

    `is_swapped`: latitude came first. `question` null = nothing to ask.
    """

    shapes: Shapes
    crs: str | None
    is_swapped: bool
    question: Question | None = None


def to_degrees(shapes: Shapes, crs: str | None, answers: Mapping[str, str]) -> Position:
    """The shapes in degrees. Raises Unusable for a system that is not known, or numbers that cannot be Indonesia's.

    Only systems with a code of EPSG, ESRI or OGC are used, by that code: what a file says of a system is read, never
    run. Swapped coordinates come turned round, and with a question: a person says whether that is right.
    """
    name = _authority(crs) if crs else None
    if name:
        moved = GeoSeries(list(shapes), crs=name).to_crs("EPSG:4326")
        shapes = np.asarray(moved.array, dtype=object)
    bounds = shapely.total_bounds(shapes)
    if _is_indonesia(bounds):
        return Position(shapes, name, is_swapped=False)
    if _is_indonesia(bounds[[1, 0, 3, 2]]):
        answer = answers.get(_QUESTION)
        if answer not in {None, SWAP}:
            raise Unusable("wrong_answer", question=_QUESTION, answer=answer, choices=SWAP)
        asked = Question(_QUESTION, "swapped", _ASK, (SWAP,), {}) if answer is None else None
        return Position(shapely.transform(shapes, lambda xy: xy[:, ::-1]), name, is_swapped=True, question=asked)
    if not np.isfinite(bounds).all():
        raise Unusable("not_finite")
    west, south, east, north = (round(float(bound), 2) for bound in bounds)
    place = {"west": str(west), "south": str(south), "east": str(east), "north": str(north)}
    if name:
        raise Unusable("elsewhere", crs=name, **place)
    raise Unusable("no_crs", **place)


def _is_indonesia(bounds: npt.NDArray[np.float64]) -> bool:
    west, south, east, north = bounds
    return bool(west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH)


def _authority(crs: str) -> str:
    """`EPSG:32749` for whatever writing of it. Raises Unusable."""
    if crs.strip().startswith("+"):
        raise Unusable("unknown_crs")  # a PROJ string may name files of this computer
    try:
        found = GeoSeries([], crs=crs).crs.to_authority(min_confidence=_SURE_ENOUGH)
    except CRSError as error:
        raise Unusable("unknown_crs") from error
    if not found:
        raise Unusable("unknown_crs")
    return ":".join(found)
