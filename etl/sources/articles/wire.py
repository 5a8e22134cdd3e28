"""What parent and child say to each other: files and limits one way, a line of JSON a file the other way."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from etl.sources.articles.contents import Contents
from etl.sources.articles.limits import Limits
from etl.sources.child.fault import Fault
from etl.sources.child.wire import NEWLINE, cut, line


def request(files: Sequence[bytes], limits: Limits) -> bytes:
    """Files to read, for the child's standard input."""
    return line({"limits": asdict(limits), "sizes": [len(data) for data in files]}) + b"".join(files)


def read_request(raw: bytes) -> tuple[Limits, list[bytes]]:
    """The limits and the files of a request."""
    head, _, rest = raw.partition(NEWLINE)
    asked = json.loads(head)
    return Limits(**asked["limits"]), cut(rest, asked["sizes"])


def answer(contents: Contents) -> bytes:
    """What one file holds, for the child's standard output."""
    return line(asdict(contents) | {"published_on": contents.published_on and contents.published_on.isoformat()})


def read_answers(raw: bytes, count: int) -> Iterator[Contents | Fault]:
    """What the child read of each of `count` files, or why it could not. Raises Fault("crashed") for a torn answer."""
    lines = raw.split(NEWLINE)
    if len(lines) != count + 1:
        raise Fault("crashed")
    return map(_read, lines[:-1])


def _read(raw: bytes) -> Contents | Fault:
    try:
        told = json.loads(raw)
        if "fault" in told:
            return Fault(told["fault"], **told["values"])
        day = told["published_on"]
        return Contents(
            tuple((kind, text) for kind, text in told["blocks"]),
            told["publisher"],
            dt.date.fromisoformat(day) if day else None,
            told["typed"],
        )
    except (ValueError, KeyError, TypeError) as error:  # no answer of ours
        raise Fault("crashed") from error
