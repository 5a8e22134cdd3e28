"""The one doorway for caching: frames a snapshot; view models and drawings a snapshot and reader. Shared, bounded.

A page never keeps a frame itself: it asks here, and a new snapshot is noticed on the next run.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar
from weakref import WeakValueDictionary

import polars as pl

from catalogue.history import Snapshot
from etl.simulate import load_example
from geo.boundaries.editions import changed
from pages.context import Context
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.shelf import Shelf
from warehouse.store import Store

T = TypeVar("T")

ROOT = Path(__file__).parent.parent

NEWEST: Final = AsOf()

_FRAMES = Shelf(places=5)
"""The newest snapshots of both stores, and the few older ones that readers compare them with."""
_TABLES: WeakValueDictionary[Hashable, pl.DataFrame] = WeakValueDictionary()
"""The tables of the frames on the shelf by version: snapshots between which a table did not change share it."""
_MODELS = Shelf(places=512)
_DRAWINGS = Shelf(places=1024)
_CHOSEN = Shelf(places=32)
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


def frames(path: Path, as_of: AsOf = NEWEST) -> Frames:
    """The tables of a store at the snapshot that answers. Raises NotFound where there is none.

    Whether there is a newer one is asked of the catalogue only when its file has changed.
    """
    store: Store = _STORES.get(path, lambda: Store(path))
    mark = _mark(path)
    chosen: Snapshot = _CHOSEN.get((path, mark, as_of), lambda: store.at(as_of))
    return _FRAMES.get((path, chosen.number, chosen.taken_at), lambda: _read(store, chosen))


def _read(store: Store, snapshot: Snapshot) -> Frames:
    """The tables of a snapshot; those that are in memory at the same version are not read again."""
    # A store that was made anew counts its versions from 0 again, but it was not made at the same moment.
    born = _taken(store)[0].taken_at
    places = {table: (store.path, born, table, named.version) for table, named in snapshot.tables.items()}
    held = {table: kept for table in Frames.tables() if (kept := _TABLES.get(places.get(table))) is not None}
    found = store.frames(snapshot.number, held)
    _TABLES.update({place: getattr(found, table) for table, place in places.items() if table in Frames.tables()})
    return found


def store(*, sample: bool) -> Store:
    """The store shown: for what is not kept here (a difference, an undo, a load)."""
    path = sample_path() if sample else store_path()
    found: Store = _STORES.get(path, lambda: Store(path))
    return found


def history(context: Context) -> tuple[Snapshot, ...]:
    """Every snapshot up to the one that is shown, oldest first."""
    return tuple(one for one in _taken(store(sample=context.sample)) if one.number <= context.frames.snapshot.number)


def _taken(store: Store) -> tuple[Snapshot, ...]:
    """Every snapshot of a store, oldest first."""
    return _HISTORY.get((store.path, _mark(store.path)), store.snapshots)


def _mark(path: Path) -> Hashable:
    """Changes when the catalogue's file does. A catalogue that is no file here is asked every second."""
    files = [path / f"catalogue.sqlite{suffix}" for suffix in ("", "-wal")]
    marks = [(file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.exists()]
    return tuple(marks) or int(time.monotonic())


def has_sample() -> bool:
    """True where there is an example store."""
    return bool(_taken(store(sample=True)))


def make_sample(now: dt.datetime) -> None:
    """Make the example store where there is none."""
    if has_sample():
        return
    path = sample_path()
    with _SAMPLE:
        if not Store(path).exists():
            load_example(path, now)


def view(model: Callable[[Context], T], context: Context) -> T:
    """`model(context)`, remembered for this snapshot, these boundaries, this link, language and audience."""
    name = f"{model.__module__}.{getattr(model, '__qualname__', model)}"
    return _MODELS.get(_key(name, context), lambda: model(context))


def drawing(name: str, draw: Callable[[], T], context: Context) -> T:
    """`draw()`, remembered as views are: what a page draws of its view and of nothing else. `name` is its alone.

    All sessions get the same value: it may not be one that can be changed.
    """
    return _DRAWINGS.get(_key(name, context), draw)


def _key(name: str, context: Context) -> Hashable:
    snapshot = context.frames.snapshot
    return (
        name,
        snapshot.number,
        snapshot.taken_at,
        context.sample,
        context.filters,
        tuple(sorted(context.params.items())),
        context.t.language,
        context.per,
        context.audience,
        changed(store_path()),
    )


def clear() -> None:
    """Forget everything kept (tests)."""
    for shelf in (_FRAMES, _MODELS, _DRAWINGS, _CHOSEN, _HISTORY, _STORES):
        shelf.clear()
