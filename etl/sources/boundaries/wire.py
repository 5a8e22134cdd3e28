"""What parent and child say to each other: a line of JSON, then bytes. Nothing is pickled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from etl.sources.boundaries.limits import Limits
from etl.sources.boundaries.sniff import Format
from etl.sources.child.wire import NEWLINE, line, opened
from geo.boundaries.geoparquet import geoparquet
from geo.boundaries.reports import report_of
from geo.boundaries.values import BoundaryLevel, Prepared, Report
from geo.layer import serialise


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person said of a file. Null = to be seen from its content. `answers`: question id to choice."""

    format: Format | None = None
    layer: str | None = None
    level: BoundaryLevel | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child found. `drawn`: size, tolerance, points, off and off_code of the map; null = nothing matched.

    `document`: the map without edition and label, `regions`: its regions as GeoParquet; both empty then.
    """

    format: Format
    report: Report
    drawn: Mapping[str, Any] | None
    document: bytes
    regions: bytes


def request(data: bytes, asked: Asked, limits: Limits) -> bytes:
    """A file to read, for the child's standard input."""
    return line({"limits": asdict(limits), "asked": asdict(asked)}) + data


def read_request(raw: bytes) -> tuple[bytes, Asked, Limits]:
    """The file, what was asked, and the limits of a request."""
    head, _, data = raw.partition(NEWLINE)
    told = json.loads(head)
    return data, Asked(**told["asked"]), Limits(**told["limits"])


def answer(found: Format, prepared: Prepared) -> bytes:
    """What was found, for the child's standard output."""
    drawn = prepared.drawn
    document = serialise(dict(drawn.document)) if drawn else b""
    regions = geoparquet(prepared.codes, prepared.shapes) if drawn else b""
    about = drawn and {name: getattr(drawn, name) for name in ("size", "tolerance", "points", "off", "off_code")}
    head = {"format": found, "report": asdict(prepared.report), "drawn": about, "sizes": [len(document), len(regions)]}
    return line(head) + document + regions


def read_answer(raw: bytes) -> Answer:
    """What the child found. Raises its Fault; Fault("crashed") when the answer is torn."""
    told, (document, regions) = opened(raw)
    return Answer(told["format"], report_of(told["report"]), told["drawn"], document, regions)
