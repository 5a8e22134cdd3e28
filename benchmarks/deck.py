"""Seconds for a deck, from the frames to the bytes: `python benchmarks/deck.py [--people N]`.

Limit: a province with data in under 5 s warm, briefing and deck together, by processor time, so that a busy machine
measures the same; waiting time beside it. The nation of the example, and a region without data, within as much.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import tempfile
import time
from pathlib import Path

import geo
from briefings.briefing import Request
from briefings.build import brief
from briefings.stamp import Stamp, code_of
from etl.build import build
from etl.simulate import load_example
from exports.pptx import deck
from i18n import text
from warehouse.frames import Frames
from warehouse.store import Store

LIMIT, RUNS = 5.0, 5
NOW = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)
T = text("id")
LAYER = geo.layers()[0]


def made(frames: Frames, region: str | None) -> bytes:
    """The deck of a region or the nation."""
    briefing = brief(frames, Request(region), T, LAYER)
    code = code_of(NOW, "1", briefing.queries(), "deck")
    stamp = Stamp(code, "1", 1, NOW, NOW.date(), frames.is_simulated, {}, NOW, LAYER.edition)
    return deck(briefing, stamp, T)


def measure(name: str, frames: Frames, region: str | None) -> bool:
    """Print the median of several warm runs; whether it is over the limit."""
    made(frames, region)
    processor, waiting = [], []
    for _ in range(RUNS):
        began = time.process_time(), time.perf_counter()
        size = len(made(frames, region))
        processor.append(time.process_time() - began[0])
        waiting.append(time.perf_counter() - began[1])
    spent = statistics.median(processor)
    waited = statistics.median(waiting)
    print(f"{name}: {spent:.2f} s of processor, {waited:.2f} s in all (limit {LIMIT} s), {size / 1024:.0f} KiB")
    return spent > LIMIT


def main() -> None:
    """Print one line a deck; exit 1 over the limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=40_000)
    people = options.parse_args().people
    with tempfile.TemporaryDirectory() as folder:
        real, example = Path(folder) / "real", Path(folder) / "example"
        build(real, data=Path(__file__).parents[1] / "data", now=NOW)
        load_example(example, NOW, people=people)
        bundled, simulated = Store(real).frames(), Store(example).frames()
        over = [
            measure("province with data", bundled, "33"),
            measure("province without data", bundled, "51"),
            measure("province of the example", simulated, "33"),
            measure("nation of the example", simulated, None),
        ]
    if any(over):
        sys.exit("over the limit")


if __name__ == "__main__":
    main()
