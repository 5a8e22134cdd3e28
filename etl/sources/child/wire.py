"""What parent and child say to each other: a line of JSON, then bytes. Nothing is pickled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from etl.sources.child.fault import Fault

READY = b"ready\n"
"""The child's first word: from here on it is the file that fails, not the installation."""

NEWLINE = b"\n"


def line(value: object) -> bytes:
    """A value as one line."""
    return json.dumps(value).encode("ascii") + NEWLINE


def refusal(fault: Fault) -> bytes:
    """Why nothing was read."""
    return line({"fault": fault.code, "values": fault.values})


def opened(raw: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """An answer: its first line, and the pieces behind it whose `sizes` that line gives. Raises the child's Fault, and
    Fault("crashed") for a torn answer."""
    head, ended, rest = raw.partition(NEWLINE)
    if not ended:
        raise Fault("crashed")
    told: dict[str, Any] = json.loads(head)
    if "fault" in told:
        raise Fault(told["fault"], **told["values"])
    if len(rest) != sum(told["sizes"]):
        raise Fault("crashed")
    return told, cut(rest, told["sizes"])


def cut(raw: bytes, sizes: Sequence[int]) -> list[bytes]:
    """Pieces that stand behind one another."""
    ends = list(accumulate(sizes))
    return [raw[end - size : end] for size, end in zip(sizes, ends, strict=True)]
