"""Marks of people: yes, no, or not to be told."""

from __future__ import annotations

import polars as pl
import pytest

from etl.roster.marks import read_marks


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (["Sudah", "Belum", "ya", "tidak", "√", "Sudah TTD"], [True, False, True, False, True, True]),
        (["√", None, "", "-"], [True, False, False, False]),
        (["Sudah", "Belum", None], [True, False, None]),
        ([None, ""], [None, None]),
        (["21/10/2024", None], [True, False]),
        (["sudah", "cuti"], [True, None]),
    ],
)
def test_what_a_column_says(cells: list[str | None], says: list[bool | None]) -> None:
    assert read_marks(pl.Series(cells, dtype=pl.String)).says.to_list() == says


def test_only_what_is_written_can_be_unreadable() -> None:
    found = read_marks(pl.Series(["sudah", "cuti", None, "Belum"]))
    assert found.is_unreadable.to_list() == [False, True, False, False]
