"""What parent and child say to each other: a line of JSON, then bytes. Nothing is pickled."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict

import polars as pl

from etl.sources.child.wire import NEWLINE, line, opened, refusal
from etl.sources.tabular.limits import Limits
from etl.sources.tabular.workbook import Contents, Reading, Sheet

__all__ = ["answer", "read_answer", "read_request", "refusal", "request"]


def request(data: bytes, limits: Limits, answers: Mapping[str, str]) -> bytes:
    """A file to read, for the child's standard input."""
    return line({"limits": asdict(limits), "answers": dict(answers)}) + data


def read_request(raw: bytes) -> tuple[bytes, Limits, dict[str, str]]:
    """The file, the limits and the answers of a request."""
    head, _, data = raw.partition(NEWLINE)
    asked = json.loads(head)
    return data, Limits(**asked["limits"]), asked["answers"]


def answer(contents: Contents) -> bytes:
    """What was read, for the child's standard output: every frame as Arrow IPC."""
    frames = [_packed(frame) for sheet in contents.sheets for frame in (sheet.text, sheet.kinds)]
    head = {
        "kind": contents.kind,
        "encoding": contents.encoding,
        "readings": [asdict(reading) for reading in contents.readings],
        "sheets": [{"name": s.name, "hidden": s.hidden, "merged": s.merged} for s in contents.sheets],
        "sizes": [len(frame) for frame in frames],
    }
    return b"".join([line(head), *frames])


def read_answer(raw: bytes) -> Contents:
    """What the child read. Raises its Fault; Fault("crashed") when the answer is torn."""
    told, pieces = opened(raw)
    frames = [pl.read_ipc(piece) for piece in pieces]
    sheets = tuple(
        Sheet(told_sheet["name"], told_sheet["hidden"], text, kinds, tuple(map(tuple, told_sheet["merged"])))
        for told_sheet, text, kinds in zip(told["sheets"], frames[::2], frames[1::2], strict=True)
    )
    readings = tuple(Reading(**reading) for reading in told["readings"])
    return Contents(told["kind"], sheets, told["encoding"], readings)


def _packed(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_ipc(buffer)
    return buffer.getvalue()
