"""Sums as printed against the figures that they should be the sum of: totals, parts, shifted cells. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from etl.ingest.findings import warning
from etl.ingest.values import Finding
from etl.recognise.layout import Block, Column, Field
from indicators.interval import Interval, apart

_MOST = 0.5
"""Parts that add up in no more than this share of the rows are not the parts of that column."""

Wide = pl.DataFrame
"""One row a sheet row; for each column of numbers `low<index>`, `high<index>` (null = no upper limit), `gives<index>`
(a figure is there) and `fault<index>` (something is there that is no number)."""


def wide(cells: pl.DataFrame, place: int) -> Wide:
    """The numbers of one block side by side. A dash and a blank add nothing to a sum."""
    own = cells.filter(pl.col("block") == place)
    frame = own.select("row").unique(maintain_order=True)
    for (index,), part in own.group_by(["column"], maintain_order=True):
        gives = pl.col("low").is_not_null() | pl.col("high").is_not_null()
        frame = frame.join(
            part.select(
                "row",
                pl.when(gives).then(pl.col("low").fill_null(0)).otherwise(0).alias(f"low{index}"),
                pl.when(gives).then("high").otherwise(0).alias(f"high{index}"),
                gives.alias(f"gives{index}"),
                (pl.col("kind") == "text").fill_null(value=False).alias(f"fault{index}"),
            ),
            on="row",
            how="left",
        )
    return frame


def total_rows(block: Block, cells: pl.DataFrame, place: int) -> Iterator[Finding]:
    """The totals of a block that disagree with the rows which they cover, as printed, refused ones included."""
    covers = [(number, total.row, row) for number, total in enumerate(block.totals) for row in total.covers]
    own = cells.filter(pl.col("block") == place, pl.col("field") != Field.PERCENT.value)
    gives = pl.col("low").is_not_null() | pl.col("high").is_not_null()
    pairs = pl.DataFrame(covers, schema={"sum": pl.Int64(), "total": pl.Int64(), "row": pl.Int64()}, orient="row")
    sums = (
        pairs.join(own, on="row", maintain_order="left")
        .group_by("sum", "total", "column", maintain_order=True)
        .agg(
            sum_low=pl.col("low").sum(),
            sum_high=pl.when((gives & pl.col("high").is_null()).any()).then(None).otherwise(pl.col("high").sum()),
            is_sound=(pl.col("kind") != "text").all() & gives.any(),
        )
        .filter("is_sound")
    )
    printed = own.filter(gives)
    for row in (
        sums.join(printed, left_on=["total", "column"], right_on=["row", "column"], maintain_order="left")
        .filter(apart(Interval(pl.col("low"), pl.col("high")), Interval.of("sum")))
        .iter_rows(named=True)
    ):
        yield _finding(
            block, row["total"], row["heading"], (row["low"], row["high"]), (row["sum_low"], row["sum_high"])
        )


def maybe_twice(block: Block) -> Iterator[Finding]:
    """The rows that may count the rows below them too."""
    for each in block.maybe_parts:
        rows = ", ".join(map(str, each.covers))
        yield warning("maybe_counted_twice", block.sheet, each.row, None, rows=rows)


def row_sums(block: Block, numbers: Wide) -> Iterator[Finding]:
    """The data rows whose total, parts or rest disagree with the figures beside them."""
    rows = numbers.filter(pl.col("row").is_in(list(block.data_rows)))
    for whole, addends in relations(block):
        names = [column.index for column in addends]
        if any(f"low{index}" not in rows.columns for index in (whole.index, *names)):
            continue
        sound = pl.col(f"gives{whole.index}") & ~pl.any_horizontal(f"fault{index}" for index in names)
        given = [pl.col(f"gives{index}") for index in names]
        sound &= pl.any_horizontal(given) if whole.field is Field.TOTAL else pl.all_horizontal(given)
        high = pl.when(pl.any_horizontal(pl.col(f"high{index}").is_null() for index in names)).then(None)
        summed = rows.filter(sound).select(
            "row",
            low=f"low{whole.index}",
            high=f"high{whole.index}",
            sum_low=pl.sum_horizontal(f"low{index}" for index in names),
            sum_high=high.otherwise(pl.sum_horizontal(f"high{index}" for index in names)),
        )
        wrong = summed.filter(apart(Interval(pl.col("low"), pl.col("high")), Interval.of("sum")))
        if whole.field is not Field.TOTAL and wrong.height > _MOST * summed.height:
            continue
        for row in wrong.iter_rows(named=True):
            yield _finding(
                block, row["row"], whole.heading, (row["low"], row["high"]), (row["sum_low"], row["sum_high"])
            )


def relations(block: Block) -> Iterator[tuple[Column, Sequence[Column]]]:
    """A column that is a sum within the row, and the columns it should be the sum of."""
    people = block.of(Field.PEOPLE)
    for total in block.of(Field.TOTAL):
        left = [column for column in people if column.index < total.index]
        beside = [column for column in left if _group(column) == _group(total)]
        if len(beside or left) > 1:
            yield total, beside or left
    for whole in people:
        parts = _beside(block, whole, Field.PART)
        if len(parts) > 1:
            yield whole, parts
    done, rest = block.of(Field.SIGNED, Field.PLEDGED), block.of(Field.REST)
    if len(people) == 1 and done and rest:
        signed = [column for column in done if column.field is Field.SIGNED] or list(done)
        yield people[0], [signed[0], rest[0]]


def shifted(block: Block, numbers: Wide) -> pl.DataFrame:
    """`row`, `column`, `addends`, `sum`: rows without a total whose last figure is the sum of those before it.

    Only where the other rows do have their total, and at least two figures stand before the last.
    """
    found: list[tuple[int, str, str, int]] = []
    schema = {"row": pl.Int64(), "column": pl.String(), "addends": pl.String(), "sum": pl.Int64()}
    rows = numbers.filter(pl.col("row").is_in(list(block.data_rows)))
    for total, addends in relations(block):
        is_sum = total.field is Field.TOTAL or addends[0].field is Field.PART
        if not is_sum or len(addends) < 3 or f"gives{total.index}" not in rows.columns:
            continue
        in_order = sorted(addends, key=lambda column: column.index)
        without = rows.filter(~pl.col(f"gives{total.index}") & ~pl.col(f"fault{total.index}"))
        if without.height * 2 > rows.height:
            continue
        for row in without.iter_rows(named=True):
            filled = [column for column in in_order if row[f"gives{column.index}"]]
            *before, last = [row[f"low{column.index}"] for column in filled] or [0]
            if len(before) > 1 and last and sum(before) == last:
                shown = " + ".join(str(int(value)) for value in before)
                found.append((row["row"], filled[-1].heading, shown, int(last)))
    return pl.DataFrame(found, schema=schema, orient="row").unique("row", maintain_order=True)


def _beside(block: Block, whole: Column, field: Field) -> Sequence[Column]:
    """The columns of a kind directly left of a column, under the same group of headings; else right of it."""
    of_kind = {column.index: column for column in block.of(field) if _group(column) == _group(whole)}
    for step in (-1, 1):
        beside, index = [], whole.index + step
        while index in of_kind:
            beside.append(of_kind[index])
            index += step
        if beside:
            return beside
    return ()


def _group(column: Column) -> str:
    return column.heading.rpartition(" / ")[0]


_Bounds = tuple[float | None, float | None]


def _finding(block: Block, row: int, heading: str, printed: _Bounds, summed: _Bounds) -> Finding:
    return warning(
        "total_disagrees", block.sheet, row, heading, column=heading, printed=bounds(*printed), sum=bounds(*summed)
    )


def bounds(low: float | None, high: float | None) -> str:
    """Bounds as people write them: 144, 8050–8150, 252–∞."""
    if low is None and high is None:
        return "–"
    if low == high and low is not None:
        return f"{low:.0f}"
    return f"{low or 0:.0f}–{'∞' if high is None else f'{high:.0f}'}"
