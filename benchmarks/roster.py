"""A roster of millions as CSV, from file to new snapshot, beside the floor, DuckDB and pandas, all in one run.

Floor: scan, cast, the same keyed hash, `sink_parquet`. The peers clean, check, hash, de-duplicate, count and write the
same rows as Parquet, without names to resolve, checks of what is stored, digests, audit or a way back. Each runs in a
process of its own; reading its libraries is not counted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
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
    return {verdict.value: outcome.preview.count(verdict) for verdict in Verdict}


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
    con.execute(
        r"""
        CREATE TEMP TABLE people AS
        WITH cells AS (
            SELECT row_number() OVER () AS line, regexp_replace("NIP", '[ .''-]', '', 'g') AS nip,
                   "Kabupaten/Kota" AS region, "Unit Kerja" AS opd, "Status" AS type, "Jabatan" AS tier,
                   "Pakta Integritas" AS mark
            FROM read_csv('roster.csv', delim=';', skip=1, header=true, all_varchar=true)
        )
        SELECT *, person_of(try_cast(nip AS BIGINT)) AS person, regexp_full_match(nip, '(19|20)\d\d(0[1-9]|1[0-2])'
                  || '(0[1-9]|[12]\d|3[01])(19|20)\d\d(0[1-9]|1[0-2]|21)[12]\d{3}') AS is_nip
        FROM cells
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
    (refused,) = con.execute("SELECT count(*) FROM people WHERE NOT is_nip").fetchone() or (0,)
    (new,) = con.execute("SELECT count(*) FROM counted").fetchone() or (0,)
    return {"new": new, "refused": refused}


def pandas_does(path: Path, folder: Path) -> dict[str, int]:
    """The same work in pandas."""
    import pandas as pd

    rows = pd.read_csv(path, sep=";", skiprows=1, dtype=str, engine="pyarrow").drop(columns="Nama")
    nip = rows["NIP"].fillna("").str.replace(r"[ .'-]", "", regex=True)
    form = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d(?:0[1-9]|1[0-2]|21)[12]\d{3}"
    is_nip = nip.str.fullmatch(form).astype(bool)
    good = rows[is_nip].assign(person=hashed(pl.Series(nip[is_nip].astype("int64").to_numpy())).to_numpy())
    counted = good[~good["person"].duplicated()]
    signed = counted["Pakta Integritas"].str.lower().isin(["sudah", "ya", "√"])
    cell = ["Kabupaten/Kota", "Unit Kerja", "Status", "Jabatan"]
    cells = counted.assign(signed=signed).groupby(cell).agg(people=("person", "size"), signed=("signed", "sum"))
    cells.to_parquet(folder / "pandas_cells.parquet")
    keys = counted[[*cell, "person"]].rename(columns={"Kabupaten/Kota": "region"})
    keys.to_parquet(folder / "pandas", partition_cols=["region"])
    return {"new": len(counted), "refused": int((~is_nip).sum())}


TASKS: dict[str, Callable[[Path, Path], dict[str, int]]] = {
    "floor": floor, "ours": ours, "duckdb": duckdb_does, "pandas": pandas_does,
}  # fmt: skip


def peak() -> int:
    """The most memory that this process has held, bytes."""
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def alone(task: str, path: Path, folder: Path) -> dict[str, float]:
    """A task's seconds, peak memory and counts, from a process of its own."""
    command = [sys.executable, __file__, "--task", task, "--file", str(path), "--folder", str(folder)]
    done = subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", env={**os.environ, "IKRAR_ROSTER_KEY": KEY}
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def run(rows: int, folder: Path) -> bool:
    """Measure, print, and say whether every limit holds."""
    from etl.build import build
    from geo import register

    root = Path(__file__).parents[1]
    current = register.regions().filter(pl.col("successor_code").is_null(), pl.col("level") != "provinsi")
    path = folder / "roster.csv"
    make(rows, current["name"].to_list(), path)
    build(folder / "store", data=root / "data", now=dt.datetime.now(dt.UTC))
    print(f"{rows} people, {path.stat().st_size / 1e6:.0f} MB, {current.height} regions, {os.cpu_count()} processors")
    found = {}
    for task in TASKS:
        found[task] = one = alone(task, path, folder)
        said = {name: value for name, value in one.items() if name not in {"seconds", "bytes"} and value}
        print(f"  {task:7} {one['seconds']:7.2f} s {one['bytes'] / 1e6:7.0f} MB {said or ''}", flush=True)
    spent = found["ours"]["seconds"]
    ratios = [
        ("of the floor", spent / found["floor"]["seconds"], FLOOR_LIMIT, False),
        ("times faster than DuckDB", found["duckdb"]["seconds"] / spent, DUCKDB_LIMIT, True),
        ("times faster than pandas", found["pandas"]["seconds"] / spent, PANDAS_LIMIT, True),
        ("GB at most", found["ours"]["bytes"] / 1e9, MEMORY_LIMIT / 1e9, False),
    ]
    for what, value, limit, more_is_better in ratios:
        holds = value >= limit if more_is_better else value <= limit
        print(f"  {value:.2f} {what} (limit {limit}){'' if holds else '  MISSED'}")
    return all((value >= limit) if more else (value <= limit) for _what, value, limit, more in ratios)


def main() -> None:
    """Print one line a task and a limit; exit 1 over a limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=5_000_000)
    options.add_argument("--task", choices=TASKS)
    options.add_argument("--file", type=Path)
    options.add_argument("--folder", type=Path)
    given = options.parse_args()
    if given.task:
        began = time.perf_counter()
        counts = TASKS[given.task](given.file, given.folder)
        print(json.dumps({"seconds": time.perf_counter() - began, "bytes": peak(), **counts}))
        return
    with tempfile.TemporaryDirectory() as folder:
        if not run(given.rows, Path(folder)):
            sys.exit("over a limit")


if __name__ == "__main__":
    main()
