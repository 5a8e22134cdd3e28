"""The numbers of a column: what each cell says, decided from the column as a whole. Pure.

Every cell stays: a value with its bounds, a dash (the list gives no figure), a blank, or a text that is no number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from etl.clean.cells import CellKind, Flag, Print, Reading, read_counts, read_decimals, read_shares
from etl.clean.counts import CountFault
from etl.clean.spelling import clean_column, has_hidden

Unit = Literal["count", "percent", "decimal"]
"""What a column holds: whole people, shares of a whole, or any numbers."""


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column that was read. `cells` has one row a cell, in order:

    `kind` (CellKind); `low`, `high`: bounds, people as Int64, shares (0.665) and other numbers as Float64, null where
    not known; `qualifier`; `stated`: as printed, null for a blank; `rule`: what a text breaks (`negative_count`,
    `unreadable_number`) and `reason` (CountFault) behind it; `flags`: a list of Flag.

    `choices` are the answers to the question `number_format` that the column leaves open, else empty. Until it is
    answered the values are what would follow from the first choice, and must not be used.
    """

    cells: pl.DataFrame
    choices: tuple[str, ...]


_READERS = {"count": read_counts, "percent": read_shares, "decimal": read_decimals}


def read_column(
    values: pl.Series, unit: Unit = "count", codes: pl.Series | None = None, answer: str | None = None
) -> NumberColumn:
    """What the cells of a column say.

    `values` are texts as read, null or empty for a blank. `codes` are the cells' kinds as `Workbook` gives them (`n`
    and `f` hold numbers in the program's own notation, with a decimal point); without them every cell is a text.
    `answer` is one of the choices that an earlier reading left open.
    """
    stated = values.cast(pl.String).fill_null("")
    numeric = pl.lit(value=False) if codes is None else pl.lit(codes.is_in(["n", "f"]).fill_null(value=False))
    cells = pl.select(stated=stated, text=clean_column(stated)).with_columns(numeric=numeric)
    distinct = cells.select("text", "numeric").unique(maintain_order=True)
    readings, choices = _READERS[unit]([Print.of(*row) for row in distinct.iter_rows()], answer)
    joined = cells.join(
        distinct.hstack(_frame(readings, unit)), on=["text", "numeric"], how="left", maintain_order="left"
    )
    return NumberColumn(_finish(joined, unit), choices)


def _frame(readings: Sequence[Reading], unit: Unit) -> pl.DataFrame:
    bound = pl.Int64() if unit == "count" else pl.Float64()
    text = pl.String()
    schema = {"kind": text, "low": bound, "high": bound, "qualifier": text, "reason": text, "flags": pl.List(text)}
    return pl.DataFrame(readings, schema=schema, orient="row")


def _finish(cells: pl.DataFrame, unit: Unit) -> pl.DataFrame:
    """Add what depends on the cell and its neighbours: the rule, hidden characters, lost zeros."""
    exact = cells.select(pl.when(pl.col("low") == pl.col("high")).then("low")).to_series()
    nowhere = pl.repeat(value=False, n=cells.height, dtype=pl.Boolean, eager=True)
    lost = lost_zeros(exact) if unit == "count" else nowhere
    extra = [(has_hidden(cells["stated"]), Flag.HIDDEN_CHARACTERS), (lost, Flag.LOST_ZEROS)]
    negative = pl.col("reason") == CountFault.NEGATIVE
    rule = pl.when(negative).then(pl.lit("negative_count")).when(pl.col("reason").is_not_null())
    return cells.select(
        "kind",
        "low",
        "high",
        "qualifier",
        pl.when(pl.col("kind") != CellKind.BLANK).then("stated").alias("stated"),
        rule.then(pl.lit("unreadable_number")).alias("rule"),
        "reason",
        pl.concat_list("flags", *(pl.when(pl.lit(mask)).then(pl.lit(flag.value)) for mask, flag in extra))
        .list.drop_nulls()
        .alias("flags"),
    )


def lost_zeros(numbers: pl.Series) -> pl.Series:
    """True for each number that seems to have lost its last zeros: the column falls (or rises) but for it, and ten or a
    hundred times the number fits between its neighbours. Nulls are passed over.

    `18.930` read as a decimal and written back is 1893. No row of such a file is wrong in itself; the order tells.
    A column of fewer than six numbers, or with more than a quarter of them out of order, tells nothing.
    """
    known = numbers.drop_nulls()
    steps = known.diff().sign()
    suspects: list[int] = []
    places = numbers.is_not_null().arg_true()
    for against, ordered in ((steps == 1, known), (steps == -1, known.reverse())):
        if known.len() >= _FEWEST and 0 < (against.sum() or 0) * 4 <= known.len():
            found = _out_of_order(ordered.to_list())
            suspects += [places[at if ordered is known else -1 - at] for at in found]
    return pl.int_range(len(numbers), eager=True).is_in(suspects)


_FEWEST = 6
"""Numbers from which on the order of a column says something."""


def _out_of_order(numbers: list[int]) -> list[int]:
    """Places of the numbers of a falling column that fit only ten- or hundredfold; none where it does not fall."""
    suspects: list[int] = []
    last: int | None = None
    for place, number in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else 0
        if last is not None and number > last:
            return []
        fits = any(following <= number * factor <= (last or 0) for factor in (10, 100))
        if number < following and number % 10 and fits:
            suspects.append(place)
        else:
            last = number
    return suspects if len(suspects) * 4 <= len(numbers) else []
