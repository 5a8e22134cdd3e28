"""The process that reads strangers' files: a request on standard input, the answer on standard output, nothing else.

It writes no file and no log, leaves no core dump, and ends by itself when its limits are used up.
"""

from __future__ import annotations

import sys
import traceback

from etl.sources.tabular import wire
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import MB, Limits
from etl.sources.tabular.parse import parse

if sys.platform != "win32":
    import resource

RESERVED = 1024 * MB
"""Address space that the libraries reserve and do not use."""


def main() -> None:
    """Answer one request."""
    sys.stdout.buffer.write(wire.READY)
    sys.stdout.buffer.flush()
    data, limits, answers = wire.read_request(sys.stdin.buffer.read())
    confine(limits)
    try:
        reply = wire.answer(parse(data, limits, answers))
    except Fault as fault:
        reply = wire.refusal(fault)
    except MemoryError:
        reply = wire.refusal(Fault("too_much_memory", limit=limits.memory // MB))
    except Exception as error:  # the parent must learn of any other fault, without a cell's content
        reply = wire.refusal(Fault("unexpected", fault=_place(error)))
    sys.stdout.buffer.write(reply)


def confine(limits: Limits) -> None:
    """Let the system hold the limits where it can; the parent watches everywhere."""
    if sys.platform != "win32":
        for kind, bound in (
            (resource.RLIMIT_AS, limits.memory + RESERVED),
            (resource.RLIMIT_CPU, limits.seconds + 1),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(kind)
            allowed = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.setrlimit(kind, (allowed, allowed))


def _place(error: Exception) -> str:
    """The kind of an error and the line of ours that met it: its own text may hold a cell."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {frame.name}:{frame.lineno}"


if __name__ == "__main__":
    main()
