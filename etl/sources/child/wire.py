"""What parent and child say to each other: a line of JSON, then bytes. Nothing is pickled."""

from __future__ import annotations

import json

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
