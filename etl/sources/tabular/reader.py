"""The door: a file's bytes to a `Workbook`, read in a process of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from etl.sources.tabular import guard, wire
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import DEFAULT, MB, Limits
from etl.sources.tabular.workbook import Workbook


def read(data: bytes, name: str, *, limits: Limits = DEFAULT, answers: Mapping[str, str] | None = None) -> Workbook:
    """The cells of a file that a region sent, by its content; `name` is for messages only.

    `answers` are those to a former reading's `Question`s, by id; others in it are ignored. Raises BadInput with what to
    do when nothing can be read: not a table, damaged, locked, blank, beyond a limit; IkrarError where
    the reading process does not start.
    """
    from etl.sources.tabular import messages  # here: the child shares this package and needs no words

    try:
        _check_size(len(data), limits)
        contents = wire.read_answer(guard.run(wire.request(data, limits, answers or {}), limits))
    except Fault as fault:
        raise messages.error(fault, name) from fault
    digest = hashlib.sha256(data).hexdigest()
    questions = messages.questions(contents.readings)
    return Workbook(name, digest, contents.kind, contents.sheets, contents.encoding, questions)


def read_path(path: Path, *, limits: Limits = DEFAULT, answers: Mapping[str, str] | None = None) -> Workbook:
    """The same for a file on disk, which is not loaded when it is too large. Raises BadInput and OSError."""
    from etl.sources.tabular import messages

    try:
        _check_size(path.stat().st_size, limits)
    except Fault as fault:
        raise messages.error(fault, path.name) from fault
    return read(path.read_bytes(), path.name, limits=limits, answers=answers)


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.file:
        raise Fault("too_large", size=-(-size // MB), limit=limits.file // MB)
