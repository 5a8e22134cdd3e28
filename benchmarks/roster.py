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
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import psutil

FLOOR_LIMIT, DUCKDB_LIMIT, PANDAS_LIMIT, MEMORY_LIMIT = 1.8, 1.5, 2.0, 2_000_000_000
"""At most that many times the floor, at least that many times faster than the peers, fewer bytes of memory."""

SEED = 20241031
KEY = "00112233445566778899aabbccddeeff" * 2
TITLE = "Data contoh (semua orang rekaan) - penanda tangan pakta integritas per 31 Oktober 2024;;;;;;\n"
OPD = (
    "Dinas Kesehatan", "Dinas Pendidikan", "Dinas Perhubungan", "Dinas Sosial", "Dinas Perikanan", "Dinas Pariwisata",
    "Dinas Lingkungan Hidup", "Inspektorat Daerah", "Sekretariat Daerah", "Sekretariat DPRD",
    "Satuan Polisi Pamong Praja", "Badan Perencanaan Pembangunan Daerah", "Badan Kesatuan Bangsa dan Politik",
    "Badan Penanggulangan Bencana Daerah",
)  # fmt: skip
TIERS = ("Pelaksana", "Fungsional", "Pengawas", "Administrator", "Pimpinan Tinggi Pratama", "III.a", "Staf")
MARKS = ("Sudah", "Belum", "ya", "√", "")
NIP = (
    r"(?:(?:19|20)\d\d(?:(?:0[13578]|1[02])(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)(?:0[1-9]|[12]\d|30)|02(?:0[1-9]|1\d|2[0-8]))"
    r"|(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)0229)(?:19|20)\d\d(?:0[1-9]|1[0-2]|21)"
    r"[12](?:00[1-9]|0[1-9]\d|[1-9]\d\d)"
)
"""What the peers ask of a NIP: what we do."""


