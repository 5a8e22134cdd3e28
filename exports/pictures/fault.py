"""What is our own fault: a chart that uses something pictures are not drawn with yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


class NotDrawn(RuntimeError):
    """Something in a chart that would be missing in its picture. It is raised so that it is not lost silently."""


def known(what: str, given: Mapping[str, Any], names: Collection[str]) -> None:
    """Raise `NotDrawn` where `given` has a setting that is none of `names`."""
    if unknown := sorted(set(given) - set(names)):
        raise NotDrawn(f"{what} with {', '.join(unknown)}")
