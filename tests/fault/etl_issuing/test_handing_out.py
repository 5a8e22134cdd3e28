"""Twenty files at once, a catalogue that cannot be written, damaged tables, a changed record, a maker missing."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event

import exports
from briefings.briefing import Request, SectionName
from briefings.stamp import code_in
from catalogue import audit
from etl.issuing import Issued, Origin, issue
from etl.issuing.lookup import find, recent
from i18n import Damaged, IkrarError, text
from warehouse.as_of import AsOf
from warehouse.frames import Frames
from warehouse.store import Store
from warehouse.vocabulary import Audience

NOW = dt.datetime(2026, 11, 22, 9, 0, 0, 250_000, tzinfo=dt.UTC)
USERS = ("siti", "budi")
REGIONS = ("33", "33.03", "31", "34", None)


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Store:
    return Store(shutil.copytree(built_store, tmp_path / "store"))


def origin(store: Store, by: str = "siti", frames: Frames | None = None) -> Origin:
    return Origin(store, text("id" if by == "siti" else "en"), NOW, by, held=frames)


def asked(region: str | None = "33", audience: Audience = Audience.DALAM) -> Request:
    return Request(region, audience=audience, sections=(SectionName.PETA, SectionName.METODE))


def test_twenty_at_once_neither_fail_nor_mix_their_users(store: Store) -> None:
    wanted = [
        (by, kind, region, audience)
        for by, audience, kinds in zip(USERS, Audience, (("svg", "csv"), ("docx", "zip")), strict=True)
        for kind in kinds
        for region in REGIONS
    ]
    assert len(wanted) == 20
    shared = store.frames()  # as all sessions of the dashboard share them

    def make(one: tuple[str, str, str | None, Audience]) -> Issued:
        by, kind, region, audience = one
        return issue(origin(store, by, shared), asked(region, audience), kind)

    alone = list(map(make, wanted))
    with ThreadPoolExecutor(len(wanted)) as at_once:
        together = list(at_once.map(make, wanted))

    assert [one.content for one in together] == [one.content for one in alone]
    on_record = {one.export_id: one for one in recent(store, 100)}
    assert len(on_record) == 40
    for made, (by, kind, region, audience) in zip(together, wanted, strict=True):
        kept = on_record[made.export_id]
        assert (kept.issued_by, kept.kind, kept.region_code, kept.audience) == (by, kind, region, audience)
        assert (kept.code, kept.sha256) == (made.code, hashlib.sha256(made.content).hexdigest())
        assert {one.scope.audience for one in find(store, made.code).queries} == {audience}
    with store.catalogue.reading() as session:
        assert audit.verify(session).broken is None
        assert sum(one.action == "export" for one in audit.entries(session)) == 40


def read_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What SQLite says on a disk that may only be read; the tests' own account may write everywhere."""

    @event.listens_for(store._catalogue.engine, "connect")
    def _refuse(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")


def locked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds the catalogue and does not let go."""
    holder = sqlite3.connect(store.path / "catalogue.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(store, "_catalogue", type(store._catalogue)(store._catalogue.url, busy_seconds=0.05))
    monkeypatch.setattr(store, "_holder", holder, raising=False)  # it lives as long as the test


@pytest.mark.parametrize("hinder", [read_only, locked])
@pytest.mark.parametrize("kind", ["csv", "docx"])
def test_a_file_that_cannot_be_put_on_record_says_so_and_carries_no_code(
    kind: str, hinder: Callable[[Store, pytest.MonkeyPatch], None], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_record = issue(origin(store), asked(), kind)
    hinder(store, monkeypatch)

    made = issue(origin(store), asked(), kind)

    assert made.export_id is None
    assert made.code == "tidak tercatat"
    assert code_in(made.code) is None
    assert (made.per, made.snapshot) == (on_record.per, on_record.snapshot)
    if kind == "csv":
        assert on_record.code.encode() not in made.content
        assert made.content == on_record.content.replace(on_record.code.encode(), b"tidak tercatat")
    if hinder is locked:
        store._holder.close()
    assert [one.export_id for one in recent(Store(store.path), 9)] == [on_record.export_id]


def test_nothing_is_made_of_damaged_tables(store: Store) -> None:
    for file in (store.path / "warehouse" / "event").rglob("*.parquet"):
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    with pytest.raises(Damaged):
        issue(origin(store), asked(), "csv")
    assert not recent(store, 9)


@pytest.mark.parametrize(
    "change",
    [
        "queries = replace(queries, '33', '34')",
        "queries = '[{\"indicator\": 1}]'",
        "queries = '[]'",
        "per = '1@2024-01-01'",
        "about = 'table other'",
    ],
)
def test_a_record_that_was_changed_is_no_way_back(change: str, store: Store) -> None:
    made = issue(origin(store), asked(), "csv")
    with sqlite3.connect(store.path / "catalogue.sqlite") as catalogue:
        assert catalogue.execute(f"UPDATE export_issued SET {change}").rowcount == 1  # noqa: S608 (our own words)
    with pytest.raises(Damaged, match=made.code):
        find(store, made.code)
    assert [(one.kind, one.where) for one in store.verify().damaged] == [("export", made.code)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE export_issued SET title = 'x'",
        "UPDATE export_issued SET issued_by = 'x'",
        "UPDATE export_issued SET path = '/x'",
        "DELETE FROM export_issued",
    ],
)
def test_a_record_that_was_changed_or_is_gone_is_found(change: str, store: Store) -> None:
    made = issue(origin(store), asked(), "csv")
    assert not store.verify().damaged
    with sqlite3.connect(store.path / "catalogue.sqlite") as catalogue:
        assert catalogue.execute(change).rowcount == 1
    assert [(one.kind, one.where) for one in store.verify().damaged] == [("export", made.code)]


def test_a_maker_that_cannot_be_loaded_leaves_the_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(exports, "docx", raising=False)
    monkeypatch.setitem(sys.modules, "exports.docx", None)
    with pytest.raises(IkrarError, match="docx"):
        issue(origin(store), asked(), "docx")
    assert issue(origin(store), asked(), "zip").content


def test_an_old_state_stays_what_it_was_when_more_comes_in(store: Store) -> None:
    first = issue(origin(store), asked(), "csv")
    frames = store.frames()
    dropped = frames.source.head(1).with_columns(title=frames.source["title"].head(1) + " (ralat)").drop("batch_id")
    loaded = store.load({"source": dropped}, kind="events", name="ralat", by="siti", content_sha256="0" * 64, now=NOW)
    assert loaded.is_new
    pinned = Origin(store, text("id"), NOW, "siti", AsOf(1))
    again, newest = issue(pinned, asked(), "csv"), issue(origin(store), asked(), "csv")
    assert (again.content, again.code) == (first.content, first.code)
    assert newest.code != first.code