def make(rows: int, regions: list[str], path: Path) -> None:
    """A roster of invented people: two in a hundred NIP with spaces, two in a thousand no NIP, one in a hundred again,
    one in a thousand in another region too."""
    rng = np.random.default_rng(SEED)
    birth = (1960 + rng.integers(0, 40, rows)) * 10_000 + rng.integers(1, 13, rows) * 100 + rng.integers(1, 29, rows)
    contract = rng.random(rows) < 0.25
    appointed = (birth // 10_000 + rng.integers(20, 25, rows)) * 100 + np.where(contract, 21, rng.integers(1, 13, rows))
    nip = (birth * 10**6 + appointed) * 10_000 + rng.integers(1, 3, rows) * 1000 + rng.integers(1, 1000, rows)
    region, opd = rng.integers(0, len(regions), rows), rng.integers(0, len(OPD), rows)
    other, chance = rng.integers(0, rows, rows), rng.random(rows)
    nip = np.where(chance < 0.011, nip[other], nip)
    region, opd = (np.where(chance < 0.01, column[other], column) for column in (region, opd))
    words = {
        "Kabupaten/Kota": (regions, region),
        "Unit Kerja": (OPD, opd),
        "Status": (("PNS", "PPPK"), contract.astype(np.int64)),
        "Jabatan": (TIERS, rng.choice(len(TIERS), rows, p=[0.5, 0.3, 0.08, 0.05, 0.02, 0.03, 0.02])),
        "Pakta Integritas": (MARKS, rng.choice(len(MARKS), rows, p=[0.7, 0.2, 0.05, 0.03, 0.02])),
    }
    text, odd = pl.Series("NIP", nip).cast(pl.String), pl.Series("odd", rng.random(rows))
    frame = pl.DataFrame({"NIP": text, "odd": odd}).select(
        pl.when(pl.col("odd") < 0.02)
        .then(pl.format("{} {} {}", *(pl.col("NIP").str.slice(*part) for part in ((0, 8), (8, 6), (14, 4)))))
        .when(pl.col("odd") < 0.021)
        .then(pl.col("NIP").str.head(17))
        .when(pl.col("odd") < 0.022)
        .then(pl.lit("1.99405E+17"))
        .otherwise("NIP")
        .alias("NIP"),
        pl.format("Pegawai Contoh {}", pl.int_range(pl.len())).alias("Nama"),
        *(pl.lit(pl.Series(values)).gather(pl.lit(pl.Series(at))).alias(name) for name, (values, at) in words.items()),
    )
    with path.open("wb") as file:
        file.write(TITLE.encode())
        frame.write_csv(file, separator=";")


def hashed(numbers: pl.Series) -> pl.Series:
    """The keyed hash that all four use."""
    from etl.roster.keyed_hash import keyed_hash
    from etl.roster.secret import Secret

    return keyed_hash(numbers, Secret(bytes.fromhex(KEY)))


def ours(path: Path, folder: Path) -> dict[str, int]:
    """Into a store that holds the bundled data."""
    from etl.ingest import Request, Verdict, ingest
    from etl.recognise.layout import FileKind
    from warehouse.store import Store

    request = Request(path.name, "bench", FileKind.ROSTER, campaign="pilkada-2024", accept_mapping=True)
    outcome = ingest(Store(folder / "store"), path, request, now=dt.datetime.now(dt.UTC))
    assert outcome.batch is not None
    return {name: outcome.preview.count(Verdict(name)) for name in COUNTED}


def floor(path: Path, folder: Path) -> dict[str, int]:
    """The least that anybody would have to do with Polars."""
    nip = pl.col("NIP").cast(pl.Int64, strict=False)
    pl.scan_csv(path, separator=";", skip_lines=1, infer_schema=False).select(
        nip.map_batches(hashed, return_dtype=pl.Int64, is_elementwise=True).alias("person"),
        pl.exclude("NIP", "Nama"),
    ).sink_parquet(folder / "floor.parquet")
    return {}


def duckdb_does(_path: Path, folder: Path) -> dict[str, int]:
    """The same work in DuckDB; the hash as a function over whole Arrow columns."""
    import duckdb
    from duckdb.func import ARROW

    def person_of(numbers):  # without types: DuckDB evaluates them
        return hashed(pl.Series(pl.from_arrow(numbers), dtype=pl.Int64)).to_arrow()

    os.chdir(folder)
    con = duckdb.connect()
    con.create_function("person_of", person_of, ["BIGINT"], "BIGINT", type=ARROW, null_handling="special")
    con.execute("SET VARIABLE form = ?", [NIP])
    con.execute(
        """
        CREATE TEMP TABLE people AS
        WITH cells AS (
            SELECT row_number() OVER () + 2 AS line,
                   CASE WHEN regexp_full_match("NIP", getvariable('form')) THEN "NIP"
                        ELSE regexp_replace("NIP", '[ .''-]', '', 'g') END AS nip,
                   "Kabupaten/Kota" AS region, "Unit Kerja" AS opd, "Status" AS type, "Jabatan" AS tier,
                   "Pakta Integritas" AS mark
            FROM read_csv('roster.csv', delim=';', skip=1, header=true, all_varchar=true)
        ), checked AS (SELECT *, regexp_full_match(nip, getvariable('form')) AS is_nip FROM cells)
        SELECT * EXCLUDE (nip), person_of(CASE WHEN is_nip THEN try_cast(nip AS BIGINT) END) AS person FROM checked
        """
    )
    con.execute(
        """
        CREATE TEMP TABLE counted AS SELECT * FROM people WHERE is_nip
        QUALIFY row_number() OVER (PARTITION BY person ORDER BY line) = 1
        """
    )
    con.execute(
        """
        COPY (SELECT region, opd, type, tier, count(*) AS people,
                     count(*) FILTER (lower(mark) IN ('sudah', 'ya', '√')) AS signed FROM counted GROUP BY ALL)
        TO 'duckdb_cells.parquet'
        """
    )
    con.execute(
        "COPY (SELECT region, opd, type, tier, person FROM counted) TO 'duckdb' (FORMAT parquet, PARTITION_BY (region))"
    )
    con.execute(
        """
        CREATE TEMP TABLE told AS
        SELECT line, NULL AS other, NOT is_nip AS is_refused, false AS is_elsewhere FROM people WHERE NOT is_nip
        UNION ALL
        SELECT people.line, counted.line, false, (people.region, people.opd) <> (counted.region, counted.opd)
        FROM people JOIN counted USING (person) WHERE people.line <> counted.line
        """
    )
    con.execute("COPY (SELECT * FROM told ORDER BY line) TO 'duckdb_told.parquet'")
    found = con.execute(
        """
        SELECT (SELECT count(*) FROM counted), count(*) FILTER (NOT is_refused AND NOT is_elsewhere),
               count(*) FILTER (is_elsewhere), count(*) FILTER (is_refused) FROM told
        """
    ).fetchone()
    return dict(zip(COUNTED, found or (), strict=True))


def pandas_does(path: Path, folder: Path) -> dict[str, int]:
    """The same work in pandas."""
    import pandas as pd

    rows = pd.read_csv(path, sep=";", skiprows=1, dtype=str, engine="pyarrow").drop(columns="Nama")
    nip = rows["NIP"].fillna("")
    odd = ~nip.str.fullmatch(NIP).astype(bool)
    nip = nip.where(~odd, nip[odd].str.replace(r"[ .'-]", "", regex=True))
    is_nip = ~odd
    is_nip[odd] = nip[odd].str.fullmatch(NIP).astype(bool)
    good = rows[is_nip].assign(person=hashed(pl.Series(nip[is_nip].astype("int64").to_numpy())).to_numpy())
    again = good["person"].duplicated()
    counted = good[~again]
    signed = counted["Pakta Integritas"].str.lower().isin(["sudah", "ya", "√"])
    cell = ["Kabupaten/Kota", "Unit Kerja", "Status", "Jabatan"]
    cells = counted.assign(signed=signed).groupby(cell).agg(people=("person", "size"), signed=("signed", "sum"))
    cells.to_parquet(folder / "pandas_cells.parquet")
    keys = counted[[*cell, "person"]].rename(columns={"Kabupaten/Kota": "region"})
    keys.to_parquet(folder / "pandas", partition_cols=["region"])
    first = counted[counted["person"].isin(good.loc[again, "person"])].reset_index(names="other")
    told = good[again].reset_index(names="line").merge(first, on="person", suffixes=("", "_first"))
    is_elsewhere = (told[cell[:2]] != told[[f"{name}_first" for name in cell[:2]]].to_numpy()).any(axis=1)
    refused = pd.DataFrame({"line": rows.index[~is_nip] + 3})
    pd.concat([told[["line", "other"]] + 3, refused]).to_parquet(folder / "pandas_told.parquet")
    found = (len(counted), int((~is_elsewhere).sum()), int(is_elsewhere.sum()), len(refused))
    return dict(zip(COUNTED, found, strict=True))


TASKS: dict[str, Callable[[Path, Path], dict[str, int]]] = {
    "floor": floor, "ours": ours, "duckdb": duckdb_does, "pandas": pandas_does,
}  # fmt: skip


COUNTED = ("new", "same", "conflict", "refused")
"""Rows: of people who count, who come again in their OPD or in another, and without a NIP."""

LIBRARIES = {
    "floor": ("etl.roster.keyed_hash", "etl.roster.secret"),
    "ours": ("etl.ingest", "etl.roster.large", "warehouse.store"),
    "duckdb": ("etl.roster.keyed_hash", "etl.roster.secret", "duckdb.func", "pyarrow"),
    "pandas": ("etl.roster.keyed_hash", "etl.roster.secret", "pandas", "pyarrow.csv", "pyarrow.parquet"),
}
"""Loaded before the clock starts."""


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
