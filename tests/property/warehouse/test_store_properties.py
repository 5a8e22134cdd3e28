"""Whatever is loaded, in whatever order: the same rows, each once, and an undo that restores exactly."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from warehouse import contract
from warehouse.digests import frames_digest
from warehouse.store import Loaded, Store

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
TABLES = ("campaign", "event_region", "person_key")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
states = st.fixed_dictionaries(
    {
        "campaign": st.lists(
            st.fixed_dictionaries(
                {
                    "campaign_id": st.sampled_from("abcdé'\"`"),
                    "name": texts,
                    "election_date": st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
                    "points": st.none() | st.lists(st.integers(-(2**63), 2**63 - 1), max_size=3),
                    "legal_basis": st.none() | st.lists(texts, max_size=2),
                }
            ),
            unique_by=lambda row: row["campaign_id"],
            max_size=6,
        ),
        "event_region": st.lists(
            st.fixed_dictionaries(
                {
                    "event_id": st.sampled_from("ab"),
                    "region_code": st.sampled_from(["33", "33.03"]),
                    "role": st.sampled_from(["place", "organiser"]),
                }
            ),
            unique_by=lambda row: (row["event_id"], row["region_code"], row["role"]),
            max_size=6,
        ),
        # Files kept apart by campaign and region.
        "person_key": st.lists(
            st.fixed_dictionaries(
                {
                    "campaign_id": st.sampled_from(["a", "b / é"]),
                    "region_code": st.sampled_from(["33.03", "33.04"]),
                    "person_hash": st.sampled_from([-(2**63), 0, 2**63 - 1]),
                    "key_id": st.just("k"),
                    "opd_id": texts,
                    "employee_type": st.sampled_from(["PNS", "PPPK"]),
                    "tier": st.just("pelaksana"),
                }
            ),
            unique_by=lambda row: (row["campaign_id"], row["region_code"], row["person_hash"]),
            max_size=8,
        ),
    }
)


def _frames(state: dict[str, list[dict[str, object]]]) -> dict[str, pl.DataFrame]:
    return {table: contract.frame(table, rows) for table, rows in state.items()}


def _load(store: Store, state: dict[str, list[dict[str, object]]], *, replaces: bool = True, kind: str = "k") -> Loaded:
    frames = _frames(state)
    return store.load(
        frames, kind=kind, name="n", by="b", content_sha256=frames_digest(frames), now=NOW, replaces=replaces
    )


def _rows(store: Store, *, batches: bool = False) -> dict[str, list[dict[str, object]]]:
    """What the store holds. Empty text and null, empty list and null stay apart."""
    if not store.exists():
        return {table: [] for table in TABLES}
    return {table: store.table(table).drop([] if batches else ["batch_id"]).to_dicts() for table in TABLES}


@settings(max_examples=8, deadline=None)
@given(states=st.lists(states, min_size=1, max_size=3), data=st.data())
def test_a_replacing_load_leaves_exactly_its_input_in_any_order(
    states: list[dict[str, list[dict[str, object]]]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        for state in states:
            _load(store, state)
            shuffled = {table: data.draw(st.permutations(rows)) for table, rows in state.items()}
            assert _rows(store) == {
                table: contract.frame(table, rows).sort(contract.key(table)).to_dicts() for table, rows in state.items()
            }
            assert not _load(store, shuffled).is_new
            assert frames_digest(_frames(shuffled)) == frames_digest(_frames(state))


@settings(max_examples=8, deadline=None)
@given(first=states, second=states, replaces=st.booleans())
def test_undo_restores_exactly(
    first: dict[str, list[dict[str, object]]], second: dict[str, list[dict[str, object]]], *, replaces: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        _load(store, first)
        before = _rows(store, batches=True)
        result = _load(store, second, replaces=replaces)
        after = _rows(store, batches=True)
        undone = store.undo(result.snapshot.batch.batch_id, by="b", now=NOW) if result.is_new else result
        assert _rows(store, batches=True) == before
        if undone.is_new:
            store.undo(undone.snapshot.batch.batch_id, by="b", now=NOW)
            assert _rows(store, batches=True) == after
        assert store.verify().checked


@settings(max_examples=4, deadline=None)
@given(bundled=states, sent=states, later=states)
def test_what_a_person_sent_outlives_every_rebuild(
    bundled: dict[str, list[dict[str, object]]],
    sent: dict[str, list[dict[str, object]]],
    later: dict[str, list[dict[str, object]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        _load(store, bundled, kind="bundled")
        before = _rows(store, batches=True)
        result = _load(store, sent, replaces=False, kind="ingest")
        after = _rows(store, batches=True)
        assert not _load(store, bundled, kind="bundled").is_new
        if result.is_new:
            undone = store.undo(result.snapshot.batch.batch_id, by="b", now=NOW)
            assert _rows(store, batches=True) == before
            store.undo(undone.snapshot.batch.batch_id, by="b", now=NOW)
            assert _rows(store, batches=True) == after
        _load(store, later, kind="bundled")
        for table in TABLES:
            key = contract.key(table)
            own = {tuple(row[name] for name in key): row for row in after[table] if row["batch_id"] != "bundled-1"}
            said = {tuple(row[name] for name in key): row for row in later[table]}
            left = store.table(table)
            rows = {tuple(row[name] for name in key): row for row in left.to_dicts()}
            assert rows.keys() == own.keys() | said.keys()
            assert {name: rows[name] for name in own} == own
            full = contract.frame(table, [row for name, row in said.items() if name not in own])
            assert (
                left.filter(pl.col("batch_id") != "ingest-2").drop("batch_id").to_dicts() == full.sort(key).to_dicts()
            )
