"""A roster of millions as CSV, from file to new snapshot, beside the floor, DuckDB and pandas, all in one run.

Floor: scan, cast, the same keyed hash, `sink_parquet`. The peers clean, check, hash, de-duplicate and count the same
rows, list those that are refused or come again with their lines, and write people and counts as Parquet; their counts
must be ours. They are spared names to resolve, words to read, checks of what is stored, digests, audit and a way back.
Each runs in a process of its own; loading its libraries is not counted. Elapsed time depends on who else uses the
machine: the processor time that a task takes, all threads together, is printed beside it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl
import psutil
from rosters.people import make
from rosters.tasks import COUNTED, KEY, LIBRARIES, TASKS

FLOOR_LIMIT, DUCKDB_LIMIT, PANDAS_LIMIT, MEMORY_LIMIT = 1.8, 1.5, 2.0, 2_000_000_000
"""At most that many times the floor, at least that many times faster than the peers, fewer bytes of memory."""


def peak() -> int:
    """The most memory that this process has held, bytes."""
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def processors() -> float:
    """Seconds that processors have spent on this process and those it has ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def alone(task: str, path: Path, folder: Path) -> dict[str, float]:
    """A task's seconds, seconds of processors, peak memory and counts, from a process of its own."""
    command = [sys.executable, __file__, "--task", task, "--file", str(path), "--folder", str(folder)]
    done = subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", env={**os.environ, "IKRAR_ROSTER_KEY": KEY}
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def prepare(path: Path, folder: Path, rows: int) -> int:
    """Write the roster and a store that holds the bundled data; return the number of regions."""
    from etl.build import build
    from geo import register

    current = register.regions().filter(pl.col("successor_code").is_null(), pl.col("level") != "provinsi")
    make(rows, current["name"].to_list(), path)
    build(folder / "store", data=Path(__file__).parents[1] / "data", now=dt.datetime.now(dt.UTC))
    return current.height


def run(rows: int, folder: Path) -> bool:
    """Measure, print, and say whether every limit holds."""
    path = folder / "roster.csv"
    # In a process of its own too: what this one has held would count as theirs.
    with multiprocessing.get_context("spawn").Pool(1) as beside:
        regions = beside.apply(prepare, (path, folder, rows))
    print(f"{rows} people, {path.stat().st_size / 1e6:.0f} MB, {regions} regions, {os.cpu_count()} processors")
    found: dict[str, dict[str, float]] = {}
    for task in TASKS:
        found[task] = one = alone(task, path, folder)
        counts = {name: int(one[name]) for name in COUNTED if name in one}
        times = f"{one['seconds']:7.2f} s {one['processors']:7.2f} s of processors"
        print(f"  {task:7} {times} {one['bytes'] / 1e6:7.0f} MB {counts or ''}", flush=True)
        if counts and any(found["ours"][name] != count for name, count in counts.items()):
            sys.exit(f"{task} does not come to the same")
    of_floor, duckdb, pandas = (
        [found[task][of] / found["ours"][of] for of in ("seconds", "processors")]
        for task in ("floor", "duckdb", "pandas")
    )
    ratios = [
        ("of the floor", [1 / share for share in of_floor], FLOOR_LIMIT, False),
        ("times faster than DuckDB", duckdb, DUCKDB_LIMIT, True),
        ("times faster than pandas", pandas, PANDAS_LIMIT, True),
        ("GB at most", [found["ours"]["bytes"] / 1e9], MEMORY_LIMIT / 1e9, False),
    ]
    holds = []
    for what, values, limit, more_is_better in ratios:
        holds += [value >= limit if more_is_better else value <= limit for value in values[:1]]
        beside = f", {values[1]:.2f} by processors" if values[1:] else ""
        print(f"  {values[0]:.2f} {what}{beside} (limit {limit}){'' if holds[-1] else '  MISSED'}")
    return all(holds)


def main() -> None:
    """Print one line a task and a limit; exit 1 over a limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=5_000_000)
    options.add_argument("--task", choices=TASKS)
    options.add_argument("--file", type=Path)
    options.add_argument("--folder", type=Path)
    given = options.parse_args()
    if given.task:
        for library in LIBRARIES[given.task]:
            importlib.import_module(library)
        began, busy = time.perf_counter(), processors()
        counts = TASKS[given.task](given.file, given.folder)
        spent = {"seconds": time.perf_counter() - began, "processors": processors() - busy}
        print(json.dumps({**spent, "bytes": peak(), **counts}))
        return
    with tempfile.TemporaryDirectory() as folder:
        if not run(given.rows, Path(folder)):
            sys.exit("over a limit")


if __name__ == "__main__":
    main()
