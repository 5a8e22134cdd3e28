"""SHA-256 of the warehouse's files: taken when a file is first named, checked before it is first read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from i18n import N_, Damaged

_known: dict[Path, tuple[int, int, str]] = {}
"""Size, time of change and digest of files already read in this process: the one thing kept between calls."""

RESTORE = N_("Restore the folder from a backup; `ikrar verify` lists every damaged file.")


def digest(path: Path, *, sync: bool = False) -> str:
    """SHA-256 of a file, hexadecimal. `sync`: make sure first that the file is on the disk, not only in memory."""
    if sync:
        with path.open("r+b") as file:  # Windows syncs only what is open for writing
            os.fsync(file.fileno())
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def frames_digest(tables: Mapping[str, pl.DataFrame]) -> str:
    """SHA-256 of what frames hold, hexadecimal; the order of tables and rows does not matter."""
    content = hashlib.sha256()
    for name, frame in sorted(tables.items()):
        rows = sorted(frame.select(sorted(frame.columns)).write_ndjson().splitlines())
        content.update("\n".join([name, *rows, ""]).encode())
    return content.hexdigest()


def check(path: Path, sha256: str, *, where: str) -> None:
    """Raise Damaged where the file is missing or its digest is not the one recorded. `where` names it to people."""
    try:
        stat = path.stat()
    except FileNotFoundError as fault:
        raise Damaged(N_("a file of the store is missing."), where=where, next_step=RESTORE) from fault
    size, changed, found = _known.get(path, (-1, -1, ""))
    if (size, changed) != (stat.st_size, stat.st_mtime_ns):
        found = digest(path)
        _known[path] = (stat.st_size, stat.st_mtime_ns, found)
    if found != sha256:
        raise Damaged(
            N_("the file is not the one that was written: its SHA-256 differs."), where=where, next_step=RESTORE
        )


def forget() -> None:
    """Read every file again at its next check."""
    _known.clear()
