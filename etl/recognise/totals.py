"""Total and subtotal rows with the data rows that they should be the sum of. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import polars as pl

from etl.recognise.grid import Grid
from etl.recognise.layout import TotalRow
from etl.recognise.rows import DATA, GROUP, SUB, SUBTOTAL, SUM

_GRAND = ("keseluruhan", "grand", "total", "seluruh", "semua")
_TAIL = 3
"""Data rows at the end among which a total without the word is looked for."""
_MOST_WHOLE = 200
"""Total rows of a table that may each cover all rows above: more would be a list of everything for every row."""

Sums = list[float | None]
Span = tuple[int, int]
"""Data rows by their order in the table, the end exclusive."""


class Values:
    """The figures of a table's rows (by position on the grid), and the sums over spans of its data rows."""

    def __init__(self, places: Sequence[int], frame: pl.DataFrame, data: Sequence[int]) -> None:
        self._places = {place: at for at, place in enumerate(places)}
        self._frame = frame
        rows = frame[[self._places[place] for place in data]]
        columns = [rows[name] for name in rows.columns]
        self._sums = [list(accumulate(column.fill_null(0).to_list(), initial=0.0)) for column in columns]
        self._known = [list(accumulate(column.is_not_null().cast(pl.Int64).to_list(), initial=0)) for column in columns]

    def at(self, place: int) -> Sums:
        """The figures of a row; null where a cell gives none."""
        return list(self._frame.row(self._places[place]))

    def sum(self, span: Span) -> Sums:
        """The sums over a span; null where no row of it has a figure."""
        low, high = span
        return [
            sums[high] - sums[low] if known[high] > known[low] else None
            for sums, known in zip(self._sums, self._known, strict=True)
        ]


def values_of(grid: Grid, rows: pl.DataFrame, columns: Sequence[int]) -> Values:
    """The plain numbers of the columns, lenient: what is no plain number counts as none."""
    places = rows["at"]
    cells = grid.text[places].select(f"c{column}" for column in columns)
    kinds = grid.sheet.kinds[places].select(f"c{column}" for column in columns)
    numbers = [
        pl.when(kinds[name].is_in(["n", "p"]) | ~pl.col(name).str.contains(r"^\d{1,3}(?:[.,]\d{3})+\D*$"))
        .then(pl.col(name).str.extract(r"^(-?\d+(?:[.,]\d+)?)(?:\D*)$").str.replace(",", ".", literal=True))
        .otherwise(pl.col(name).str.replace_all(r"\D", ""))
        .cast(pl.Float64, strict=False)
        .alias(name)
        for name in cells.columns
    ]
    data = rows.filter(pl.col("what") == DATA)["at"].to_list()
    return Values(places.to_list(), cells.select(numbers), data)


@dataclass(frozen=True, slots=True)
class Table:
    """What is needed to place the sums of a table: its rows (at, what, label), their numbers by position, the figures,
    and the spans of data rows that have the same word in a column."""

    rows: pl.DataFrame
    numbers: pl.Series
    values: Values
    runs: Sequence[Span] = ()


def agreement(printed: Sums, summed: Sums) -> int:
    """In how many columns a printed total is the sum, less those where it is not."""
    both = [(a, b) for a, b in zip(printed, summed, strict=True) if a is not None and b is not None]
    return sum(1 if abs(a - b) < 0.5 else -1 for a, b in both)


def unlabelled(rows: pl.DataFrame, values: Values, is_whole: Callable[[int], bool]) -> list[int]:
    """Data rows at the end that bear no name, or the whole region's, and hold the sums of all others: totals."""
    data = rows.filter(pl.col("what") == DATA)["at"].to_list()
    if len(data) < 3:
        return []
    everything = values.sum((0, len(data)))
    found = []
    for at in data[-_TAIL:]:
        own = values.at(at)
        others = [None if a is None else a - (b or 0) for a, b in zip(everything, own, strict=True)]
        if agreement(own, others) > 0 and any(own) and is_whole(at):
            found.append(at)
    return found


def named(rows: pl.DataFrame, sums: Sequence[TotalRow], numbers: pl.Series) -> pl.DataFrame:
    """The rows with each sum called as it is in `sums`: subtotal or total."""
    called = {each.row: each.what for each in sums}
    pairs = rows.select("at", "what").rows()
    found = [called.get(int(numbers[at]), what) if what == SUM else what for at, what in pairs]
    return rows.with_columns(what=pl.Series(found, dtype=pl.String))


def totals_of(table: Table) -> list[TotalRow]:
    """The sums of a table, each with what it covers; one above its groups stands once for each group it agrees with."""
    data = table.rows.filter(pl.col("what") == DATA)["at"].to_list()
    marks = table.rows.filter(pl.col("what").is_in([SUM, GROUP])).select("at", "what", "label").rows()
    few = sum(what == SUM for _, what, _ in marks) <= _MOST_WHOLE
    starts = [low for low, _ in table.runs]
    totals: list[TotalRow] = []
    edge = 0
    for at, what, label in marks:
        here = bisect_left(data, at)
        if what == GROUP:
            edge = here
            continue
        printed, number, words = table.values.at(at), int(table.numbers[at]), label or ""
        if not here:
            spans = [span for span in (*table.runs, (0, len(data))) if agreement(printed, table.values.sum(span)) > 0]
            totals += [TotalRow(number, SUM, _covered(table, data, span)) for span in spans or [(0, 0)]]
            continue
        run = (starts[bisect_left(starts, here) - 1], here) if starts else (edge, here)
        likely = [(edge, here), run, (0, here)] if few else [(edge, here)]
        is_sub = SUBTOTAL.match(words) is not None
        if not is_sub and any(word in words for word in _GRAND):
            likely.reverse()
        likely = [span for span in likely if span[0] < span[1]] or [(0, here if few else 0)]
        best = max(likely, key=lambda span: agreement(printed, table.values.sum(span)))
        partial = is_sub or here < len(data) or best[0] > 0
        totals.append(TotalRow(number, SUB if partial else SUM, _covered(table, data, best)))
        edge = here
    return totals


def _covered(table: Table, data: Sequence[int], span: Span) -> tuple[int, ...]:
    return tuple(int(table.numbers[at]) for at in data[span[0] : span[1]])
