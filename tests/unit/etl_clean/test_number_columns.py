"""Number columns: what point and comma mean is decided from all cells, or asked."""

import polars as pl
import pytest

from etl.clean.numbers import NumberColumn, Unit, read_column


def column(cells: str, unit: Unit = "count", codes: str | None = None, answer: str | None = None) -> NumberColumn:
    """A column from cells parted by `|`."""
    values = pl.Series(cells.split("|"))
    return read_column(values, unit, None if codes is None else pl.Series(list(codes)), answer)


SETTLED: list[tuple[Unit, str, list[float | None]]] = [
    ("count", "8.100|12", [8100, 12]),
    ("count", "12.310|11,204|8100", [12310, 11204, 8100]),
    ("count", "1.250.000|3.570", [1250000, 3570]),
    ("count", "48.0|12.0", [48, 12]),
    ("count", "1.250,00|3", [1250, 3]),
    ("count", "1,250|48.0", [1250, 48]),
    ("count", "1.250|3,5", [1250, None]),
    ("count", "12 dari 20|40 dan 50|(3)", [None, None, None]),
    ("decimal", "1.250|2,5", [1250, 2.5]),
    ("decimal", "1,250|2.5", [1250, 2.5]),
    ("decimal", "-3,5|12,5 km", [-3.5, 12.5]),
    ("percent", "66,5%|95 %|105,2%", [0.665, 0.95, 1.052]),
    ("percent", "85|66,5", [0.85, 0.665]),
    ("percent", "0,75|1", [0.75, 1]),
]
ASKED: list[tuple[Unit, str, str | None]] = [
    ("count", "3.5|1.250|143", "ntn"),
    ("count", "3.5|1.250|143", None),
    ("count", "18.93|9772", "nn"),
    ("count", "1,250|3,5", None),
    ("count", "1.250|48.0", None),
    ("decimal", "1.250|2.5", None),
    ("decimal", "1,250", None),
    ("percent", "85|0,5", None),
    ("percent", "1|0", None),
]


@pytest.mark.parametrize(("unit", "cells", "values"), SETTLED)
def test_a_settled_column_is_read(unit: Unit, cells: str, values: list[float | None]) -> None:
    found = column(cells, unit)
    assert not found.choices
    assert found.cells["low"].to_list() == pytest.approx(values)


@pytest.mark.parametrize(("unit", "cells", "codes"), ASKED)
def test_a_column_in_doubt_is_asked(unit: Unit, cells: str, codes: str | None) -> None:
    found = column(cells, unit, codes)
    assert len(found.choices) == 2
    assert not column(cells, unit, codes, answer=found.choices[0]).choices


@pytest.mark.parametrize(("answer", "values"), [("thousands", [3500, 1250, 143]), ("decimal", [None, None, 143])])
def test_the_answer_settles_the_column(answer: str, values: list[int | None]) -> None:
    assert column("3.5|1.250|143", codes="ntn", answer=answer).cells["low"].to_list() == values


def test_dash_blank_zero_and_text_are_kept_apart() -> None:
    found = column("-|–|n/a|■|| |0|belum lapor|Dinas|-3|ratusan").cells
    assert found["kind"].to_list() == ["dash"] * 4 + ["blank"] * 2 + ["value", "dash", "text", "text", "value"]
    assert found["low"].to_list() == [None] * 6 + [0, None, None, None, 100]
    assert found["rule"].drop_nulls().to_list() == ["unreadable_number", "negative_count"]
    assert found["stated"].to_list() == ["-", "–", "n/a", "■", None, None, "0", "belum lapor", "Dinas", "-3", "ratusan"]


@pytest.mark.parametrize(
    ("cells", "flags"),
    [
        ("61*)|107 1)|12¹|5", [["footnote_mark"]] * 3 + [[]]),
        ("12.310|11,204", [[], ["mixed_separators"]]),
        ("\u200b3489|7", [["hidden_characters"], []]),
        ("19634|19202|1893|9772|4615|3709|232|1329", [[], [], ["lost_zeros"], [], [], [], ["lost_zeros"], []]),
        ("9|31|402|88|17|5|61|1893", [[]] * 8),
    ],
)
def test_what_a_person_may_want_to_know_is_flagged(cells: str, flags: list[list[str]]) -> None:
    assert column(cells).cells["flags"].to_list() == flags


def test_an_empty_column_has_no_cells() -> None:
    assert read_column(pl.Series([], dtype=pl.String)).cells.is_empty()
