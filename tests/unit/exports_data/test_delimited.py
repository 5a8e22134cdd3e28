"""CSV: numbers are numbers, formulas are text, nothing is null and null is nothing."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from briefings.stamp import Stamp
from briefings.table import Table
from exports import data
from exports.data.delimited import guarded, unguarded
from i18n import text


def _read(content: bytes, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_spreadsheet_gets_text_not_formulas(start: str) -> None:
    assert f"'{start}1+1" in data.csv_text(["name"], [[f"{start}1+1"]])


def test_numbers_are_never_marked() -> None:
    rows = [[5], [-5], [-0.5], [None], [""], [True], [dt.date(2024, 11, 27)]]
    assert data.csv_text(["name"], rows) == '\ufeffname\r\n5\r\n-5\r\n-0.5\r\n\r\n""\r\ntrue\r\n2024-11-27\r\n'


@pytest.mark.parametrize(
    ("before", "after"), [("=a", "'=a"), ("'=a", "''=a"), ("'a", "'a"), ("-", "'-"), ("a=", "a="), ("a;=b", "a;'=b")]
)
def test_the_mark_comes_off_again(before: str, after: str) -> None:
    assert guarded(before) == after
    assert unguarded(after) == before


@pytest.mark.parametrize(("before", "after"), [("33.10", "'33.10"), ("'33", "''33"), ("33.10 a", "33.10 a")])
def test_indonesian_excel_keeps_codes(before: str, after: str) -> None:
    assert data.csv_text(["code"], [[before]], semicolon=True).splitlines()[1] == after
    assert unguarded(after, semicolon=True) == before
    assert data.csv_text(["code"], [[before]]).splitlines()[1] == before


def test_a_figure_is_bounds_and_state(opd_table: Table, small_stamp: Stamp) -> None:
    rows = _read(data.csv(opd_table, small_stamp, text("id")), ",")
    figures = [(row["signed_rate_low"], row["signed_rate_high"], row["signed_rate_state"]) for row in rows[:4]]
    assert figures == [("0.6", "0.6", "nilai"), ("0.76", "", "nilai"), ("0.49", "0.76", "nilai"), ("", "", "ditahan")]
    assert {(row["ikrar_code"], row["data_as_of"], row["is_simulated"]) for row in rows} == {
        (small_stamp.code, "2024-09-25", "false")
    }


def test_indonesian_excel_gets_semicolons_and_decimal_commas(opd_table: Table, small_stamp: Stamp) -> None:
    content = data.csv(opd_table, small_stamp, text("id"), semicolon=True)
    assert content.startswith(b"\xef\xbb\xbf")
    row = _read(content, ";")[2]
    assert (row["opd_name"], row["target_count"], row["signed_rate_high"]) == ("'+62 811", "8100", "0,76")
