"""An upload of one region into a table of 20 million people, beside the plain rewrite of that region's partition.

Both in the same run, on the same disk. The rewrite is what Delta does at best: read the partition's one file, put the
new rows in, write it anew under a literal partition predicate. The upload does that too, and compares, checks, digests,
brings to the disk, commits the snapshot and seals it in the audit log. Arguments: people in the table, in the upload.
"""

from __future__ import annotations

import datetime as dt
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
from deltalake import DeltaTable, write_deltalake

from warehouse import contract
from warehouse.store import Store

PEOPLE, UPLOAD, REGIONS, RUNS, LIMIT = 20_000_000, 10_000, 514, 7, 3.0
TABLE, CAMPAIGN, REGION = "person_key", "pilkada-2024", "r7"
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


def people(first: int, count: int, region: pl.Expr) -> pl.LazyFrame:
    """Rows as a roster makes them."""
    number = pl.int_range(first, first + count, dtype=pl.Int64)
    rows = pl.LazyFrame().select(number.alias("number"), region.alias("region_code"))
    return rows.select(
        pl.lit(CAMPAIGN).alias("campaign_id"),
        "region_code",
        pl.col("number").hash(1).reinterpret(signed=True).alias("person_hash"),
        pl.lit("k").alias("key_id"),
        pl.format("{}/dinas-{}", "region_code", pl.col("number") % 40).alias("opd_id"),
        pl.lit("PNS").alias("employee_type"),
        pl.lit("pelaksana").alias("tier"),
    )


def load(store: Store, rows: pl.LazyFrame) -> None:
    """Rows through the store's door, to a new snapshot."""
    store.load({TABLE: rows}, kind="ingest", name="roster", by="bench", content_sha256="0" * 64, now=NOW)


def seconds(act: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def rewrite(table: Path, new: pl.DataFrame) -> None:
    """The region's rows with the new ones, in the place of what was there."""
    [file] = DeltaTable(table).file_uris(file_pruning_predicate=[("region_code", "=", REGION)])
    rows = pl.read_parquet(file).with_columns(campaign_id=pl.lit(CAMPAIGN), region_code=pl.lit(REGION))
    merged = pl.concat([rows.select(new.columns), new]).unique("person_hash", keep="last")
    partition = f"campaign_id = '{CAMPAIGN}' AND region_code = '{REGION}'"
    write_deltalake(table, merged, mode="overwrite", predicate=partition)


def main() -> None:
    """Print one line a measurement; exit 1 over the limit."""
    count, upload = (int(given) for given in (sys.argv[1:3] or (PEOPLE, UPLOAD)))
    everywhere = pl.format("r{}", pl.int_range(0, count) % REGIONS)
    with tempfile.TemporaryDirectory() as folder:
        store, plain = Store(Path(folder) / "store"), Path(folder) / "plain"
        spent = seconds(lambda: load(store, people(0, count, everywhere)))
        print(f"first load of {count:,} people: {spent:.1f} s")
        shutil.copytree(store.path / "warehouse" / TABLE, plain)  # the same files, the same log
        uploads, rewrites = [], []
        for run in range(RUNS):
            rows = people(count + run * upload, upload, pl.lit(REGION)).collect()
            uploads.append(seconds(lambda rows=rows: load(store, rows.lazy())))
            new = rows.with_columns(batch_id=pl.lit("b")).select(list(contract.columns(TABLE)))
            rewrites.append(seconds(lambda new=new: rewrite(plain, new)))
        assert len(store.partition(TABLE, (CAMPAIGN, REGION))) == store.partitions(TABLE)[CAMPAIGN, REGION]
    took, floor = statistics.median(uploads), statistics.median(rewrites)
    print(f"plain rewrite of the partition: {floor * 1000:.0f} ms (worst {max(rewrites) * 1000:.0f})")
    print(f"upload of {upload:,}: {took * 1000:.0f} ms (worst {max(uploads) * 1000:.0f})")
    print(f"{took / floor:.2f} times the rewrite (limit {LIMIT:g})")
    if took / floor > LIMIT:
        sys.exit("over the limit")


if __name__ == "__main__":
    main()
