"""Pictures as files beside their limits: `python benchmarks/pictures.py [--people N]`.

Limits (median, warm, processor time of one thread, so that a busy machine changes little): a map as SVG within 0.2 s,
as PNG or PDF within 0.7 s, for the nation and for a province, on the schematic map and, when `IKRAR_REFERENCE` names
the reference folder, on official boundaries; a map of all 514 regions; the charts of the same briefings within as much
for each 720 pixels of their height. Twenty pictures in eight threads take at most 1.3 times the processor time of
twenty one by one: they are drawn one after the other there too, but each thread opens the fonts anew.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import get_args

import geo
from briefings.briefing import Request
from briefings.build import brief
from briefings.picture import MapDrawing, Picture
from briefings.stamp import Stamp
from etl import boundaries
from etl.simulate import load_example
from etl.sources.boundaries import Asked, read_path
from exports.pictures import Form, draw
from geo import register
from i18n import text
from warehouse.frames import Frames
from warehouse.store import Store

SECONDS: dict[Form, float] = {"svg": 0.2, "png": 0.7, "pdf": 0.7}
TOGETHER = 1.3
RUNS = 5
OFFICIAL = "geo/kabupaten_simplified.parquet"  # below the reference folder
NOW = dt.datetime(2024, 11, 1, tzinfo=dt.UTC)
T = text("id")


def layers(store: Path) -> tuple[geo.Layer, ...]:
    """The schematic map, and the official one where there is a file to import."""
    folder = os.environ.get("IKRAR_REFERENCE")
    if folder:
        reading = read_path(Path(folder) / OFFICIAL, Asked(format=None, layer=None, level=None, answers={}))
        said = boundaries.Provenance("2024", None, None, None)
        boundaries.keep(store, reading, said, by="benchmark", now=NOW)
    return tuple(layer for layer in geo.layers(store) if layer.kind != "petak")


def pictures(frames: Frames, store: Path) -> Iterator[tuple[str, Picture]]:
    """The pictures of the nation's and a province's briefing, the maps on each layer."""
    for layer in layers(store):
        for region in (None, "33"):
            made = brief(frames, Request(region=region), T, layer)
            for picture in (section.picture for section in made.sections if section.picture):
                is_map = isinstance(picture.drawing, MapDrawing)
                if is_map or layer.kind == "skematik":
                    yield f"{picture.name} {region or 'nation'}{f', {layer.kind}' if is_map else ''}", picture
                if region and isinstance(picture.drawing, MapDrawing):
                    yield f"514 regions, {layer.kind}", of_all(picture, picture.drawing)


def of_all(picture: Picture, drawing: MapDrawing) -> Picture:
    """The map of all regions, the figures of the province's again and again."""
    codes = [code for code in register.by_code() if len(code) > 2]
    rows = [replace(row, code=code) for code, row in zip(codes, cycle(drawing.view.rows), strict=False)]
    return replace(picture, drawing=MapDrawing(replace(drawing.view, rows=rows, focus=None), drawing.layer))


def pages(picture: Picture, stamp: Stamp) -> float:
    """How many times 720 pixels a picture is high, at least once: a PNG names its height in its header."""
    return max(1.0, int.from_bytes(draw(picture, stamp, T, "png")[20:24]) / 1440)


def seconds(picture: Picture, stamp: Stamp, form: Form) -> float:
    """The median processor time of a picture that was drawn before."""
    draw(picture, stamp, T, form)
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        draw(picture, stamp, T, form)
        taken.append(time.process_time() - began)
    return statistics.median(taken)


def together(some: list[Picture], stamp: Stamp) -> float:
    """How much more processor time twenty pictures take in eight threads than one by one."""
    asked = [(some[at % len(some)], get_args(Form)[at % 3]) for at in range(20)]
    began = time.process_time()
    for picture, form in asked:
        draw(picture, stamp, T, form)
    alone = time.process_time() - began
    began = time.process_time()
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(lambda each: draw(each[0], stamp, T, each[1]), asked))
    return (time.process_time() - began) / alone


def main() -> int:
    """Print each picture's times beside their limits; 1 where one is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=40_000)
    people = parser.parse_args().people
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        load_example(store, NOW, people=people)
        frames = Store(store).frames()
        stamp = Stamp("IKR-4F7K-Q2XM", "1", 1, NOW, NOW.date(), is_simulated=True, versions={}, made_at=NOW)
        shown = list(pictures(frames, store))
        print(f"{'picture':32}" + "".join(f"{f'{form} (limit {limit} s)':>20}" for form, limit in SECONDS.items()))
        for name, picture in shown:
            taken = {form: seconds(picture, stamp, form) for form in SECONDS}
            high = pages(picture, stamp)
            missed += sum(taken[form] > limit * high for form, limit in SECONDS.items())
            print(f"{name:32}" + "".join(f"{each:>18.3f} s" for each in taken.values()) + f"  × {high:.1f}")
        longer = together([picture for _, picture in shown], stamp)
        missed += longer > TOGETHER
        print(f"20 pictures in 8 threads: {longer:.2f} times the processor time of one by one (limit {TOGETHER})")
    print("every limit held" if not missed else f"{missed} limits missed")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
