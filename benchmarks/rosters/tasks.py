"""The four that count a roster: Ikrar, the least that anybody would have to do, DuckDB and pandas."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

import polars as pl

KEY = "00112233445566778899aabbccddeeff" * 2
COUNTED = ("new", "same", "conflict", "refused")
"""Rows: of people who count, who come again in their OPD or in another, and without a NIP."""

NIP = (
    r"(?:(?:19|20)\d\d(?:(?:0[13578]|1[02])(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)(?:0[1-9]|[12]\d|30)|02(?:0[1-9]|1\d|2[0-8]))"
    r"|(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)0229)(?:19|20)\d\d(?:0[1-9]|1[0-2]|21)"
    r"[12](?:00[1-9]|0[1-9]\d|[1-9]\d\d)"
)
"""What the peers ask of a NIP: what we do."""


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

LIBRARIES = {
    "floor": ("etl.roster.keyed_hash", "etl.roster.secret"),
    "ours": ("etl.ingest", "etl.roster.large", "warehouse.store"),
    "duckdb": ("etl.roster.keyed_hash", "etl.roster.secret", "duckdb.func", "pyarrow"),
    "pandas": ("etl.roster.keyed_hash", "etl.roster.secret", "pandas", "pyarrow.csv", "pyarrow.parquet"),
}
"""Loaded before the clock starts."""
