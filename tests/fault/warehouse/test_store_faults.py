"""Deaths midway, flipped bits, a full disk, a torn catalogue: nothing acknowledged is lost, nothing wrong is shown."""

from __future__ import annotations

import itertools
import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from catalogue import audit
from i18n import Damaged
from warehouse import delta, digests
from warehouse.aside import Aside
from warehouse.store import Store

SEED = 20261122

# Loads a generation: every row of three tables carries its number, so that a mixture of two loads shows.
LOADER = """
from datetime import UTC, datetime
from pathlib import Path
from warehouse import contract
from warehouse.store import Store

def load(folder, generation, rows=3, people=0):
    name = str(generation)
    source = {"kind": "article", "publisher": name, "grade": "D", "is_simulated": False}
    tables = {
        "campaign": [{"campaign_id": str(n), "name": name} for n in range(rows)],
        "regulation": [{"regulation_id": str(n), "title": name} for n in range(rows)],
        "source": [{"source_id": str(n), **source} for n in range(rows)],
    }
    if people:
        person = {"campaign_id": "0", "region_code": "33.03", "key_id": "k", "employee_type": "PNS", "tier": "semua"}
        tables["person_key"] = [person | {"person_hash": hash((n, n)), "opd_id": "o"} for n in range(people)]
    return Store(Path(folder)).load(
        {table: contract.frame(table, made) for table, made in tables.items()},
        kind="k", name=name, by="b", content_sha256="0" * 64, now=datetime(2026, 11, 22, tzinfo=UTC),
    )
"""
_here: dict[str, Callable[..., Any]] = {}
exec(LOADER, _here)  # noqa: S102 (one loader for this process and for those that are killed)
load = _here["load"]


def generation(store: Store) -> int:
    """The one generation that all tables show."""
    frames = store.frames()
    shown = set(frames.campaign["name"]) | set(frames.regulation["title"]) | set(frames.source["publisher"])
    assert len(shown) == 1, f"a mixture of loads: {shown}"
    return int(shown.pop())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "store"
    load(folder, 1)
    load(folder, 2)
    return Store(folder)


class Dies(BaseException):
    """Stands for a process that ends here: no handler of ours may catch it."""


@pytest.mark.parametrize(
    ("module", "step", "after"),
    [
        (delta, "change", 1),
        (delta, "change", 3),
        (delta, "exchange", 1),
        (Aside, "hand_over", 1),
        (digests, "digest", 1),
        (digests, "digest", 6),
        (audit, "append", 1),
    ],
)
def test_a_load_that_dies_changes_nothing_and_the_next_one_works(
    store: Store, monkeypatch: pytest.MonkeyPatch, module: ModuleType | type, step: str, after: int
) -> None:
    whole, calls = getattr(module, step), itertools.count(1)

    def dying(*args: object, **kwargs: object) -> object:
        result = whole(*args, **kwargs)
        if next(calls) == after:
            raise Dies
        return result

    with monkeypatch.context() as patched:
        patched.setattr(module, step, dying)
        with pytest.raises(Dies):
            load(store.path, 3, people=9)
    assert (generation(store), store.latest().number) == (2, 2)
    assert store.verify().damaged == ()
    load(store.path, 4, rows=2)
    assert sorted(store.frames().source["publisher"]) == ["2", "4", "4"], "what the dead load left leaked in"
    assert store.partitions("person_key") == {}
    assert store.verify().damaged == ()
    load(store.path, 5, people=2)
    assert store.partitions("person_key") == {("0", "33.03"): 2}


def test_a_first_load_that_dies_leaves_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "store")
    with monkeypatch.context() as patched:
        patched.setattr(audit, "append", _die)
        with pytest.raises(Dies):
            load(store.path, 1)
    assert not store.exists()
    load(store.path, 2, rows=1)
    assert store.frames().source["publisher"].to_list() == ["2"]


def _die(*_args: object, **_kwargs: object) -> None:
    raise Dies


def _files(store: Store) -> list[Path]:
    """Data and log files of the newest version of a table that has had two."""
    return sorted(path for path in (store.path / "warehouse" / "source").rglob("*") if path.is_file())


