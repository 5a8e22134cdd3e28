"""The one doorway for caching: frames a snapshot, view models a snapshot and reader. Shared by all sessions, bounded.

A page never keeps a frame itself: it asks here, and a new snapshot is noticed on the next run.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import TypeVar

from catalogue.history import Snapshot
from etl.simulate import load_example
from pages.context import Context
from warehouse.frames import Frames
from warehouse.shelf import Shelf
from warehouse.store import Store

T = TypeVar("T")

ROOT = Path(__file__).parent.parent


_FRAMES = Shelf(places=4)
_MODELS = Shelf(places=512)
_NEWEST = Shelf(places=4)
_HISTORY = Shelf(places=4)
_STORES = Shelf(places=4)
_SAMPLE = Lock()


def store_path() -> Path:
    """Folder of the real store: `IKRAR_STORE`, else `data/store` beside the code."""
    return Path(os.environ.get("IKRAR_STORE") or ROOT / "data" / "store").resolve()


def sample_path() -> Path:
    """Folder of the example store, beside the real one."""
    real = store_path()
    return real.with_name(f"{real.name}-contoh")


def frames(path: Path) -> Frames:
    """The tables of a store at its newest snapshot. Raises `NotFound` where there is no snapshot.

    Whether there is a newer one is asked of the catalogue only when its file has changed.
    """
    store: Store = _STORES.get(path, lambda: Store(path))
    latest = _NEWEST.get((path, _mark(path)), store.latest)
    return _FRAMES.get((path, latest.number, latest.taken_at), lambda: store.frames(latest.number))


def store(*, sample: bool) -> Store:
    """The store shown: for what is not kept here (a difference, an undo, a load)."""
    path = sample_path() if sample else store_path()
    found: Store = _STORES.get(path, lambda: Store(path))
    return found


def history(*, sample: bool) -> tuple[Snapshot, ...]:
    """Every snapshot of the store shown, oldest first."""
    shown = store(sample=sample)
    return _HISTORY.get((shown.path, _mark(shown.path)), shown.snapshots)


def _mark(path: Path) -> Hashable:
    """Changes when the catalogue's file does. A catalogue that is no file here is asked every second."""
    files = [path / f"catalogue.sqlite{suffix}" for suffix in ("", "-wal")]
    marks = [(file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.exists()]
    return tuple(marks) or int(time.monotonic())


def sample_frames(now: dt.datetime) -> Frames:
    """The example store's tables; the store is made first where there is none."""
    path = sample_path()
    with _SAMPLE:
        if not Store(path).exists():
            load_example(path, now)
    return frames(path)


def view(model: Callable[[Context], T], context: Context, audience: str = "public") -> T:
    """`model(context)`, remembered for this snapshot, these filters, this language and this audience."""
    snapshot = context.frames.snapshot
    name = f"{model.__module__}.{getattr(model, '__qualname__', model)}"
    key = (
        name,
        snapshot.number,
        snapshot.taken_at,
        context.sample,
        context.filters,
        tuple(sorted(context.params.items())),
        context.t.language,
        audience,
    )
    return _MODELS.get(key, lambda: model(context))


def clear() -> None:
    """Forget everything kept (tests)."""
    for shelf in (_FRAMES, _MODELS, _NEWEST, _HISTORY, _STORES):
        shelf.clear()
