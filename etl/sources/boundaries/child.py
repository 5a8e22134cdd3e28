"""The process that reads boundaries and works on them."""

from __future__ import annotations

from collections.abc import Callable

from etl.sources.boundaries import wire
from etl.sources.boundaries.limits import Limits
from etl.sources.boundaries.parse import parse
from etl.sources.child.process import serve


def understand(request: bytes) -> tuple[Limits, Callable[[], bytes]]:
    """A request's limits, and the work that answers it; what cannot be read raises Fault."""
    data, asked, limits = wire.read_request(request)
    return limits, lambda: wire.answer(*parse(data, asked, limits))


if __name__ == "__main__":
    serve(understand)