def _flip(path: Path, bit: int) -> None:
    content = bytearray(path.read_bytes())
    content[bit // 8 % len(content)] ^= 1 << bit % 8
    path.write_bytes(content)


def _assert_named(store: Store, path: Path) -> None:
    name = path.relative_to(store.path / "warehouse").as_posix()
    assert name in [one.where for one in store.verify().damaged]
    digests.forget()
    table, _, below = name.partition("/")
    # An older version's data file is named by verify; only what the newest snapshot shows may stop a reader.
    version = store.snapshot().tables[table].version
    if path.suffix == ".json" or below in [part.path for part in delta.parts(path.parent, version)]:
        with pytest.raises(Damaged, match=re.escape(name)):
            store.table(table)


@pytest.mark.parametrize("which", range(4))
def test_a_flipped_bit_is_named_and_nothing_is_shown(store: Store, which: int) -> None:
    files = _files(store)
    assert len(files) == 4, "two versions: two logs, two data files"
    _flip(files[which], random.Random(SEED + which).randrange(10**9))  # noqa: S311 (repeatable, not secret)
    _assert_named(store, files[which])


@pytest.mark.soak
def test_many_flipped_bits(store: Store) -> None:
    bits = random.Random(SEED)  # noqa: S311 (repeatable, not secret)
    files = [path for path in (store.path / "warehouse").rglob("*") if path.is_file()]
    for _ in range(300):
        path, bit = bits.choice(files), bits.randrange(10**9)
        _flip(path, bit)
        _assert_named(store, path)
        _flip(path, bit)
    assert generation(store) == 2
    print(f"\nfaults injected 300, survived 300, silently wrong 0, seed {SEED}")


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (lambda path: path.unlink(), "missing"),
        (lambda path: path.write_bytes(b""), "SHA-256 differs"),
    ],
)
def test_a_missing_or_empty_file_is_named(store: Store, damage: Callable[[Path], object], kind: str) -> None:
    [log, *_] = [path for path in _files(store) if path.suffix == ".json"]
    damage(log)
    with pytest.raises(Damaged, match=kind):
        store.frames()
    assert [one.where for one in store.verify().damaged if one.kind == "file"] == [f"source/_delta_log/{log.name}"]


def test_a_foreign_version_is_not_read(store: Store) -> None:
    """Somebody writes to a table behind the catalogue's back: readers stay with what the snapshot names."""
    folder = store.path / "warehouse" / "source"
    delta.change(folder, 1, ["source_id"], store.table("source").head(1), store.table("source").tail(1))
    assert generation(store) == 2
    assert store.frames().source.height == 3


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE snapshot_table SET version = 0 WHERE snapshot = 2 AND table_name = 'source'",
        "UPDATE snapshot_file SET sha256 = '0' WHERE path LIKE 'opd/%'",
        "UPDATE snapshot SET taken_at = '2020-01-01 00:00:00.000000' WHERE number = 2",
        "UPDATE batch SET name = 'x' WHERE batch_id = 'k-2'",
        "DELETE FROM snapshot WHERE number = 2",
    ],
)
def test_an_edited_catalogue_is_named(store: Store, edit: str) -> None:
    with closing(sqlite3.connect(store.path / "catalogue.sqlite")) as connection, connection:
        connection.execute(edit)
    assert "snapshot" in [one.kind for one in store.verify().damaged]


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on file size stands for a full disk; POSIX only")
@pytest.mark.parametrize(
    ("limit", "rows", "people", "told"),
    [
        (20_000, 20_000, 0, "The store cannot be written"),
        (20_000, 3, 20_000, "The store cannot be written"),
        (60_000, 3, 3, "The catalogue cannot be read or written"),
    ],
    ids=["tables do not fit", "people do not fit", "catalogue does not fit"],
)
def test_a_full_disk_is_told_and_the_last_snapshot_holds(
    store: Store, limit: int, rows: int, people: int, told: str
) -> None:
    script = (
        LOADER
        + """
import resource, sys
from i18n import IkrarError
limit, rows, people = map(int, sys.argv[2:])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    load(sys.argv[1], 3, rows, people)
except IkrarError as error:
    print(error)
print("still read:", set(Store(Path(sys.argv[1])).frames().campaign["name"]))
"""
    )
    command = [sys.executable, "-c", script, str(store.path), str(limit), str(rows), str(people)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60).stdout
    assert told in said
    assert "free disk space" in said
    assert "still read: {'2'}" in said
    assert generation(store) == 2
    assert store.verify().damaged == ()
    assert not (store.path / "warehouse" / "_aside").exists()
    load(store.path, 4)
    assert generation(store) == 4


def test_two_writers_lose_nothing(store: Store) -> None:
    """Two processes load at the same time: one after the other, each upon what the other wrote."""
    script = (
        LOADER
        + """
import sys
for number in range(4):
    rows = [{"campaign_id": f"{sys.argv[2]}-{number}", "name": "n"}]
    Store(Path(sys.argv[1])).load(
        {"campaign": contract.frame("campaign", rows)},
        kind="k", name="n", by="b", content_sha256="0" * 64, now=datetime(2026, 11, 22, tzinfo=UTC),
    )
"""
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(store.path), name]) for name in "AB"]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    written = {f"{name}-{number}" for name in "AB" for number in range(4)}
    assert written <= set(store.frames().campaign["campaign_id"])
    assert store.latest().number == 10
    assert store.verify().damaged == ()
