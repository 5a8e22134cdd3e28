"""Seconds from a province's briefing to its report as Word file and as PDF, and from its figures to the briefing.

Processor time of this process, so that a busy machine measures the same; waiting time beside it. The first of each is
cold, as after the start of the server; the limit is for the slowest later one. Argument: a store; none = one made of
the bundled data.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geo
from briefings.briefing import Request
from briefings.build import brief
from briefings.stamp import Stamp, code_of
from etl.build import build
from exports import docx, pdf
from i18n import text
from warehouse.store import Store

ROOT = Path(__file__).parents[1]
PROVINCE, RUNS, LIMIT = "33", 5, 5.0
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def spent(what: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor and of waiting."""
    processor, waiting = time.process_time(), time.perf_counter()
    what()
    return time.process_time() - processor, time.perf_counter() - waiting


def main() -> None:
    """Print a line each; exit 1 where a report takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if sys.argv[1:] else Path(folder) / "store"
        if not sys.argv[1:]:
            build(path, ROOT / "data", NOW)
        frames, t = Store(path).frames(), text("id")
    outlines = next(layer for layer in geo.layers(path) if layer.kind == "skematik")
    briefing = brief(frames, Request(PROVINCE), t, outlines)
    snapshot = frames.snapshot
    code = code_of(snapshot.taken_at, str(snapshot.number), briefing.queries(), "laporan")
    stamp = Stamp(
        code, str(snapshot.number), snapshot.number, snapshot.taken_at, snapshot.taken_at.date(),
        frames.is_simulated, {}, NOW,
    )  # fmt: skip
    slowest = 0.0
    for name, make in (
        ("briefing", lambda: brief(frames, Request(PROVINCE), t, outlines)),
        ("docx", lambda: docx.report(briefing, stamp, t)),
        ("pdf", lambda: pdf.report(briefing, stamp, t)),
    ):
        cold, *warm = [spent(make) for _ in range(RUNS)]
        worst = max(warm)
        print(
            f"{name}: at first {cold[0]:.2f} s of processor, {cold[1]:.2f} s of waiting;"
            f" later at most {worst[0]:.2f}, {worst[1]:.2f}"
        )
        slowest = max(slowest, worst[0])
    print(f"the slowest: {slowest:.2f} s of processor (limit {LIMIT})")
    if slowest > LIMIT:
        sys.exit("over the limit")


if __name__ == "__main__":
    main()
