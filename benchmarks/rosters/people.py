"""A roster of invented people, with the faults that real ones have."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

SEED = 20241031
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
