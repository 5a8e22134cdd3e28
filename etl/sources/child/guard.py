"""Runs the reading process within its limits and survives whatever becomes of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.sources.child.fault import Fault
from etl.sources.child.limits import MB, Bounds
from etl.sources.child.wire import READY

_ROOT = Path(__file__).parents[3]
"""Where `etl` is, installed or not: the child starts there, so it needs no search path from us."""

_INHERITED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""All that the child gets of the environment: no secret of ours is within its reach."""

_AT_ONCE = threading.BoundedSemaphore(2)
_LOOK_EVERY = 0.05


def command(module: str) -> tuple[str, ...]:
    """What starts the child that a module of ours is."""
    return (sys.executable, "-m", module)


def run(child_command: tuple[str, ...], request: bytes, limits: Bounds) -> bytes:
    """The child's answer to a request. Raises Fault when it took too long or too much memory, or died."""
    with _AT_ONCE, _child(child_command) as child, _watched(child, limits.memory) as exceeded:
        try:
            answer, _ = child.communicate(request, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise Fault("too_slow", limit=limits.seconds) from error
    if exceeded.is_set():
        raise Fault("too_much_memory", limit=limits.memory // MB)
    if not answer.startswith(READY):
        raise Fault("no_reader")
    if child.returncode:
        raise Fault("crashed")
    return answer.removeprefix(READY)


@contextmanager
def _child(child_command: tuple[str, ...]) -> Iterator[subprocess.Popen[bytes]]:
    """The process, ended on every way out. What it says on standard error may hold content: nobody hears it."""
    environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    with subprocess.Popen(  # noqa: S603 -- a constant command, without a shell
        child_command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=environment | {"POLARS_MAX_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            yield child
        finally:
            child.kill()


@contextmanager
def _watched(child: subprocess.Popen[bytes], memory: int) -> Iterator[threading.Event]:
    """End the child once it holds more memory than allowed; the event says that this happened."""
    exceeded, done = threading.Event(), threading.Event()
    watch = threading.Thread(target=_watch, args=(child, memory, exceeded, done), daemon=True)
    watch.start()
    try:
        yield exceeded
    finally:
        done.set()
        watch.join()


def _watch(child: subprocess.Popen[bytes], memory: int, exceeded: threading.Event, done: threading.Event) -> None:
    # here: the child shares this package and need not load it
    import psutil  # type: ignore[import-untyped]  # psutil ships no types

    try:
        process = psutil.Process(child.pid)
        while not done.wait(_LOOK_EVERY):
            if process.memory_info().rss > memory:
                exceeded.set()
                child.kill()
                return
    except psutil.Error:
        return
