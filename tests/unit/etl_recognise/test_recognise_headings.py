"""What a heading's words say."""

from __future__ import annotations

import datetime as dt

import pytest

from etl.recognise.headings import Meaning, read_heading
from etl.recognise.layout import Field
from etl.recognise.words import employee_type_of, tier_of
from warehouse.vocabulary import EmployeeType, Tier


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        (["No."], Meaning(Field.NUMBER)),
        (["Nama OPD"], Meaning(Field.OPD)),
        (["Unit Kerja"], Meaning(Field.OPD)),
        (["kabupaten_kota"], Meaning(Field.REGION)),
        (["Pemerintah Daerah"], Meaning(Field.REGION)),
        (["kode_kab"], Meaning(Field.REGION_CODE)),
        (["Hari/Tanggal"], Meaning(Field.DATE)),
        (["Tanggal Tanda Tangan"], Meaning(Field.DATE)),
        (["Metode Tanda Tangan"], Meaning(Field.METHOD)),
        (["Nama / NIP"], Meaning(Field.NIP)),
        (["Sumber Data"], Meaning(Field.UNUSED)),
        (["Keterangan"], Meaning(Field.NOTE)),
        (["Jumlah ASN (orang)"], Meaning(Field.PEOPLE, EmployeeType.ASN)),
        (["Target"], Meaning(Field.PEOPLE)),
        (["Jumlah"], Meaning(Field.PEOPLE, sums=True)),
        (["L+P"], Meaning(Field.PEOPLE, sums=True)),
        (["Total staff"], Meaning(Field.PEOPLE)),
        (["P3K Paruh Waktu"], Meaning(Field.PEOPLE, EmployeeType.PPPK)),
        (["Non-ASN"], Meaning(Field.PEOPLE, EmployeeType.NON_ASN)),
        (["Tenaga Honorer"], Meaning(Field.PEOPLE, EmployeeType.NON_ASN)),
        (["PNS dan PPPK"], Meaning(Field.PEOPLE, EmployeeType.ASN)),
        (["Eselon III"], Meaning(Field.PEOPLE, tier=Tier.ADMINISTRATOR)),
        (["Ikut Ikrar"], Meaning(Field.PLEDGED)),
        (["Berikrar"], Meaning(Field.PLEDGED)),
        (["Menandatangani Pakta Integritas"], Meaning(Field.SIGNED)),
        (["Sudah TTD"], Meaning(Field.SIGNED)),
        (["Belum Tanda Tangan"], Meaning(Field.REST)),
        (["% Tanda Tangan"], Meaning(Field.PERCENT, of=Field.SIGNED)),
        (["Persentase"], Meaning(Field.PERCENT)),
        (["Capaian"], Meaning(unsure=True)),
        (["Ikrar dan Pakta Integritas"], Meaning(unsure=True)),
        (["Perempuan"], Meaning(Field.PART)),
        (["Golongan", "III/a"], Meaning(Field.PART)),
        (["Pendidikan", "Jumlah"], Meaning(Field.TOTAL, sums=True)),
        (["Sudah TTD", "PNS"], Meaning(Field.SIGNED, EmployeeType.PNS)),
        (["PNS", "Ikrar"], Meaning(Field.PLEDGED, EmployeeType.PNS)),
        (["kategori"], Meaning(named=True)),
        (["Anggaran"], Meaning()),
        ([], Meaning()),
    ],
)
def test_meaning(words: list[str], meaning: Meaning) -> None:
    assert read_heading(words) == meaning


@pytest.mark.parametrize(
    ("heading", "low", "high"),
    [
        ("2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        ("pns_smt1_2023", dt.date(2023, 1, 1), dt.date(2023, 6, 30)),
        ("PNS per 31 Desember 2023", dt.date(2023, 12, 31), dt.date(2023, 12, 31)),
    ],
)
def test_days_in_headings(heading: str, low: dt.date, high: dt.date) -> None:
    day = read_heading([heading]).as_of
    assert day is not None
    assert (day.low, day.high) == (low, high)


@pytest.mark.parametrize(
    ("cell", "tier"),
    [
        ("ii.b", Tier.PIMPINAN),
        ("eselon ii", Tier.PIMPINAN),
        ("pimpinan tinggi pratama", Tier.PIMPINAN),
        ("iii", Tier.ADMINISTRATOR),
        ("jabatan pengawas", Tier.PENGAWAS),
        ("jf", Tier.FUNGSIONAL),
        ("pelaksana/staf", Tier.PELAKSANA),
        ("staff", Tier.PELAKSANA),
        ("kepala seksi", None),
    ],
)
def test_tiers_of_cells(cell: str, tier: Tier | None) -> None:
    assert tier_of(cell) == tier


@pytest.mark.parametrize(
    ("cell", "employee_type"),
    [
        ("p3k", EmployeeType.PPPK),
        ("pppk paruh waktu", EmployeeType.PPPK),
        ("cpns", EmployeeType.PNS),
        ("non asn", EmployeeType.NON_ASN),
        ("thl", EmployeeType.NON_ASN),
        ("pns purna tugas bersama", None),
    ],
)
def test_types_of_cells(cell: str, employee_type: EmployeeType | None) -> None:
    assert employee_type_of(cell) == employee_type
