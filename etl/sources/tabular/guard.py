"""Runs the process that reads tables."""

from __future__ import annotations

from etl.sources.child import guard
from etl.sources.tabular.limits import Limits

_COMMAND = guard.command("etl.sources.tabular.child")


def run(request: bytes, limits: Limits) -> bytes:
    """The child's answer to a request. Raises Fault when it took too long or too much memory, or died."""
    return guard.run(_COMMAND, request, limits)
