"""The one doorway for caching: bounded, made once, and one reader's view is never another's."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from i18n import NotFound, text
from pages import stores
from pages.context import Context, Filters
from warehouse import contract
from warehouse.as_of import AsOf
from warehouse.frames import Frames, SnapshotInfo
from warehouse.shelf import Shelf
from warehouse.store import Store
from warehouse.vocabulary import Audience


@pytest.fixture(autouse=True)
def empty_shelves() -> None:
    stores.clear()


def test_the_oldest_value_goes_first() -> None:
    shelf, made = Shelf(places=2), []
    for key in (1, 2, 1, 3, 1, 2):
        shelf.get(key, lambda key=key: made.append(key))
    assert made == [1, 2, 3, 2]


def test_two_who_ask_together_wait_for_one_value() -> None:
    shelf, made, together = Shelf(places=1), [], Barrier(4)

    def ask(_: int) -> int:
        together.wait()
        return shelf.get("key", lambda: made.append(1) or 7)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [7] * 4
    assert made == [1]


def test_what_fails_is_not_kept() -> None:
    shelf = Shelf(places=1)
    with pytest.raises(ZeroDivisionError):
        shelf.get("key", lambda: 1 // 0)
    assert shelf.get("key", lambda: 2) == 2


def test_snapshots_share_the_tables_that_did_not_change(tmp_path: Path) -> None:
    path = tmp_path / "store"
    for name in ("A", "B"):
        rows = contract.frame("campaign", [{"campaign_id": "a", "name": name}])
        now = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
        Store(path).load({"campaign": rows}, kind="ingest", name="x", by="y", content_sha256="0" * 64, now=now)
    first, newest = stores.frames(path, AsOf(1)), stores.frames(path)
    assert [frames.campaign["name"].item() for frames in (first, newest)] == ["A", "B"]
    assert first.event is newest.event
    with pytest.raises(NotFound):
        stores.frames(path, AsOf(3))


def _context(number: int = 1, day: int = 1) -> Context:
    snapshot = SnapshotInfo(number, dt.datetime(2024, 1, day, tzinfo=dt.UTC))
    return Context(Frames.of(snapshot), Filters(), text("id"))


@pytest.mark.parametrize(
    "other",
    [
        _context(number=2),
        _context(day=2),
        replace(_context(), filters=Filters(province="33")),
        replace(_context(), t=text("en")),
        replace(_context(), params={"wilayah": "33"}),
        replace(_context(), sample=True),
        replace(_context(), as_of=dt.date(2023, 12, 31)),
        replace(_context(), pinned=1),
        replace(_context(), audience=Audience.DALAM),
    ],
)
def test_another_reader_gets_another_view(other: Context) -> None:
    made: list[Context] = []

    def model(context: Context) -> int:
        made.append(context)
        return len(made)

    assert stores.view(model, _context()) == stores.view(model, _context()) == 1
    assert stores.view(model, other) == 2
