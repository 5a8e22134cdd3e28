"""The dates of a column: what each cell says, the order of day and month decided from the whole column. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

import polars as pl

from etl.clean.cells import CellKind, Flag, absence
from etl.clean.dates import Campaign, DateReading, Order, read_date
from etl.clean.mentions import mentions_in
from etl.clean.spelling import clean_column, has_hidden

ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A column that was read. `cells` has one row a cell, in order:

    `kind` (CellKind); `low`, `high`; `precision`, `status`, `conflict` as in DateReading; `alternatives`: the days that
    may have been meant; `stated`: as printed, null for a blank; `rule` that a text breaks (`unreadable_date`) and
    `reason` (DateFault) behind it; `flags`: hidden_characters, excel_serial_date.

    `choices` are the answers to the question `date_format` that the column leaves open, else empty. Until it is
    answered the days are read day first, and must not be used.
    """

    cells: pl.DataFrame
    choices: tuple[str, ...]


def read_date_column(values: pl.Series, *, campaign: Campaign | None = None, answer: str | None = None) -> DateColumn:
    """What the cells of a column of dates say; a five-digit number is a spreadsheet's day number.

    Where one cell can only be month first (10/25/2024), one that can be either (10/05/2024) or only day first makes
    the order a question; `answer` (`dmy`, `mdy`) settles it. `campaign`: as `read_date` takes it.
    """
    stated = values.cast(pl.String).fill_null("")
    cells = pl.DataFrame({"stated": stated, "text": clean_column(stated)})
    distinct = cells["text"].unique(maintain_order=True)
    order, asks = _order(distinct, answer)
    rows = []
    for text in distinct:
        kind = absence(text)
        reading = DateReading(text)
        if kind is None:
            reading = read_date(text, campaign=campaign, order=order, serials=True)
        rows.append(_row(text, reading, kind))
    joined = cells.join(pl.DataFrame(rows, schema=_SCHEMA, orient="row"), on="text", how="left", maintain_order="left")
    hidden = pl.when(has_hidden(stated)).then(pl.lit(Flag.HIDDEN_CHARACTERS.value))
    serial = pl.when(pl.col("text").str.contains(r"^\d{5}(\.\d+)?$") & (pl.col("kind") == CellKind.VALUE)).then(
        pl.lit("excel_serial_date")
    )
    return DateColumn(
        joined.with_columns(
            pl.when(pl.col("kind") != CellKind.BLANK).then("stated").alias("stated"),
            pl.when(pl.col("reason").is_not_null()).then(pl.lit("unreadable_date")).alias("rule"),
            pl.concat_list(hidden, serial).list.drop_nulls().alias("flags"),
        ).drop("text"),
        ORDERS if asks else (),
    )


_SCHEMA = {
    "text": pl.String(),
    "kind": pl.String(),
    "low": pl.Date(),
    "high": pl.Date(),
    "precision": pl.String(),
    "status": pl.String(),
    "conflict": pl.String(),
    "alternatives": pl.List(pl.Date()),
    "reason": pl.String(),
}


def _row(text: str, reading: DateReading, kind: CellKind | None) -> tuple[object, ...]:
    read = CellKind.VALUE if reading.low else CellKind.TEXT
    others = [each.date for each in reading.alternatives]
    found = (reading.low, reading.high, reading.precision, reading.status, reading.conflict, others, reading.fault)
    return (text, kind or read, *found)


def _order(texts: Iterable[str], answer: str | None) -> tuple[Order, bool]:
    """The order of day and month in a column, and whether a person has to say."""
    chosen = next((order for order in ORDERS if order == answer), None)
    if chosen:
        return chosen, False
    day_first = month_first = either = False
    for text in texts:
        for mention in mentions_in(text.lower()):
            if mention.digits and mention.days and mention.months:
                day, month = mention.days[0], mention.months[0]
                day_first |= day > 12
                month_first |= month > 12
                either |= day <= 12 and month <= 12 and day != month
    if not month_first:
        return "dmy", False
    return ("dmy", True) if day_first or either else ("mdy", False)
