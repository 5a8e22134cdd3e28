"""Which rows an answer holds, and the addresses of the others (RFC 8288)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from pages.serving.api.accept import Form
from pages.serving.api.parameters import LIMIT, Question


def stretch(question: Question, form: Form) -> slice:
    """The rows asked for. Who fetches a table for a spreadsheet without a limit gets all of it."""
    limit = question.limit or (None if form is Form.CSV else LIMIT)
    return slice(question.offset, None if limit is None else question.offset + limit)


def links(path: str, question: Question, part: slice, total: int, pinned: str) -> Mapping[str, str]:
    """Addresses by relation: `self`, `first`, `prev`, `next`, `last`; what there is not is left out.

    They name the snapshot, so that who walks through the pages sees one state, whatever is loaded meanwhile.
    """
    limit = total if part.stop is None else part.stop - part.start
    last = (total - 1) // limit * limit if total else 0
    offsets = {"self": part.start, "first": 0, "last": last}
    if part.start:
        offsets["prev"] = max(min(part.start - limit, last), 0)
    if part.stop is not None and part.stop < total:
        offsets["next"] = part.stop
    return {
        name: address(path, question.link(**{"as-of": pinned, "offset": offset or None}))
        for name, offset in offsets.items()
    }


def address(path: str, parameters: Mapping[str, str]) -> str:
    """An address below this host."""
    return f"{path}?{urlencode(parameters, safe='@')}" if parameters else path


def header(links: Mapping[str, str]) -> str:
    """The Link header."""
    return ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items())
