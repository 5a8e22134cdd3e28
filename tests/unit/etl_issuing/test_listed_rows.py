"""The rows of a file's tables, then and now: each is counted once, and what became of it is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.finding import Query, Reference
from briefings.table import Bounds, Cell, Column, Table
from etl.issuing.listed import Listed, listed
from indicators.scope import Scope

COLUMNS = (Column("source_id", "Kode"), Column("title", "Judul"), Column("grade", "Bukti"))
FIGURE = Bounds("nilai", 1.0, 1.0, "1", Reference(Query("documented_events", Scope("33")), "33"))
ROWS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "y", None]), st.just("C")), max_size=6)


def table(*rows: tuple[Cell, ...], columns: tuple[Column, ...] = COLUMNS, ids: tuple[str, ...] = ()) -> Table:
    return Table("sumber", "Sumber", columns, rows, ids=ids)


def counted(found: Listed) -> dict[str, int]:
    kinds = {what: found.count(what) for what in ("changed", "gone", "new")}
    return {"same": found.same} | {what: count for what, count in kinds.items() if count}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ([("a", "x", "C"), ("b", "y", "C")], {"same": 2}),
        ([("b", "y", "C"), ("a", "x", "C")], {"same": 2}),
        ([("a", "z", "C"), ("b", "y", "C")], {"same": 1, "changed": 1}),
        ([("b", "y", "C")], {"same": 1, "gone": 1}),
        ([("a", "x", "C"), ("b", "y", "C"), ("c", "x", "C")], {"same": 2, "new": 1}),
        ([("a", "x", "C"), ("a", "x", "C"), ("b", "y", "C")], {"same": 2, "new": 1}),
        ([], {"same": 0, "gone": 2}),
    ],
)
def test_what_became_of_the_rows(now: list[tuple[Cell, ...]], expected: dict[str, int]) -> None:
    found = listed([(table(("a", "x", "C"), ("b", "y", "C")), table(*now))])
    assert counted(found) == expected
    assert found.total == 2


def test_a_row_that_changed_says_which_cells_did() -> None:
    (change,) = listed([(table(("a", "x", "C")), table(("a", "y", "C")))]).changed
    assert [(column.heading, was, now) for column, was, now in change.differing] == [("Judul", "x", "y")]
    assert (change.row_id, change.title) == ("a", "Sumber")


def test_a_column_that_came_or_went_is_empty_on_the_other_side() -> None:
    without = Table("sumber", "Sumber", COLUMNS[:1], (("a",), ("b",)))
    found = listed([(table(("a", None, None), ("b", "y", None)), without)])
    assert counted(found) == {"same": 1, "changed": 1}


def test_a_row_is_told_by_what_it_is_about_not_by_how_it_reads() -> None:
    columns = (Column("date_low", "Tanggal"), Column("ceremony", "Acara"))
    then = table(("1", "p"), ("1", "q"), columns=columns, ids=("p-1", "q-1"))
    now = table(("1", "q"), ("2", "p"), columns=columns, ids=("q-1", "p-1"))
    found = listed([(then, now)])
    assert counted(found) == {"same": 1, "changed": 1}
    assert found.changed[0].row_id == "p-1"


def test_of_figures_only_what_stands_beside_them_is_compared() -> None:
    columns = (Column("code", "Kode"), Column("events", "Acara", bounded=True), Column("grade", "Bukti"))
    plain = table(("33", FIGURE, "C"), columns=columns)
    assert listed([(plain, table(("33", replace(FIGURE, low=2.0), "B"), columns=columns))]) == Listed()

    columns = (*columns, Column("set_by", "Ditetapkan oleh"))
    owed = table(("33", FIGURE, "C", "Sekda"), columns=columns)
    other_figure = table(("33", replace(FIGURE, low=2.0), "B", "Sekda"), columns=columns)
    other_office = table(("33", FIGURE, "C", "Bupati"), columns=columns)
    assert counted(listed([(owed, other_figure)])) == {"same": 1}
    assert counted(listed([(owed, other_office)])) == {"same": 0, "changed": 1}


@given(ROWS, ROWS)
def test_each_row_is_counted_once(then: list[tuple[Cell, ...]], now: list[tuple[Cell, ...]]) -> None:
    found = listed([(table(*then), table(*now))])
    assert found.total == len(then)
    assert found.same + found.count("changed") + found.count("new") == len(now)
    assert found.same == (Counter(then) & Counter(now)).total()
    assert all(one.then != one.now for one in found.changed)
