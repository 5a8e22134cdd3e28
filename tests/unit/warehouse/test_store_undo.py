"""Taking a batch back: its rows go, what others did stays, and what stands in the way is named."""

from __future__ import annotations

import pytest

from i18n import NotFound
from tests.lent.campaigns import NOW, campaigns, load, names
from warehouse.changes import ChangedSince
from warehouse.store import Store


def test_undo_takes_back_added_changed_and_removed_rows(store: Store) -> None:
    load(store, campaigns(a="A", b="B"), kind="bundled", replaces=True)
    load(store, campaigns(b="B2", c="C"), kind="bundled", replaces=True)
    undone = store.undo("bundled-2", by="analyst", now=NOW)
    assert undone.snapshot.number == 3
    assert undone.snapshot.batch.undoes == "bundled-2"
    assert store.diff(1, 3) == {}
    again = store.undo("bundled-2", by="analyst", now=NOW)
    assert not again.is_new
    store.undo("undo-3", by="analyst", now=NOW)
    assert store.diff(2, 4) == {}


def test_undo_keeps_what_other_batches_did_to_other_rows(store: Store) -> None:
    load(store, campaigns(a="A"))
    load(store, campaigns(b="B"))
    load(store, campaigns(c="C"))
    store.undo("ingest-2", by="analyst", now=NOW)
    assert names(store) == {"a": "A", "c": "C"}


@pytest.mark.parametrize("removing", [False, True])
def test_undo_under_a_later_change_lists_it_and_changes_nothing(store: Store, *, removing: bool) -> None:
    load(store, campaigns(a="A", b="B"), kind="bundled", replaces=True)
    load(store, campaigns(a="A2", b="B2"), kind="bundled", replaces=True)
    later = campaigns(b="B2") if removing else campaigns(a="A3", b="B2")
    load(store, later, kind="bundled", replaces=True)
    with pytest.raises(ChangedSince) as caught:
        store.undo("bundled-2", by="analyst", now=NOW)
    assert caught.value.exit_code == 2
    [row] = caught.value.rows
    assert (row.table, row.key) == ("campaign", {"campaign_id": "a"})
    assert row.batch_id == (None if removing else "bundled-3")
    assert store.latest().number == 3


def test_undo_of_an_unknown_batch_says_so(store: Store) -> None:
    load(store, campaigns(a="A"))
    with pytest.raises(NotFound, match="no batch ingest-9"):
        store.undo("ingest-9", by="analyst", now=NOW)
