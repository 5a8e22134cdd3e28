"""The process that reads strangers' files: a request on standard input, the answer on standard output, nothing else.

It writes no file and no log, leaves no core dump, and ends by itself when its limits are used up.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable

from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB, Bounds
from etl.sources.child.wire import READY, refusal

if sys.platform != "win32":
    import resource

RESERVED = 1024 * MB
"""Address space that the libraries reserve and do not use."""


def serve(understand: Callable[[bytes], tuple[Bounds, Callable[[], bytes]]]) -> None:
    """Answer one request: `understand` gives its limits, and the work to do within them."""
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    limits, work = understand(sys.stdin.buffer.read())
    confine(limits)
    sys.stdout.buffer.write(settled(work, limits))


def settled(work: Callable[[], bytes], limits: Bounds) -> bytes:
    """The answer of `work`, or its refusal."""
    try:
        return work()
    except Fault as fault:
        return refusal(fault)
    except MemoryError:
        return refusal(Fault("too_much_memory", limit=limits.memory // MB))
    except Exception as error:  # the parent must learn of any other fault, without the file's content
        return refusal(Fault("unexpected", fault=_place(error)))


def confine(limits: Bounds) -> None:
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
    """The kind of an error and the line of code that met it: its own text may hold content."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {frame.name}:{frame.lineno}"
