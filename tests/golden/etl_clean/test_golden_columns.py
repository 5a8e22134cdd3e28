"""The number and date columns of the golden workbooks, read cell by cell."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl
import pytest

from etl.clean.date_columns import read_date_column
from etl.clean.numbers import NumberColumn, read_column

WORKBOOKS = Path(__file__).parents[1] / "workbooks"


def cells(name: str, column: int, rows: tuple[int, int]) -> pl.Series:
    """The texts of a column of the first sheet, from row to row as a spreadsheet counts them."""
    path = next((WORKBOOKS / name).glob("input.*"))
    if path.suffix == ".xlsx":
        sheet = fastexcel.read_excel(path.read_bytes()).load_sheet(0, header_row=None, dtypes="string")
        texts = sheet.to_polars().to_series(column).to_list()
    else:
        with path.open(encoding="utf-8-sig", newline="") as file:
            texts = [line[column] for line in csv.reader(file, delimiter=";" if name.startswith("07") else ",")]
    return pl.Series(texts[rows[0] - 1 : rows[1]], dtype=pl.String)


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((WORKBOOKS / name / "expected.toml").read_text(encoding="utf-8"))


def figures(name: str, field: str, after: bool = False) -> dict[int, Any]:
    """The expected figure of a field by row."""
    groups = expected(name)["after"]["clean"] if after else expected(name)["clean"]
    return {row["row"]: row[field] for group in groups for row in group["rows"] if field in row}


def agree(found: NumberColumn, first: int, wanted: dict[int, Any]) -> None:
    """Every expected figure is what the column says: a number, bounds, or a print without a figure."""
    assert wanted
    for row, figure in wanted.items():
        cell = found.cells.row(row - first, named=True)
        if isinstance(figure, str):
            assert (cell["low"], cell["high"], cell["stated"] or "") == (None, None, figure)
        else:
            low, high = (figure, figure) if isinstance(figure, int) else (figure[0], [*figure, None][1])
            assert (cell["low"], cell["high"]) == (low, high)


@pytest.mark.parametrize(
    ("name", "column", "rows", "field"),
    [
        ("04-number-forms", 1, (3, 15), "people"),
        ("06-percentages", 2, (5, 12), "people"),
        ("06-percentages", 3, (5, 12), "pledged"),
        ("06-percentages", 4, (5, 12), "signed"),
        ("07-dash-blank-zero", 2, (4, 11), "PNS"),
        ("07-dash-blank-zero", 3, (4, 11), "PPPK"),
        ("07-dash-blank-zero", 4, (4, 11), "NON_ASN"),
        ("20-events", 4, (4, 12), "participants"),
        ("20-events", 5, (4, 12), "signers"),
    ],
)
def test_numbers_of_a_workbook(name: str, column: int, rows: tuple[int, int], field: str) -> None:
    found = read_column(cells(name, column, rows))
    assert not found.choices
    agree(found, rows[0], figures(name, field))
    refused = {each["row"] for each in expected(name).get("refusals", ()) if each["rule"].endswith(("number", "count"))}
    broken = {row + rows[0] for row, rule in enumerate(found.cells["rule"]) if rule}
    assert broken <= refused


def test_lost_zeros_are_asked_and_the_answer_gives_the_figures() -> None:
    column = cells("05-lost-zeros", 2, (4, 9))
    assert "thousands" in read_column(column).choices
    agree(read_column(column, answer="thousands"), 4, figures("05-lost-zeros", "people", after=True))


def test_shares_of_a_workbook() -> None:
    found = read_column(cells("06-percentages", 6, (5, 12)), "percent")
    assert not found.choices
    wanted = [0.95, 0.665, 0.753694581, 0.85, 1.052, None, 0.888, 1.0]
    assert found.cells["low"].to_list() == pytest.approx(wanted)


def test_dates_of_a_workbook() -> None:
    found = read_date_column(cells("18-indonesian-dates", 1, (2, 15)))
    wanted = figures("18-indonesian-dates", "as_of")
    assert not found.choices
    assert {row: found.cells["high"][row - 2] for row in wanted} == wanted
    rules = {row + 2: rule for row, rule in enumerate(found.cells["rule"]) if rule}
    refusals = expected("18-indonesian-dates")["refusals"]
    assert rules == {each["row"]: each["rule"] for each in refusals if each["rule"] == "unreadable_date"}
    assert found.cells["conflict"].to_list().index("weekday") + 2 == 4


def test_dates_of_ceremonies() -> None:
    found = read_date_column(cells("20-events", 2, (4, 12))).cells
    rows = [row for group in expected("20-events")["clean"] for row in group["rows"]]
    for row in rows:
        cell = found.row(row["row"] - 4, named=True)
        assert (cell["low"], cell["high"]) == (row.get("date_low"), row.get("date_high"))
        assert cell["precision"] == row.get("date_precision", "day" if "date_low" in row else None)
    assert [row + 4 for row, conflict in enumerate(found["conflict"]) if conflict] == [7]


def test_the_order_of_a_workbook_is_asked() -> None:
    column = cells("19-date-order", 1, (2, 6))
    assert read_date_column(column).choices == ("dmy", "mdy")
    answered = read_date_column(column, answer="mdy").cells
    wanted: dict[int, dt.date] = figures("19-date-order", "as_of", after=True)
    assert {row: answered["low"][row - 2] for row in wanted} == wanted
    assert answered["rule"].to_list().index("unreadable_date") + 2 == 4
