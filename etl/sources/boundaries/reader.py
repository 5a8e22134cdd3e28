"""The door: a file's bytes to what it would come to as boundaries. Nothing is saved here."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.sources.boundaries import wire
from etl.sources.boundaries.limits import DEFAULT, Limits
from etl.sources.boundaries.messages import error
from etl.sources.boundaries.sniff import Format
from etl.sources.boundaries.wire import Asked
from etl.sources.child import guard
from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB
from geo.boundaries.values import Report

__all__ = ["Asked", "Reading", "read", "read_path"]

_COMMAND = guard.command("etl.sources.boundaries.child")


@dataclass(frozen=True, slots=True)
class Reading:
    """A file that was looked at: its name and digest, and what it comes to (`etl.sources.boundaries.wire.Answer`)."""

    name: str
    sha256: str
    format: Format
    report: Report
    drawn: Mapping[str, Any] | None
    document: bytes
    regions: bytes


def read(data: bytes, name: str, asked: Asked, *, limits: Limits = DEFAULT) -> Reading:
    """What a file comes to; `name` is for people only. Raises BadInput with what to do when nothing can be read."""
    try:
        _check_size(len(data), limits)
        found = wire.read_answer(guard.run(_COMMAND, wire.request(data, asked, limits), limits))
    except Fault as fault:
        raise error(fault, name) from fault
    digest = hashlib.sha256(data).hexdigest()
    return Reading(name, digest, found.format, found.report, found.drawn, found.document, found.regions)


def read_path(path: Path, asked: Asked, *, limits: Limits = DEFAULT) -> Reading:
    """The same for a file on disk, which is not loaded when it is too large. Raises BadInput and OSError."""
    try:
        _check_size(path.stat().st_size, limits)
    except Fault as fault:
        raise error(fault, path.name) from fault
    return read(path.read_bytes(), path.name, asked, limits=limits)


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.file:
        raise Fault("too_large", size=-(-size // MB), limit=limits.file // MB)
