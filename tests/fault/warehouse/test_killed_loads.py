"""Batches as regions bring them, and a killed process: what it acknowledged is whole, the rest was never there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from warehouse.store import Store

SEED = 20261122

# Batch n brings a source, an OPD, its headcounts and its people; every fourth is undone by the one after it.
LOADER = """
from datetime import UTC, date, datetime
from pathlib import Path
from warehouse import contract
from warehouse.store import Store

PEOPLE, REGIONS, NOW = 40, 3, datetime(2026, 11, 22, tzinfo=UTC)

def region(n):
    return f"33.0{n % REGIONS}"

def tables(n):
    opd, source = f"opd-{n}", f"source-{n}"
    at = {"region_code": region(n), "opd_id": opd}
    kind = {"employee_type": "PNS", "tier": "semua"}
    return {
        "source": [
            {"source_id": source, "kind": "roster", "publisher": "p", "grade": "A", "is_simulated": False}
        ],
        "opd": [{"opd_id": opd, "region_code": region(n), "name": opd, "kind": "dinas"}],
        "headcount": [
            at | kind | {"unit_id": opd, "as_of": date(2026, 1, day), "as_of_precision": "day", "source_id": source}
            for day in (1, 2, 3)
        ],
        "person_key": [
            at | kind | {"campaign_id": "c", "person_hash": n * PEOPLE + i, "key_id": "k"} for i in range(PEOPLE)
        ],
    }

def begin(folder):
    codes = [{"code": "33", "level": "provinsi", "name": "P"}]
    codes += [{"code": region(n), "level": "kota", "name": "K", "parent_code": "33"} for n in range(REGIONS)]
    _load(folder, {"region": codes, "campaign": [{"campaign_id": "c", "name": "C"}]})

def step(folder, n):
    if n % 4 == 0:
        Store(Path(folder)).undo(f"ingest-{n}", by="b", now=NOW)
    else:
        _load(folder, tables(n))

def _load(folder, rows):
    Store(Path(folder)).load(
        {table: contract.frame(table, made) for table, made in rows.items()},
        kind="ingest", name="n", by="b", content_sha256="0" * 64, now=NOW,
    )
"""
_here: dict[str, Callable[..., Any]] = {}
exec(LOADER, _here)  # noqa: S102 (one loader for this process and for those that are killed)

ENDLESS = (
    LOADER
    + """
import itertools, sys
for number in itertools.count(int(sys.argv[2])):
    step(sys.argv[1], number)
    print(number, flush=True)
"""
)


def expected(steps: int) -> dict[str, set[object]]:
    """What a store holds after so many steps: step n is snapshot n + 1, and step 4k takes back step 4k - 1."""
    stand = [n for n in range(1, steps + 1) if n % 4 and not (n % 4 == 3 and n < steps)]
    rows = [_here["tables"](n) for n in stand]
    return {
        "source": {row["source_id"] for one in rows for row in one["source"]},
        "opd": {row["opd_id"] for one in rows for row in one["opd"]},
        "headcount": {(row["unit_id"], row["as_of"]) for one in rows for row in one["headcount"]},
        "person_key": {(row["region_code"], row["person_hash"]) for one in rows for row in one["person_key"]},
    }


def shown(store: Store) -> dict[str, set[object]]:
    """The same, as the store shows it."""
    frames, people = store.frames(), store.table("person_key")
    return {
        "source": set(frames.source["source_id"]),
        "opd": set(frames.opd["opd_id"]),
        "headcount": set(frames.headcount.select("unit_id", "as_of").iter_rows()),
        "person_key": set(people.select("region_code", "person_hash").iter_rows()),
    }


def kill_loads(store: Store, pauses: Iterator[float]) -> tuple[int, int, int]:
    """Kill a loading process again and again, after so many seconds of loading each time.

    Returns kills, steps acknowledged, rows that stand; asserts after each kill that the store is as after whole steps,
    all that were acknowledged and at most one that could not be said any more, and that it verifies.
    """
    kills = steps = 0
    for pause in pauses:
        command = [sys.executable, "-c", ENDLESS, str(store.path), str(steps + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(pause)
            process.kill()
            said = [first, *process.stdout.readlines()]
        kills += 1
        acknowledged = max(int(line) for line in said if line.endswith("\n"))
        steps = store.latest().number - 1
        assert steps in {acknowledged, acknowledged + 1}
        assert shown(store) == expected(steps)
        assert store.verify().damaged == ()
    return kills, steps, sum(len(rows) for rows in shown(store).values())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    _here["begin"](tmp_path / "store")
    return Store(tmp_path / "store")


def test_a_killed_process_loses_nothing_that_it_acknowledged(store: Store) -> None:
    moments = random.Random(SEED)  # noqa: S311 (repeatable, not secret)
    kills, steps, rows = kill_loads(store, (moments.uniform(0, 0.4) for _ in range(6)))
    assert (kills, rows) == (6, sum(len(of) for of in expected(steps).values()))
    assert steps >= kills


@pytest.mark.soak
def test_a_hundred_killed_processes(store: Store) -> None:
    moments = random.Random(SEED)  # noqa: S311 (repeatable, not secret)
    kills, steps, rows = kill_loads(store, (moments.uniform(0, 0.6) for _ in range(100)))
    print(
        f"\nfaults injected {kills}, survived {kills}, acknowledged rows lost 0, silently wrong 0; "
        f"loads and undos {steps}, rows {rows}, seed {SEED}"
    )
