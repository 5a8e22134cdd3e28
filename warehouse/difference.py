"""What differs between two states of one table. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Self

import polars as pl

OLD = "__old"


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row that differs: the batch that wrote it, and old and new value of each column that changed."""

    key: dict[str, Any]
    batch_id: str
    values: dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows by key: `added` only in the new state, `removed` only in the old one, `changed` in both but not alike.

    All have the table's columns; `changed` has the new values, and the old ones in columns with the suffix `__old`.
    """

    key: list[str]
    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame
    unlisted: tuple[int, int, int] = (0, 0, 0)
    """Rows new, changed and gone that are only counted: those of a table too large to list."""

    @classmethod
    def counted(cls, key: list[str], empty: pl.DataFrame, added: int, changed: int, removed: int) -> Self:
        """Rows that are counted and not listed; `empty` is the table without rows."""
        pairs = empty.join(empty, on=key, suffix=OLD)
        return cls(key, added=empty, removed=empty, changed=pairs, unlisted=(added, changed, removed))

    @property
    def counts(self) -> tuple[int, int, int]:
        """Rows new, changed and gone, listed or not."""
        listed = (self.added.height, self.changed.height, self.removed.height)
        added, changed, removed = (a + b for a, b in zip(listed, self.unlisted, strict=True))
        return added, changed, removed

    @property
    def keys(self) -> pl.DataFrame:
        """Keys of all rows that differ."""
        return pl.concat([frame.select(self.key) for frame in (self.added, self.changed, self.removed)])

    @property
    def is_empty(self) -> bool:
        """True where the two states are alike."""
        return not any(self.counts)

    def rows(self, which: Literal["added", "removed", "changed"]) -> Iterator[RowDifference]:
        """The rows of one kind, sorted by key."""
        frame: pl.DataFrame = getattr(self, which)
        columns = [name for name in self.added.columns if name not in self.key] if which == "changed" else []
        for row in frame.sort(self.key).iter_rows(named=True):
            pairs = {name: (row[name + OLD], row[name]) for name in columns}
            values = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
            yield RowDifference({name: row[name] for name in self.key}, row["batch_id"], values)


def difference(
    old: pl.DataFrame, new: pl.DataFrame, key: list[str], ignoring: Collection[str] = frozenset()
) -> Difference:
    """Compare two frames of the same columns whose key is non-null and unique. Null equals null."""
    values = [name for name in new.columns if name not in key and name not in ignoring]
    # Start from False: a table may have nothing but its key.
    unlike = pl.any_horizontal(pl.lit(value=False), *(pl.col(name).ne_missing(pl.col(name + OLD)) for name in values))
    pairs = new.join(old, on=key, how="inner", suffix=OLD, validate="1:1")
    return Difference(
        key=key,
        added=new.join(old, on=key, how="anti"),
        removed=old.join(new, on=key, how="anti").select(new.columns),
        changed=pairs.filter(unlike),
    )
