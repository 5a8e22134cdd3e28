"""One writer at a time in a store's folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from i18n import N_, Conflict


@contextmanager
def only_writer(path: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the store's writing lock; `path` is the lock's file.

    SQLite is what the standard library has for a lock that works alike on Windows and Linux, between processes and
    between threads, and that the system lets go of when its holder dies. The file stays empty.

    Raises Conflict where another writer holds it for longer than `wait_seconds`.
    """
    with closing(sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise OSError(str(fault)) from fault
            raise Conflict(
                N_("Another process is writing to this store."),
                where=str(path.parent),
                next_step=N_("Wait until it has finished and try again; nothing was changed."),
            ) from fault
        yield
