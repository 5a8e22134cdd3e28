"""What differs between two states of one table. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

OLD = "__old"


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows by key: `added` only in the new state, `removed` only in the old one, `changed` in both but not alike.

    All have the table's columns; `changed` has the new values, and the old ones in columns with the suffix `__old`.
    """

    key: list[str]
    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame

    @property
    def keys(self) -> pl.DataFrame:
        """Keys of all rows that differ."""
        return pl.concat([frame.select(self.key) for frame in (self.added, self.changed, self.removed)])

    @property
    def upserts(self) -> pl.DataFrame:
        """Rows to write on the old state, with their new values."""
        return pl.concat([self.added, self.changed.select(self.added.columns)])

    @property
    def is_empty(self) -> bool:
        """True where the two states are alike."""
        return not (self.added.height or self.removed.height or self.changed.height)


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
