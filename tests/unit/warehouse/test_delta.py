"""One table on the disk: what becomes of it as its schema grows."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse import delta

NEW = {"key": pl.String(), "value": pl.Int64(), "words": pl.List(pl.String())}


def test_a_column_that_the_schema_gains_is_kept_and_null_in_older_rows(tmp_path: Path) -> None:
    folder = tmp_path / "a table"
    old = pl.DataFrame({"key": ["a", "b", "c"], "value": [1, 2, 3]})
    delta.create(folder, old)
    added = pl.DataFrame({"key": ["a", "d"], "value": [9, 4], "words": [["x"], None]}, schema=NEW)
    version = delta.change(folder, 0, ["key"], added, old.filter(pl.col("key") == "b"))
    assert _rows(folder, version) == [("a", 9, ["x"]), ("c", 3, None), ("d", 4, None)]
    assert _rows(folder, 0) == [("a", 1, None), ("b", 2, None), ("c", 3, None)]
    more = pl.DataFrame({"key": ["e"], "value": [5], "words": [[]]}, schema=NEW)
    assert _rows(folder, delta.change(folder, version, ["key"], more, added.clear()))[-1] == ("e", 5, [])


def _rows(folder: Path, version: int) -> list[tuple[object, ...]]:
    return delta.read(folder, delta.parts(folder, version), NEW).sort("key").rows()


def test_a_column_that_the_schema_loses_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    delta.create(folder, pl.DataFrame({"key": ["a"], "gone": [1]}))
    assert _rows(folder, 0) == [("a", None, None)]


def test_versions_beyond_the_base_are_undone_before_a_change(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    rows = pl.DataFrame({"key": ["a", "b"], "value": [1, 2], "words": [None, None]}, schema=NEW)
    delta.create(folder, rows.head(1))
    left_behind = delta.change(folder, 0, ["key"], rows.tail(1), rows.head(1))
    version = delta.change(folder, 0, ["key"], rows.tail(1).with_columns(key=pl.lit("c")), rows.clear())
    assert version > left_behind
    assert _rows(folder, version) == [("a", 1, None), ("c", 2, None)]
    assert [name.name for name in sorted((folder / "_delta_log").glob("*.json"))] == [
        name.removeprefix("_delta_log/") for name in delta.log_files(version)
    ]
