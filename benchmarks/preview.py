"""Seconds from a region's file to its preview: a workbook of 5 000 rows, and a text file of 100 000.

Processor time of this process and of the one that reads the file, so that a busy machine measures the same; waiting
time beside it. Each file is looked at several times: the first time with cold caches, as after the start of the server.
The limit is for the first time. Argument: a store to compare with; none = one made of the bundled data.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import polars as pl
import xlsxwriter

from etl.build import build
from etl.ingest import preview
from etl.ingest.values import Preview, Request, Verdict
from geo import register
from geo.units import known
from warehouse.store import Store

ROOT = Path(__file__).parents[1]
WORKBOOK, TEXT, RUNS, LIMIT = 5_000, 100_000, 3, 2.0
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
HEADINGS = (
    "No",
    "Kabupaten/Kota",
    "Nama OPD",
    "Jenjang",
    "Jumlah PNS",
    "Jumlah PPPK",
    "Sudah Ikrar",
    "Tanda Tangan",
    "%",
)
TITLE = "REKAPITULASI PAKTA INTEGRITAS NETRALITAS ASN PER 15 OKTOBER 2024"
TIERS = ("Pimpinan", "Administrator", "Pengawas", "Pelaksana", "Fungsional")

Row = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor (of this process and those it started) and of waiting."""

    processor: float
    waiting: float


def rows(count: int) -> Iterator[Row]:
    """Made-up rows as a province sends them: every unit of every region by tier, each once."""
    units = dict.fromkeys(unit.canonical[0] for unit in known().values() if unit.canonical)
    in_force = register.regions().filter(pl.col("valid_to").is_null(), pl.col("level") != "provinsi")
    regions = in_force["name"].to_list()
    every = ((region, unit, tier) for unit in units for region in regions for tier in TIERS)
    for number, (region, unit, tier) in enumerate(islice(every, count), 1):
        pns, pppk = 20 + number % 90, number % 40
        signed = (pns + pppk) * (50 + number % 50) // 100
        yield number, region, unit, tier, pns, pppk, signed, signed, round(signed / (pns + pppk), 4)


def workbook(count: int) -> bytes:
    """The rows as XLSX under a title."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet, percent = book.add_worksheet("Rekap"), book.add_format({"num_format": "0.0%"})
        sheet.write(0, 0, TITLE)
        sheet.write_row(2, 0, HEADINGS)
        for at, row in enumerate(rows(count), 3):
            sheet.write_row(at, 0, row[:-1])
            sheet.write_number(at, len(row) - 1, float(row[-1]), percent)
    return buffer.getvalue()


def text(count: int) -> bytes:
    """The rows as separated text."""
    lines = [TITLE, "", ";".join(HEADINGS)]
    lines += (";".join(map(str, (*row[:-1], f"{float(row[-1]) * 100:.1f}%".replace(".", ",")))) for row in rows(count))
    return "\r\n".join([*lines, ""]).encode()


def spent(store: Store, name: str, data: bytes) -> tuple[Spent, Preview]:
    """One look at a file."""
    request = Request(name=name, by="bench", campaign="pilkada-2024", accept_mapping=True)
    before, began = os.times(), time.perf_counter()
    found = preview(store, data, request, now=NOW)
    after, ended = os.times(), time.perf_counter()
    return Spent(sum(after[:4]) - sum(before[:4]), ended - began), found


def main() -> None:
    """Print a line a look; exit 1 where the first look at the workbook takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if sys.argv[1:] else Path(folder) / "store"
        if not sys.argv[1:]:
            build(path, ROOT / "data", NOW)
        store = Store(path)
        cases = (("rekap.xlsx", workbook(WORKBOOK), WORKBOOK), ("rekap.csv", text(TEXT), TEXT))
        looks = {name: [spent(store, name, data) for _ in range(RUNS)] for name, data, _ in cases}
    for name, _, count in cases:
        for at, (took, found) in enumerate(looks[name], 1):
            print(
                f"{name}, {found.rows_in} rows, look {at}: {took.processor:.2f} s of processor,"
                f" {took.waiting:.2f} s of waiting ({len(found.warnings)} warnings)"
            )
            if found.count(Verdict.NEW) != count:
                sys.exit("not every row is new: another file is measured than was meant")
    first = looks["rekap.xlsx"][0][0].processor
    print(f"the workbook at first: {first:.2f} s of processor (limit {LIMIT})")
    if first > LIMIT:
        sys.exit("over the limit")


if __name__ == "__main__":
    main()
