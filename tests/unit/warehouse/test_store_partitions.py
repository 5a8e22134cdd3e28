"""A table whose files are kept apart: what a load, an undo and a look back touch of it, and what it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import polars as pl
import pytest

from i18n import Damaged
from warehouse import contract, delta, digests
from warehouse.changes import StillNamed
from warehouse.store import Loaded, Store

NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
CAMPAIGN = "pilkada 2024 / “ulang” = %20"
"""A value that no path may hold as it is."""


def people(region: str, numbers: Iterable[int], opd: str = "dinas") -> pl.DataFrame:
    rows = (
        {
            "campaign_id": CAMPAIGN,
            "region_code": region,
            "person_hash": number,
            "key_id": "k",
            "opd_id": opd,
            "employee_type": "PNS",
            "tier": "pelaksana",
        }
        for number in numbers
    )
    return contract.frame("person_key", rows)


def load(store: Store, *given: pl.DataFrame, kind: str = "ingest", replaces: bool = False) -> Loaded:
    tables = {"person_key": pl.concat(given)} if given else {}
    return store.load(tables, kind=kind, name="n", by="b", content_sha256="0" * 64, now=NOW, replaces=replaces)


def shown(store: Store, region: str, number: int | None = None) -> dict[int, tuple[str, str]]:
    rows = store.partition("person_key", (CAMPAIGN, region), number=number)
    return {person: (opd, batch) for person, opd, batch in rows.select("person_hash", "opd_id", "batch_id").iter_rows()}


def counts(result: Loaded) -> tuple[int, int, int, int]:
    change = result.changes["person_key"]
    return change.added, change.changed, change.removed, change.same


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "a folder, 100% & é")
    load(store, people("33.03", range(5)), people("33.04", range(3)))
    return store


def test_a_load_merges_where_there_are_rows_and_leaves_other_partitions_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[set[tuple[str, ...]]] = []
    whole = delta.read

    def watched(folder: Path, parts: Iterable[delta.Part], *rest: object) -> pl.DataFrame:
        parts = list(parts)
        if folder.name in {"person_key", "_aside"}:
            read.append({part.values for part in parts})
        return whole(folder, parts, *rest)  # type: ignore[arg-type]  # handed on as they came

    with monkeypatch.context() as patched:
        patched.setattr(delta, "read", watched)
        result = load(store, people("33.03", range(4, 7), "badan"), people("33.05", [0]))
    assert counts(result) == (3, 1, 0, 0)
    assert set.union(*read) == {(CAMPAIGN, "33.03")}
    assert shown(store, "33.03") == {
        **dict.fromkeys(range(4), ("dinas", "ingest-1")),
        **dict.fromkeys(range(4, 7), ("badan", "ingest-2")),
    }
    assert store.partitions("person_key") == {(CAMPAIGN, "33.03"): 7, (CAMPAIGN, "33.04"): 3, (CAMPAIGN, "33.05"): 1}
    assert store.partition("person_key", (CAMPAIGN, "91.01")).is_empty()
    assert store.partition("person_key", (CAMPAIGN, "33.05"), (CAMPAIGN, "33.04")).height == 4
    assert store.table("person_key").height == store.latest().tables["person_key"].rows == 11
    assert shown(store, "33.03", 1) == dict.fromkeys(range(5), ("dinas", "ingest-1"))


def with_codes(rows: pl.DataFrame) -> pl.DataFrame:
    """The same rows with their texts as codes."""
    texts = [name for name, kind in rows.schema.items() if kind == pl.String]
    return rows.with_columns(pl.col(name).cast(pl.Enum(rows[name].unique())) for name in texts)


@pytest.mark.parametrize("given", [pl.DataFrame.lazy, pl.DataFrame.clone, with_codes])
def test_what_is_loaded_again_in_another_form_makes_no_snapshot(
    store: Store, given: Callable[[pl.DataFrame], pl.DataFrame | pl.LazyFrame]
) -> None:
    rows = pl.concat([people("33.04", [2, 0, 1]), people("33.03", [4, 2])])
    again = store.load({"person_key": given(rows)}, kind="ingest", name="n", by="b", content_sha256="0" * 64, now=NOW)
    assert not again.is_new
    assert counts(again) == (0, 0, 0, 5)
    assert not (store.path / "warehouse" / "_aside").exists()


def test_undo_restores_partitions_that_were_new_and_that_were_merged(store: Store) -> None:
    load(store, people("33.03", [0, 9], "badan"), people("33.05", [0]))
    undone = store.undo("ingest-2", by="b", now=NOW)
    assert counts(undone)[:3] == (0, 1, 2)
    assert store.diff(1, 3) == {}
    assert (CAMPAIGN, "33.05") not in store.partitions("person_key")
    store.undo("undo-3", by="b", now=NOW)
    assert store.diff(2, 4) == {}
    assert shown(store, "33.05") == {0: ("dinas", "ingest-2")}


def test_undo_keeps_what_later_batches_did_to_others_in_the_same_partition(store: Store) -> None:
    load(store, people("33.03", [9]))
    load(store, people("33.03", [10]))
    store.undo("ingest-2", by="b", now=NOW)
    assert sorted(shown(store, "33.03")) == [0, 1, 2, 3, 4, 10]


def test_a_diff_counts_people_and_lists_none(store: Store) -> None:
    load(store, people("33.03", [0, 9], "badan"), people("33.05", range(4)))
    [table] = store.diff(1, 2).values()
    assert table.counts == (5, 1, 0)
    assert [list(table.rows(which)) for which in ("added", "changed", "removed")] == [[], [], []]
    assert store.diff(2, 1)["person_key"].counts == (0, 1, 5)


def test_a_replacing_load_removes_from_partitions_that_it_does_not_name(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    load(store, people("33.03", range(2)), people("33.04", range(2)), kind="example", replaces=True)
    load(store, people("33.04", [7]))
    result = load(store, people("33.03", [0]), kind="example", replaces=True)
    assert counts(result) == (0, 0, 3, 1)
    assert store.partitions("person_key") == {(CAMPAIGN, "33.03"): 1, (CAMPAIGN, "33.04"): 1}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (
            pl.concat([people("33.09", range(9)), people("33.03", [8]), people("33.03", [8], "badan")]),
            "primary_key .2 rows",
        ),
        (people("33.03", [8]).with_columns(tier=pl.lit("raja")), "tier.check__in_tier"),
        (people("33.03", [8]).with_columns(region_code=pl.lit(None, pl.String)), "region_code"),
        (people("33.03", [8]).with_columns(person_hash=pl.lit("8")), "person_hash.*got: String"),
        (people("33.03", [8]).with_columns(nip=pl.lit("1")), "unknown columns"),
    ],
    ids=["same key twice", "unknown word", "no partition", "text for number", "extra"],
)
def test_rows_that_do_not_fit_change_nothing(store: Store, rows: pl.DataFrame, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        load(store, rows)
    assert store.latest().number == 1
    assert not (store.path / "warehouse" / "_aside").exists()


def test_a_damaged_file_stops_those_who_need_it_and_nobody_else(store: Store) -> None:
    [name] = [
        part.path
        for part in delta.parts(store.path / "warehouse" / "person_key", 1, contract.partition_by("person_key"))
        if part.values[1] == "33.03"
    ]
    file = store.path / "warehouse" / "person_key" / name
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    digests.forget()
    assert sorted(shown(store, "33.04")) == [0, 1, 2]
    load(store, people("33.04", [9]))
    for question in (lambda: shown(store, "33.03"), lambda: load(store, people("33.03", [9]))):
        with pytest.raises(Damaged, match="person_key"):
            question()
    assert f"person_key/{name}" in [one.where for one in store.verify().damaged]


def test_an_empty_table_from_before_the_partitions_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "store")
    with monkeypatch.context() as patched:
        patched.setattr(contract, "partition_by", lambda _table: [])
        load(store, *(), kind="first")
    load(store, people("33.03", range(2)))
    assert store.partitions("person_key") == {(CAMPAIGN, "33.03"): 2}
    assert store.table("person_key", 1).is_empty()


def _opd(*names: str) -> dict[str, pl.DataFrame]:
    rows = ({"opd_id": name, "region_code": "33.03", "name": name, "kind": "dinas"} for name in names)
    return {"opd": contract.frame("opd", rows)}


def _load(store: Store, **tables: pl.DataFrame) -> Loaded:
    return store.load(tables, kind="ingest", name="n", by="b", content_sha256="0" * 64, now=NOW)


def test_what_rows_of_later_batches_name_is_not_undone(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    _load(store, **_opd("old"))
    _load(store, **_opd("dinas", "unused"))
    _load(store, person_key=people("33.03", range(9)))
    child = contract.frame(
        "opd", [{"opd_id": "upt", "region_code": "33.03", "name": "u", "kind": "dinas", "parent_opd_id": "dinas"}]
    )
    _load(store, opd=child)
    with pytest.raises(StillNamed) as caught:
        store.undo("ingest-2", by="b", now=NOW)
    assert caught.value.exit_code == 2
    assert [(row.table, row.key, row.batch_id) for row in caught.value.rows] == [
        ("opd", {"opd_id": "upt"}, "ingest-4"),
        ("person_key", {"campaign_id": CAMPAIGN, "region_code": "33.03"}, "ingest-3"),
    ]
    assert store.latest().number == 4
    for batch in ("ingest-4", "ingest-3", "ingest-2"):
        store.undo(batch, by="b", now=NOW)
    assert store.diff(1, store.latest().number) == {}
    # Nor is an undo taken back that took away what has lost its ground since.
    with pytest.raises(StillNamed):
        store.undo("undo-6", by="b", now=NOW)
    store.undo("undo-7", by="b", now=NOW)
    store.undo("undo-6", by="b", now=NOW)
    assert len(shown(store, "33.03")) == 9


def test_what_was_named_before_it_came_may_go_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    _load(store, person_key=people("33.03", range(2)))
    _load(store, **_opd("dinas"))
    store.undo("ingest-2", by="b", now=NOW)
    assert store.table("opd").is_empty()
    assert sorted(shown(store, "33.03")) == [0, 1]


def test_a_rebuild_keeps_what_a_persons_rows_name_until_they_are_gone(tmp_path: Path) -> None:
    def build(*opds: tuple[str, str | None]) -> Loaded:
        rows = (
            {"opd_id": name, "region_code": "33", "name": name, "kind": "dinas", "parent_opd_id": up}
            for name, up in opds
        )
        tables = {"opd": contract.frame("opd", rows)}
        return store.load(tables, kind="bundled", name="n", by="b", content_sha256="0" * 64, now=NOW, replaces=True)

    def opds() -> list[str]:
        return store.table("opd")["opd_id"].to_list()

    store = Store(tmp_path / "store")
    build(("badan", None), ("dinas", "induk"), ("induk", None), ("lain", None))
    obligation = {"obligation_id": "w", "campaign_id": "c", "region_code": "33", "scope": "opd", "opd_id": "lain"}
    words = {"what": "pakta", "status": "wajib", "set_by": "s", "source_id": "s"}
    _load(store, person_key=people("33.03", range(3)), obligation=contract.frame("obligation", [obligation | words]))
    change = build().changes["opd"]
    assert opds() == ["dinas", "induk", "lain"], "named by people, by one that stays, by an obligation"
    assert (change.removed, change.kept) == (1, 3)
    store.undo("ingest-2", by="b", now=NOW)
    build()
    assert opds() == []
