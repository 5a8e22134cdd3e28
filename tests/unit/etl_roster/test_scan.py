"""What a large file's records are read to."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from etl.recognise.layout import Field
from etl.roster.scan import Form, scan
from etl.roster.secret import Secret
from i18n import BadInput

SECRET = Secret(bytes(range(32)))
FORM = Form(";", 1, 3, {Field.NIP: 1, Field.OPD: 3})
LINES = (
    b"NIP;Nama;OPD",
    b"199001012015031901;Pegawai Contoh;Dinas Sosial",
    b";;",
    b"1.99405E+17;Pegawai Contoh;Dinas Sosial",
)


def read(path: Path, *more: bytes) -> pl.DataFrame:
    """The records of LINES and more, words as texts."""
    path.write_bytes(b"\n".join([*LINES, *more]) + b"\n")
    return scan(path, FORM, SECRET).with_columns(pl.col(pl.Categorical).cast(pl.String))


def test_records_in_their_order_blank_ones_left_out(tmp_path: Path) -> None:
    found = read(tmp_path / "a.csv", b"19900101 201503 1 901;Pegawai Contoh;Dinas Sosial")
    assert found.select("index", "fault", Field.OPD).rows() == [
        (0, 0, "Dinas Sosial"),
        (2, 2, "Dinas Sosial"),
        (3, 0, "Dinas Sosial"),
    ]
    assert found["person"].is_null().to_list() == [False, True, False]
    assert found["person"][0] == found["person"][2]


def test_a_letter_that_is_no_utf_8_changes_nothing_but_itself(tmp_path: Path) -> None:
    row = "199001012015031902;Pegawai {}; Dinas Sosial"
    good, bad = (
        read(tmp_path / "a.csv", *[row.format(name).encode(code)] * 5)
        for name, code in (("Andr\u00e9", "utf-8"), ("Andr\u00e9", "cp1252"))
    )
    assert_frame_equal(bad, good)


def test_a_column_of_words_that_is_none_is_refused_without_a_quotation(tmp_path: Path) -> None:
    rows = (f"19900101201503{n};Pegawai Contoh;Unit nomor {n}".encode() for n in range(70_000))
    with pytest.raises(BadInput, match="different texts") as refused:
        read(tmp_path / "a.csv", *rows)
    assert "nomor" not in str(refused.value)
