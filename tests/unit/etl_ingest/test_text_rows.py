"""Rows of a large text file by the line on which they begin."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.ingest.text_rows import rows_at
from i18n import BadInput

TEXT = 'DAFTAR\nNama;NIP\n"A; B";1\n\n"C\nD";2\nE;\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "daftar.csv"
    path.write_text(TEXT, encoding="utf-8-sig", newline="")
    return path


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((), []),
        ((2,), [(2, ("Nama", "NIP"))]),
        ((7, 3, 5), [(3, ("A; B", "1")), (5, ("C\nD", "2")), (7, ("E", None))]),
        ((6,), []),
        ((4, 99), [(4, ())]),
    ],
)
def test_records_are_found_where_they_begin(path: Path, lines: tuple[int, ...], expected: list[object]) -> None:
    assert list(rows_at(path, lines)) == expected


def test_a_quotation_mark_that_is_never_closed_is_told(path: Path) -> None:
    path.write_text('NIP;Nama\n1;"' + "x" * 1_100_000, encoding="utf-8", newline="")
    with pytest.raises(BadInput, match="line 2"):
        list(rows_at(path, (2,)))
