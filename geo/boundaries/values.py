"""What goes into an import of boundaries, and what comes out: plain values that cross the border to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

Shapes = npt.NDArray[np.object_]
"""Shapely geometries, one a feature; null where a feature has none."""

Cells = list[str | None]

BoundaryLevel = Literal["kabupaten", "provinsi"]
"""What the features of a file are: kabupaten and kota, or provinces."""
LEVELS: tuple[BoundaryLevel, ...] = get_args(BoundaryLevel)

LEAVE_OUT = "lewati"
"""The answer that a feature is none of the regions."""


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """One layer of a file: its columns as text (null = empty) and its shapes, both one a feature.

    `crs`: the coordinate system as the file writes it (`EPSG:3857`, WKT, PROJJSON); null = the file does not say.
    """

    name: str
    columns: Mapping[str, Cells]
    shapes: Shapes
    crs: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person said about a file. Null = to be seen from its content. `answers`: question id to choice."""

    level: BoundaryLevel | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can say. `text` is a message with `values`; `choices` are region codes or words."""

    id: str
    kind: str
    text: str
    choices: tuple[str, ...]
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature that became no region: its first row (from 1), what the file calls it, a message that says why."""

    row: int
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `items`: a mapping of values for each thing named, in the order to read them."""

    check: str
    passed: bool
    values: Mapping[str, Any]
    items: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """How a file was understood and what is wrong with it.

    `columns`: role (code, name, province, …) to the file's column. `joined_by`: kemendagri, bps, iso or name.
    `by_name`: codes of the regions whose code in the file is not theirs, found by name and place. `repaired`: features
    whose shape was mended. `area_differs`: values of the regions more than a tenth off the register's area.
    """

    table: str
    level: BoundaryLevel
    publisher: str | None
    columns: Mapping[str, str]
    joined_by: str
    expected: int
    matched: int
    missing: tuple[str, ...]
    by_name: tuple[str, ...]
    extra: tuple[Feature, ...]
    dropped: tuple[Feature, ...]
    refused: tuple[Feature, ...]
    questions: tuple[Question, ...]
    repaired: int
    area_differs: tuple[Mapping[str, Any], ...]
    findings: tuple[Finding, ...]

    @property
    def complete(self) -> bool:
        """True where every region in force has a shape."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Drawn:
    """The map that is served. `size`: bytes compressed; `tolerance` in degrees; `off`: the largest share by which the
    simplification changed a region's area, and `off_code` that region."""

    document: Mapping[str, Any]
    size: int
    tolerance: float
    points: int
    off: float
    off_code: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was looked at. `codes` and `shapes`: the simplified regions; `drawn` null = nothing matched."""

    report: Report
    codes: tuple[str, ...]
    shapes: Shapes
    drawn: Drawn | None


class Unusable(Exception):
    """The file cannot become boundaries, as a code with values; `etl.sources.boundaries.messages` has the words."""

    def __init__(self, code: str, **values: str | int) -> None:
        self.code = code
        self.values = values
        super().__init__(code)
