"""The process that reads tables."""

from __future__ import annotations

from collections.abc import Callable

from etl.sources.child.process import serve
from etl.sources.tabular import wire
from etl.sources.tabular.limits import Limits
from etl.sources.tabular.parse import parse


def understand(request: bytes) -> tuple[Limits, Callable[[], bytes]]:
    """A request's limits, and the work that answers it; what cannot be read raises Fault."""
    data, limits, answers = wire.read_request(request)
    return limits, lambda: wire.answer(parse(data, limits, answers))


if __name__ == "__main__":
    serve(understand)
