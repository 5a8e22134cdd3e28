"""Date columns: the order of day and month is decided from all cells, or asked."""

import polars as pl
import pytest

from etl.clean.date_columns import read_date_column


@pytest.mark.parametrize(
    ("cells", "answer", "asks", "days"),
    [
        ("10/05/2024|25/10/2024", None, False, ["2024-05-10", "2024-10-25"]),
        ("10/25/2024|12/31/2024", None, False, ["2024-10-25", "2024-12-31"]),
        ("10/05/2024|10/25/2024", None, True, None),
        ("25/10/2024|10/25/2024", None, True, None),
        ("10/05/2024|10/25/2024|25/10/2024", "mdy", False, ["2024-10-05", "2024-10-25", "None"]),
        ("10/05/2024|10/25/2024|25/10/2024", "dmy", False, ["2024-05-10", "None", "2024-10-25"]),
        ("5/5/2024|10/25/2024", None, False, ["2024-05-05", "2024-10-25"]),
    ],
)
def test_order_is_decided_or_asked(cells: str, answer: str | None, asks: bool, days: list[str] | None) -> None:
    found = read_date_column(pl.Series(cells.split("|")), answer=answer)
    assert found.choices == (("dmy", "mdy") if asks else ())
    if days is not None:
        assert [str(day) for day in found.cells["low"]] == days


def test_cells_keep_their_kind_their_print_and_their_fault() -> None:
    found = read_date_column(pl.Series(["45600", "-", None, "31 September 2024", "Senin, 5\u00a0November 2024"])).cells
    assert found["kind"].to_list() == ["value", "dash", "blank", "text", "value"]
    assert found["stated"].to_list() == ["45600", "-", None, "31 September 2024", "Senin, 5\u00a0November 2024"]
    assert found["rule"].to_list() == [None, None, None, "unreadable_date", None]
    assert found["flags"].to_list() == [["excel_serial_date"], [], [], [], ["hidden_characters"]]
    assert found["conflict"].to_list() == [None, None, None, None, "weekday"]
