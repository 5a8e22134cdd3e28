"""Columns of exported forms and national lists that look like something else than they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.recognise.layout import Block, Recognition

Read = Callable[..., Recognition]
Fields = Callable[[Block], list[str]]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (
            "Timestamp;Nama OPD;Jumlah ASN;Jumlah ASN yang menandatangani;Tanggal penandatanganan",
            "21/10/2024 08:12:33;Dinas {};64;51;18 Oktober 2024",
            ["unused", "opd", "people ASN", "signed ASN", "date"],
        ),
        (
            "Provinsi;Kabupaten/Kota;OPD;Jumlah ASN;TTD",
            "Jawa Tengah;Kab. Wonosobo;Dinas {};64;51",
            ["unused", "region", "opd", "people ASN", "signed"],
        ),
        ("Provinsi;Jumlah ASN;TTD", "Jawa {};64;51", ["region", "people ASN", "signed"]),
        (
            "Asal Daerah;Hari/Tanggal Pelaksanaan Ikrar;Tempat;Jumlah Peserta",
            "Kab. {};Senin, 30 September 2024;Alun-alun;450",
            ["region", "date", "venue", "participants"],
        ),
        (
            "Kabupaten/Kota;Jumlah OPD;OPD Sudah Ikrar;Jumlah ASN;ASN Sudah TTD",
            "Kab. {};40;38;8000;7600",
            ["region", "unused", "unused", "people ASN", "signed ASN"],
        ),
        ("OPD;Wajib TTD;Sudah TTD;Belum", "Dinas {};64;51;13", ["opd", "people", "signed", "rest"]),
        (
            "OPD;Eselon II;;Eselon III;\n;Jml;TTD;Jml;TTD",
            "Dinas {};1;1;6;5",
            ["opd", "people pimpinan", "signed pimpinan", "people administrator", "signed administrator"],
        ),
        (
            "OPD;Gol I;Gol II;Jumlah PNS;PPPK Gol V-IX;PPPK Gol X;Jumlah PPPK",
            "Dinas {};1;2;3;4;5;9",
            ["opd", "part", "part", "people PNS", "part PPPK", "part PPPK", "people PPPK"],
        ),
    ],
)
def test_a_column_is_what_its_heading_says(
    read_table: Read, fields: Fields, head: str, row: str, expected: list[str]
) -> None:
    names = ("Tengah", "Barat") if "Jawa {}" in row else ("Banjarnegara", "Kebumen") if "Kab. {}" in row else ()
    first, second = names or ("Kesehatan", "Sosial")
    found = read_table("\n".join([head, row.format(first), row.format(second)]))
    assert fields(found.blocks[0]) == expected
    assert found.questions == ()
