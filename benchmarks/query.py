"""Milliseconds an indicator takes, on the bundled data and on the example country, beside what they must stay under."""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import time
from pathlib import Path

import polars as pl

import indicators
from etl.simulate import SEED, simulate
from etl.sources import bundled
from geo import register
from indicators import Scope
from warehouse.frames import Frames, SnapshotInfo

RUNS = 7
NOW = SnapshotInfo(1, dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
BUNDLED_LIMIT, EXAMPLE_LIMIT, SIMULATE_LIMIT = 100, 1500, 20_000
"""Milliseconds. A page asks once a snapshot and keeps the answer."""


def frames(tables: dict[str, pl.DataFrame]) -> Frames:
    """Tables as the warehouse holds them."""
    return Frames.of(NOW, **{name: rows.with_columns(batch_id=pl.lit("bench")) for name, rows in tables.items()})


def milliseconds(name: str, of: Frames, scope: Scope) -> float:
    """The median time of a query."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        indicators.query(name, of, scope)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print one line a measurement; exit 1 over a limit."""
    data = Path(__file__).parents[1] / "data"
    real = frames({"region": register.regions(), **bundled.read(data)})
    began = time.perf_counter()
    example = frames(simulate(5_000_000, SEED, register.regions()))
    spent = (time.perf_counter() - began) * 1000
    print(f"simulate 5 000 000 people: {spent:.0f} ms (limit {SIMULATE_LIMIT})")
    over = spent > SIMULATE_LIMIT
    for label, of, limit in (("bundled", real, BUNDLED_LIMIT), ("example", example, EXAMPLE_LIMIT)):
        for name in indicators.DEFINITIONS:
            spent = milliseconds(name, of, Scope(level="kabupaten", campaign="semua"))
            print(f"{label} {name}, 514 regions: {spent:.1f} ms (limit {limit})")
            over = over or spent > limit
    if over:
        sys.exit("over a limit")


if __name__ == "__main__":
    main()
