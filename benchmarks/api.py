"""Milliseconds of the data API beside the figures alone: `python benchmarks/api.py [--people N]`.

Requests go through the whole application (guards, routes, compression) without a socket, over the example country. The
peer is `indicators.query` for the same question in the same run: what is above it is the API's own share.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

ROUNDS = 60
COVERAGE_MS, KNOWN_MS, OPD_MS = 50.0, 25.0, 6000.0
"""The most that 95 of 100 may take: a province's coverage, a 304; and every OPD of the country as CSV, made anew."""
PROVINCES = ("11", "31", "32", "33", "35", "51", "73", "91")


def p95(seconds: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return statistics.quantiles(seconds, n=20)[-1] * 1000


def measured(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The 95th percentile of an act in milliseconds, after a first time that does not count."""
    act()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return p95(times)


def measured_once(path: str) -> float:
    """Milliseconds of a request whose answer is not kept yet."""
    from app import app

    async def ask() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8501") as client:
            assert (await client.get(path)).status_code == 200

    began = time.perf_counter()
    asyncio.run(ask())
    return (time.perf_counter() - began) * 1000


async def asked(paths: list[str], rounds: int = ROUNDS, *, again: bool = False) -> tuple[float, int]:
    """The 95th percentile of requests in milliseconds and the bytes of the last. `again`: with the ETag known."""
    from app import app

    times, size = [], 0
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8501") as client:
        tags = {path: (await client.get(path)).headers["etag"] for path in paths}
        for turn in range(rounds):
            path = paths[turn % len(paths)]
            headers = {"If-None-Match": tags[path]} if again else {}
            began = time.perf_counter()
            answer = await client.get(path, headers=headers)
            times.append(time.perf_counter() - began)
            assert answer.status_code == (304 if again else 200), answer.text
            size = len(answer.content)
    return p95(times), size


def main() -> None:
    """Print one line a measurement; exit 1 over a limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=400_000)
    people = options.parse_args().people
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ |= {"IKRAR_STORE": str(Path(folder) / "store"), "IKRAR_ADDRESS": "127.0.0.1"}
        sys.exit(run(people))


def run(people: int) -> int:
    """Measure; 1 where something takes longer than it may."""
    import indicators
    from etl.simulate import load_example
    from indicators import Scope
    from indicators.suppression import shown_to
    from pages import stores
    from warehouse.vocabulary import Audience

    path = stores.store_path()
    load_example(path, dt.datetime.now(dt.UTC), people)
    frames = shown_to(stores.frames(path), Audience.DALAM)
    over = False
    for name in ("documented_events", "signed_rate"):
        scopes = [Scope(code, "kabupaten", "semua", audience=Audience.DALAM) for code in PROVINCES]
        alone = measured(lambda name=name, scopes=scopes: [indicators.query(name, frames, scope) for scope in scopes])
        paths = [
            f"/api/v1/coverage?indicator={name}&region={code}&level=kabupaten&campaign=semua" for code in PROVINCES
        ]
        spent, size = asyncio.run(asked(paths))
        known, _ = asyncio.run(asked(paths, again=True))
        print(
            f"{name} of a province, p95: {spent:.1f} ms (limit {COVERAGE_MS:.0f}), {size} bytes; "
            f"304: {known:.1f} ms (limit {KNOWN_MS:.0f}); indicators.query alone {alone / len(scopes):.2f} ms"
        )
        over = over or spent > COVERAGE_MS or known > KNOWN_MS
    every = measured_once("/api/v1/coverage.csv?indicator=signed_rate&level=opd&campaign=semua")
    print(f"signed_rate of every OPD as CSV, made anew: {every:.0f} ms (limit {OPD_MS:.0f})")
    return int(over or every > OPD_MS)


if __name__ == "__main__":
    main()
