"""What every table has in common: a schema that is the contract, and the batch that last wrote each row."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

import dataframely as dy
import polars as pl


class Table(dy.Schema):
    """A warehouse table. The class docstring is its entry in the data dictionary, the primary key its merge key.

    Only types that Delta keeps unchanged: String, Int64, Float64, Boolean, Date, UTC microseconds, lists of these.
    """

    partition_by: ClassVar[tuple[str, ...]] = ()
    """Key columns by whose values the table's files are kept apart; none for a table that is small enough to read."""

    batch_id = dy.String(description="Batch that last wrote this row.")


def one_of(vocabulary: type[StrEnum]) -> dict[str, Callable[[pl.Expr], pl.Expr]]:
    """A column check: the value is a word of the vocabulary (null passes where the column allows null)."""
    return {f"in_{vocabulary.__name__.lower()}": lambda column: column.is_in([word.value for word in vocabulary])}


def all_of(vocabulary: type[StrEnum]) -> dict[str, Callable[[pl.Expr], pl.Expr]]:
    """A check of a list column: every value is a word of the vocabulary."""
    words = [word.value for word in vocabulary]
    return {f"in_{vocabulary.__name__.lower()}": lambda column: column.list.eval(pl.element().is_in(words)).list.all()}


def bounds_ordered(low: str, high: str) -> pl.Expr:
    """True where low <= high, or where either is unknown."""
    return (pl.col(low) <= pl.col(high)).fill_null(value=True)
