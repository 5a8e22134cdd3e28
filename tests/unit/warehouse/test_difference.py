"""What differs between two states of a table: values of every kind, null-safe."""

from __future__ import annotations

import polars as pl
import pytest

from warehouse.difference import difference


def _frame(**values: object) -> pl.DataFrame:
    return pl.DataFrame({"key": ["a"], "batch_id": ["b-1"]} | {name: [value] for name, value in values.items()})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_frame(x="1"), _frame(x="2")),
        (_frame(x=1.0), _frame(x=1.5)),
        (_frame(x=["a"]), _frame(x=["a", "b"])),
        (_frame(x=[1, 2]), _frame(x=[2, 1])),
        (_frame(x=pl.Series([None], dtype=pl.String)[0], y="1").cast({"x": pl.String}), _frame(x="", y="1")),
        (
            pl.DataFrame(_frame(x=[]), schema_overrides={"x": pl.List(pl.String)}),
            pl.DataFrame(_frame(x=None), schema_overrides={"x": pl.List(pl.String)}),
        ),
    ],
    ids=["text", "float", "longer list", "order of a list", "null and empty text", "null and empty list"],
)
def test_values_that_are_not_alike_are_a_change(old: pl.DataFrame, new: pl.DataFrame) -> None:
    found = difference(old, new, ["key"])
    assert (found.added.height, found.changed.height, found.removed.height) == (0, 1, 0)
    [row] = found.rows("changed")
    assert row.key == {"key": "a"}
    assert row.values == {"x": (old["x"].to_list()[0], new["x"].to_list()[0])}


@pytest.mark.parametrize("value", [None, ["a", None], float("nan"), "", True])
def test_the_same_value_is_no_change(value: object) -> None:
    assert difference(_frame(x=value), _frame(x=value), ["key"]).is_empty


def test_a_column_can_be_left_out_of_account() -> None:
    old, new = _frame(x=1), _frame(x=1).with_columns(batch_id=pl.lit("b-2"))
    assert difference(old, new, ["key"], ignoring={"batch_id"}).is_empty
    assert difference(old, new, ["key"]).changed.height == 1


def test_rows_of_one_side_only_are_added_and_removed() -> None:
    old, new = pl.DataFrame({"a": ["1", "2"], "b": [1, 1]}), pl.DataFrame({"a": ["2", "2"], "b": [1, 2]})
    found = difference(old, new, ["a", "b"])
    assert found.added.rows() == [("2", 2)]
    assert found.removed.rows() == [("1", 1)]
    assert found.changed.is_empty()
    assert found.keys.rows() == [("2", 2), ("1", 1)]
