"""The store: load, look back, compare."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import pytest
from alembic import command
from alembic.config import Config
from polars.testing import assert_frame_equal

from catalogue import Catalogue, database, history
from i18n import BadInput, Conflict, NotFound
from tests.lent.campaigns import NOW, campaigns, load, names
from warehouse import contract
from warehouse.as_of import AsOf
from warehouse.lock import only_writer
from warehouse.store import Store
from warehouse.tables import TABLES


def test_asking_a_store_that_is_not_there_creates_nothing(store: Store) -> None:
    assert not store.exists()
    assert store.snapshots() == ()
    for question in (
        store.latest,
        store.frames,
        store.verify,
        lambda: store.at(AsOf(day=NOW.date())),
        lambda: store.catalogue,
    ):
        with pytest.raises(NotFound):
            question()
    assert not store.path.exists()


def test_an_older_catalogue_is_brought_up_to_date_before_it_is_handed_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Config()
    first.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))

    def to_the_first_form(catalogue: Catalogue) -> None:
        with catalogue.writing() as session:
            first.attributes["connection"] = session.connection()
            command.upgrade(first, "0001")

    with monkeypatch.context() as patched:
        patched.setattr(Catalogue, "migrate", to_the_first_form)
        load(store, campaigns(a="A"))
    older = Catalogue.in_file(store.path / "catalogue.sqlite")
    assert not older.is_current()
    with store.catalogue.reading() as session:
        assert len(history.snapshots(session)) == 1
    assert older.is_current()


def test_every_kind_of_value_survives_the_disk(store: Store) -> None:
    source = contract.frame(
        "source",
        [
            {
                "source_id": "s",
                "kind": "article",
                "publisher": "Ünïcode, “kutip” | '; --",
                "published_on": dt.date(2023, 11, 24),
                "captured_at": dt.datetime(2026, 1, 1, 3, 4, 5, 678901, tzinfo=dt.UTC),
                "grade": "D",
                "is_simulated": False,
            }
        ],
    )
    campaign = contract.frame(
        "campaign",
        [
            {"campaign_id": "lists", "name": "", "points": [4, 1], "legal_basis": ["uu-20-2023", ""]},
            {"campaign_id": "none", "name": "n", "points": [], "legal_basis": None},
        ],
    )
    region = contract.frame("region", [{"code": "01.01", "level": "kota", "name": "K", "latitude": -7.123456789012}])
    given = {"source": source, "campaign": campaign, "region": region}
    load(store, given)
    for table, frame in given.items():
        assert_frame_equal(store.table(table).drop("batch_id"), frame)
    assert set(store.table("source")["batch_id"]) == {"ingest-1"}


def test_what_is_loaded_again_makes_no_snapshot(store: Store) -> None:
    first = load(store, campaigns(a="A", b="B"))
    again = load(store, campaigns(b="B", a="A"), day=1)
    assert first.is_new
    assert not again.is_new
    assert again.snapshot == first.snapshot == store.latest()
    assert again.changes["campaign"].same == 2


def test_same_rows_keep_their_batch_and_changed_ones_take_the_new_one(store: Store) -> None:
    load(store, campaigns(a="A", b="B"))
    result = load(store, campaigns(b="B", a="A2", c="C"))
    change = result.changes["campaign"]
    assert (change.added, change.changed, change.same, change.removed) == (1, 1, 1, 0)
    frame = store.frames().campaign
    assert dict(zip(frame["campaign_id"], frame["batch_id"], strict=True)) == {
        "a": "ingest-2",
        "b": "ingest-1",
        "c": "ingest-2",
    }


@pytest.mark.parametrize("gained", ["refused", "risk_index"])
def test_a_table_that_the_program_gains_is_empty_until_the_next_load_makes_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, gained: str
) -> None:
    every = dict(TABLES)
    with monkeypatch.context() as patched:
        patched.delitem(TABLES, gained)
        load(store, campaigns(a="A"))
        load(store, campaigns(b="B"))
    TABLES.clear()  # what was put back stands last: the order is part of the documents
    TABLES.update(every)
    assert gained not in store.latest().tables
    assert store.table(gained).schema == contract.columns(gained)
    assert (store.table(gained).height, store.frames().risk_index.height) == (0, 0)
    assert store.verify().damaged == ()
    store.undo("ingest-2", by="analyst", now=NOW)
    assert names(store) == {"a": "A"}
    load(store, campaigns(a="A2"))
    assert store.table(gained).is_empty()
    assert set(store.diff(1, 4)) == {"campaign"}
    assert store.verify().damaged == ()


def test_a_table_without_changes_gets_no_new_version(store: Store) -> None:
    before = load(store, campaigns(a="A")).snapshot.tables
    after = load(store, campaigns(a="A2")).snapshot.tables
    assert [name for name in after if after[name].version != before[name].version] == ["campaign"]


def test_a_replacing_load_removes_only_what_its_own_kind_wrote(store: Store) -> None:
    load(store, campaigns(a="A", b="B"), kind="bundled", replaces=True)
    load(store, campaigns(c="C"), kind="ingest")
    result = load(store, campaigns(a="A"), kind="bundled", replaces=True)
    assert names(store) == {"a": "A", "c": "C"}
    assert result.changes["campaign"].removed == 1
    load(store, {}, kind="bundled", replaces=True)
    assert names(store) == {"c": "C"}


def test_a_replacing_load_leaves_what_another_kind_wrote_last(store: Store) -> None:
    load(store, campaigns(a="A", b="B", c="C"), kind="bundled", replaces=True)
    load(store, campaigns(a="A sent", d="D sent"), kind="ingest")
    again = load(store, campaigns(a="A2", b="B2", d="D"), kind="bundled", replaces=True)
    assert names(store) == {"a": "A sent", "b": "B2", "d": "D sent"}
    change = again.changes["campaign"]
    assert (change.added, change.changed, change.removed, change.same, change.kept) == (0, 1, 1, 0, 2)
    store.undo("ingest-2", by="analyst", now=NOW)
    assert names(store) == {"a": "A", "b": "B2"}, "as the bundled row was when the file came"
    load(store, campaigns(a="A2", b="B2", d="D"), kind="bundled", replaces=True)
    assert names(store) == {"a": "A2", "b": "B2", "d": "D"}


def test_a_snapshot_is_found_by_number_and_by_day(store: Store) -> None:
    load(store, campaigns(a="A"))
    load(store, campaigns(a="A2"), day=2)
    assert names(store, 1) == {"a": "A"}
    assert names(store) == {"a": "A2"}
    days = [(NOW + dt.timedelta(days=day)).date() for day in (0, 1, 2, 9, -1)]
    assert [store.at(AsOf(day=day)).number for day in days] == [1, 1, 2, 2, 2], (
        "a store younger than the day: its newest"
    )
    with pytest.raises(NotFound, match="no snapshot 3"):
        store.frames(3)


def test_diff_names_rows_columns_and_batches(store: Store) -> None:
    load(store, campaigns(a="A", b="B"), kind="bundled", replaces=True)
    load(store, campaigns(b="B2", c="C"), kind="bundled", replaces=True)
    found = store.diff(1, 2)
    assert list(found) == ["campaign"]
    table = found["campaign"]
    assert [row.key["campaign_id"] for row in table.rows("added")] == ["c"]
    assert [(row.key["campaign_id"], row.batch_id) for row in table.rows("removed")] == [("a", "bundled-1")]
    [changed] = table.rows("changed")
    assert changed.batch_id == "bundled-2"
    assert changed.values == {"batch_id": ("bundled-1", "bundled-2"), "name": ("B", "B2")}
    assert store.diff(2, 2) == {}


def test_a_second_writer_is_told(store: Store) -> None:
    load(store, campaigns(a="A"))
    with only_writer(store.path / "writer.lock", 0.1):
        assert names(store) == {"a": "A"}
        with pytest.raises(Conflict, match="Another process"):
            load(store, campaigns(a="A2"))
    load(store, campaigns(a="A2"))
    assert names(store) == {"a": "A2"}


def test_a_frame_that_does_not_fit_changes_nothing(store: Store) -> None:
    load(store, campaigns(a="A"))
    with pytest.raises(ValueError, match="campaign"):
        load(store, {"campaign": pl.concat([campaigns(a="A2")["campaign"]] * 2)})
    assert store.latest().number == 1


def test_a_sound_store_verifies(store: Store) -> None:
    load(store, campaigns(a="A"))
    load(store, campaigns(a="A2"))
    found = store.verify()
    assert found.damaged == ()
    assert found.checked > len(store.latest().tables)


@pytest.mark.parametrize("name", ["a[1]", "a^b", "a|b", "a%20b"])
def test_a_folder_that_the_tables_cannot_live_in_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="folder must not have"):
        load(Store(tmp_path / name), campaigns(a="A"))
    assert not (tmp_path / name).exists()


def test_a_reference_that_leads_nowhere_is_named(store: Store) -> None:
    load(
        store,
        {"event_region": contract.frame("event_region", [{"event_id": "e", "region_code": "33", "role": "place"}])},
    )
    assert [(one.kind, one.where) for one in store.verify().damaged] == [("reference", "event_region e 33 place")] * 2


def test_a_catalogue_can_be_named_by_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "elsewhere.sqlite"
    monkeypatch.setenv("IKRAR_CATALOGUE_URL", f"sqlite:///{file.as_posix()}")
    load(Store(tmp_path / "store"), campaigns(a="A"))
    assert file.is_file()
    assert not (tmp_path / "store" / "catalogue.sqlite").exists()
    assert names(Store(tmp_path / "store")) == {"a": "A"}
    # Another folder is another store: the example keeps its catalogue to itself.
    example = tmp_path / "store-contoh ?#%"
    assert not Store(example).exists()
    load(Store.with_own_catalogue(example), campaigns(b="B"))
    assert names(Store(example)) == {"b": "B"}
    assert names(Store(tmp_path / "store")) == {"a": "A"}
