"""Total and subtotal rows with the data rows that they should be the sum of. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import polars as pl

from etl.recognise.grid import Grid
from etl.recognise.layout import TotalRow
from etl.recognise.rows import DATA, GROUP, SUB, SUBTOTAL, SUM

_GRAND = ("keseluruhan", "grand", "total", "seluruh", "semua")
_TAIL = 3
"""Data rows at the end among which a total without the word is looked for."""

Sums = list[float | None]


@dataclass(frozen=True, slots=True, eq=False)
class Values:
    """The figures of a table's rows by position on the grid; null where a cell gives none."""

    places: dict[int, int]
    frame: pl.DataFrame

    def at(self, place: int) -> Sums:
        """The figures of a row."""
        return list(self.frame.row(self.places[place]))

    def sum(self, places: Sequence[int]) -> Sums:
        """The sums over rows; null where no row has a figure."""
        part = self.frame[[self.places[place] for place in places]]
        return [None if part[name].null_count() == part.height else float(part[name].sum()) for name in part.columns]


def values_of(grid: Grid, rows: pl.Series, columns: Sequence[int]) -> Values:
    """The plain numbers of the columns, lenient: what is no plain number counts as none."""
    cells = grid.text[rows].select(f"c{column}" for column in columns)
    kinds = grid.sheet.kinds[rows].select(f"c{column}" for column in columns)
    numbers = [
        pl.when(kinds[name].is_in(["n", "p"]) | ~pl.col(name).str.contains(r"^\d{1,3}(?:[.,]\d{3})+\D*$"))
        .then(pl.col(name).str.extract(r"^(-?\d+(?:[.,]\d+)?)(?:\D*)$").str.replace(",", ".", literal=True))
        .otherwise(pl.col(name).str.replace_all(r"\D", ""))
        .cast(pl.Float64, strict=False)
        .alias(name)
        for name in cells.columns
    ]
    return Values({place: at for at, place in enumerate(rows)}, cells.select(numbers))


def agreement(printed: Sums, summed: Sums) -> int:
    """In how many columns a printed total is the sum, less those where it is not."""
    both = [(a, b) for a, b in zip(printed, summed, strict=True) if a is not None and b is not None]
    return sum(1 if abs(a - b) < 0.5 else -1 for a, b in both)


def unlabelled(rows: pl.DataFrame, values: Values, is_whole: Callable[[int], bool]) -> list[int]:
    """Data rows at the end that bear no name, or the whole region's, and hold the sums of all others: totals."""
    data = rows.filter(pl.col("what") == DATA)["at"].to_list()
    found = []
    for at in data[-_TAIL:]:
        others = [other for other in data if other != at]
        if len(others) > 1 and is_whole(at) and agreement(values.at(at), values.sum(others)) > 0:
            found.append(at)
    return found


def name_sums(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of sums called subtotal where the print says so or data follow them, and total else."""
    data = rows.filter(pl.col("what") == DATA)["at"]
    inside = pl.col("at").is_between(data[0], data[-1]) if data.len() else pl.lit(value=False)
    sub = pl.col("label").str.contains(rf"^(?:{SUBTOTAL.pattern})").fill_null(value=False)
    named = pl.when(sub | inside).then(pl.lit(SUB)).otherwise(pl.lit(SUM))
    return rows.with_columns(what=pl.when(pl.col("what") == SUM).then(named).otherwise("what"))


def totals_of(rows: pl.DataFrame, values: Values, numbers: pl.Series, runs: Sequence[Sequence[int]]) -> list[TotalRow]:
    """The sums of a table. `numbers`: row numbers by position; `runs`: data rows that one word of a column groups."""
    data = rows.filter(pl.col("what") == DATA)["at"].to_list()
    marks = rows.filter(pl.col("what").is_in([SUB, SUM, GROUP]))
    totals: list[TotalRow] = []
    edge = 0
    for at, what, label in marks.select("at", "what", "label").iter_rows():
        if what == GROUP:
            edge = at
            continue
        before = [row for row in data if row < at]
        covers = [before, [row for row in before if row > edge]] if before else [*runs, data]
        printed = values.at(at)
        if not before:
            fitting = [rows_ for rows_ in covers if rows_ and agreement(printed, values.sum(rows_)) > 0]
            totals += [_total(numbers, at, what, rows_) for rows_ in fitting] or [_total(numbers, at, what, [])]
            continue
        whole = what == SUM and (not covers[1] or any(word in (label or "") for word in _GRAND))
        likely = covers if whole else [covers[1], covers[0]] if what == SUB else covers
        best = max((rows_ for rows_ in likely if rows_), key=lambda rows_: agreement(printed, values.sum(rows_)))
        totals.append(_total(numbers, at, what, best))
        edge = at if len(best) < len(before) or what == SUB else edge
    return totals


def _total(numbers: pl.Series, at: int, what: str, covers: Sequence[int]) -> TotalRow:
    return TotalRow(int(numbers[at]), what, tuple(int(numbers[row]) for row in covers))
