"""The process that reads articles."""

from __future__ import annotations

from collections.abc import Callable

from etl.sources.articles import wire
from etl.sources.articles.limits import Limits
from etl.sources.articles.parse import parse
from etl.sources.child.process import serve, settled


def understand(request: bytes) -> tuple[Limits, Callable[[], bytes]]:
    """A request's limits, and the work that answers it; what cannot be read raises Fault."""
    limits, files = wire.read_request(request)
    return limits, lambda: b"".join(settled(_reading(data, limits), limits) for data in files)


def _reading(data: bytes, limits: Limits) -> Callable[[], bytes]:
    return lambda: wire.answer(parse(data, limits))


if __name__ == "__main__":
    serve(understand)
