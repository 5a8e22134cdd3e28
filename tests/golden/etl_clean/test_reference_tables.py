"""Nothing in the tables of the reference is misread: every figure is what is printed, every gap stays a gap."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import polars as pl
import pytest

from etl.clean.date_columns import read_date_column
from etl.clean.numbers import read_column

COLUMNS = {
    "T01_pns_per_provinsi_2023": ("jumlah_pns_teks", "jumlah_pns"),
    "T02_bkn_asn_nasional": ("asn", "pns", "pppk", "pns_pusat", "pns_daerah"),
    "T03_aceh_4_kabupaten_pns_2022": ("laki_laki", "perempuan", "jumlah_teks", "jumlah", "L+P"),
    "T04_pns_provinsi_terkecil_2021": ("laki_laki", "perempuan", "total"),
    "T05_payakumbuh_selatan_2023": ("L", "P", "L+P tercetak", "L+P hitung"),
    "T06_kota_gorontalo_pegawai_2015_2019": ("2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"),
    "T07_aceh_tengah_asn_per_opd_2026": ("jumlah_asn",),
    "T08_pppk_formasi_kalteng_kalsel_2023": ("guru", "nakes", "teknis", "total"),
    "T09_trailing_zero_loss_sekolah": ("N total", "S total", "Jml total"),
    "T10_bulukumba_asn_juni_2025": ("jumlah",),
    "T11_angka_asn_dalam_artikel_ikrar": ("angka",),
    "T14_banten_aspelum_contoh": ("2023", "2024", "2025", "2026"),
    "T15_bkn_pns_provinsi_semester1_2023": ("pns_smt1_2023",),
}
GAPS = {"": "blank", "-": "dash", "–": "dash", "■": "dash", "n/a": "dash"}


def column(folder: Path, table: str, name: str) -> pl.Series:
    with (folder / "domain" / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return pl.Series([row[name] for row in csv.DictReader(file)], dtype=pl.String)


@pytest.mark.parametrize(("table", "name"), [(table, name) for table, names in COLUMNS.items() for name in names])
def test_every_figure_is_what_is_printed(reference: Path, table: str, name: str) -> None:
    values = column(reference, table, name)
    found = read_column(values)
    assert not found.choices
    for printed, cell in zip(values, found.cells.iter_rows(named=True), strict=True):
        if printed in GAPS:
            assert (cell["kind"], cell["low"]) == (GAPS[printed], None)
        else:
            assert (cell["kind"], cell["low"], cell["high"]) == ("value", *[int(re.sub(r"\D", "", printed))] * 2)


@pytest.mark.parametrize(
    ("table", "name", "rows"),
    [
        ("T09_trailing_zero_loss_sekolah", "Jml total", ["3", "20"]),
        ("T15_bkn_pns_provinsi_semester1_2023", "pns_smt1_2023", []),
        ("T01_pns_per_provinsi_2023", "jumlah_pns", []),
        ("T07_aceh_tengah_asn_per_opd_2026", "jumlah_asn", []),
    ],
)
def test_lost_zeros_are_flagged_where_the_order_tells(reference: Path, table: str, name: str, rows: list[str]) -> None:
    flagged = ["lost_zeros" in flags for flags in read_column(column(reference, table, name)).cells["flags"]]
    numbered = column(reference, table, "No") if rows else pl.Series(range(len(flagged)))
    assert [number for number, flag in zip(numbered, flagged, strict=True) if flag] == rows


def test_counts_in_prose_hold_the_figure_that_a_person_read(reference: Path) -> None:
    table = "T11_angka_asn_dalam_artikel_ikrar"
    found = read_column(column(reference, table, "teks")).cells
    angka = [int(value) for value in column(reference, table, "angka")]
    beyond = []
    for figure, cell in zip(angka, found.iter_rows(named=True), strict=True):
        if cell["kind"] == "text":  # two numbers in one cell: which one is meant is not for us to say
            beyond.append(cell["stated"])
        elif cell["qualifier"] == "more_than":
            assert cell["low"] == figure + 1
        else:
            assert cell["low"] <= figure <= cell["high"]
    assert beyond == [
        "sekiranya sebanyak 4.000 ASN dari 35 OPD",
        "59 ASN dari 80 pegawai",
        "53 pejabat, lima kepala OPD belum",
    ]


def test_days_of_the_national_table(reference: Path) -> None:
    found = read_date_column(column(reference, "T02_bkn_asn_nasional", "per_tanggal")).cells
    assert [f"{low}..{high}" for low, high in zip(found["low"], found["high"], strict=True)] == [
        "2020-12-31..2020-12-31",
        "2021-12-31..2021-12-31",
        "2022-12-31..2022-12-31",
        "2023-06-01..2023-06-30",
        "2023-01-01..2023-12-31",
        "2024-12-01..2024-12-31",
    ]
