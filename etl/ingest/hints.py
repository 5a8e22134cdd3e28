"""What is flagged of rows taken as printed: wrong percentages, more signed than there are, units of nobody. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from etl.clean.cells import Flag
from etl.ingest.findings import warning
from etl.ingest.lines import day_column
from etl.ingest.sums import Wide, bounds
from etl.ingest.values import Finding
from etl.recognise.layout import Block, Column, Field
from indicators.interval import Interval, apart, rate
from warehouse.vocabulary import EmployeeType

_TOLD = (Flag.MIXED_SEPARATORS, Flag.FOOTNOTE_MARK, Flag.LOST_ZEROS)
"""Flags that are a warning; hidden characters change nothing."""


def percentages(block: Block, numbers: Wide, cells: pl.DataFrame, place: int) -> Iterator[Finding]:
    """The rows whose printed percentage does not follow from their counts, within the rounding of the print."""
    people, percents = block.of(Field.PEOPLE), block.of(Field.PERCENT)
    rows = numbers.filter(pl.col("row").is_in(list(block.data_rows)))
    share_printed = Interval(pl.col("low") - pl.col("tolerance"), pl.col("low") + pl.col("tolerance"))
    for column in percents:
        done = block.of(column.of) if column.of else block.of(Field.SIGNED) or block.of(Field.PLEDGED)
        shares = _shares(rows, done, people)
        # Which of several percentages belongs to which of several counts, nobody says.
        if shares is None or (len(percents) > 1 and len(done) + len(people) > 2):
            continue
        printed = cells.filter(pl.col("block") == place, pl.col("column") == column.index, pl.col("low").is_not_null())
        wrong = printed.join(shares, on="row", maintain_order="left").filter(
            apart(share_printed, rate(Interval.of("part"), Interval.of("whole")))
        )
        for row in wrong.iter_rows(named=True):
            share = f"{100 * row['part_low'] / row['whole_low']:.1f}".replace(".", ",")
            yield warning(
                "percent_disagrees",
                block.sheet,
                row["row"],
                column.heading,
                printed=row["stated"],
                part=bounds(row["part_low"], row["part_high"]),
                whole=bounds(row["whole_low"], row["whole_high"]),
                share=share,
            )


def _shares(rows: Wide, done: Sequence[Column], people: Sequence[Column]) -> pl.DataFrame | None:
    """`row` and the bounds of `part` and `whole` of the rows that count people: where they are counted by employee
    type, their sum. Null where such a column is not there, or could not be read."""
    wanted = [f"low{column.index}" for column in (*done, *people)]
    if not done or not people or not set(wanted) <= set(rows.columns):
        return None
    sums = {
        f"{name}_{bound}": pl.sum_horizontal((f"{bound}{one.index}" for one in columns), ignore_nulls=False)
        for name, columns in (("part", done), ("whole", people))
        for bound in ("low", "high")
    }
    gives = pl.any_horizontal(f"gives{column.index}" for column in done)
    return rows.filter(gives).select("row", **sums).filter(pl.col("whole_low") > 0)


def above_target(figures: pl.DataFrame) -> Iterator[Finding]:
    """The rows in which more people signed than are said to be there, of the same employee type or of all ASN."""
    key = ("line", "employee_type", "tier", "as_of")
    people = figures.filter(pl.col("field") == "people")
    asn = people.filter(pl.col("employee_type").is_in([EmployeeType.PNS.value, EmployeeType.PPPK.value]))
    whole = asn.group_by("line", "tier", "as_of").agg(
        pl.when(pl.col("high").is_not_null().all()).then(pl.col("high").sum()).alias("most"),
        employee_type=pl.lit(EmployeeType.ASN.value),
    )
    direct = people.select(*key, most="high")
    targets = pl.concat([direct, whole.select(*key, "most")]).unique(key, keep="first", maintain_order=True)
    signed = figures.filter(pl.col("field") == "signed").join(targets, on=key, maintain_order="left")
    for row in signed.filter(pl.col("low") > pl.col("most")).iter_rows(named=True):
        said = bounds(row["low"], row["high"])
        yield warning(
            "signed_above_target", row["sheet"], row["row"], row["heading"], signed=said, people=str(row["most"])
        )


def nobody(figures: pl.DataFrame) -> Iterator[Finding]:
    """The rows of units whose every figure is 0; where a row is one employee type or tier, of all their rows."""
    people = figures.filter(pl.col("field") == "people", pl.col("low").is_not_null() | pl.col("high").is_not_null())
    is_zero = (pl.col("high") == 0).fill_null(value=False)
    is_split = pl.col("read_type").is_not_null() | pl.col("read_tier").is_not_null()
    of_unit = is_zero.all().over("block", "unit_id", "as_of")
    of_line = is_zero.all().over("line")
    found = people.filter(pl.when(is_split).then(of_unit).otherwise(of_line)).unique("line", maintain_order=True)
    for row in found.iter_rows(named=True):
        yield warning("zero_headcount", row["sheet"], row["row"], None)


def prints(block: Block, cells: pl.DataFrame, place: int) -> Iterator[Finding]:
    """The figures whose print was read with a liberty."""
    own = cells.filter(
        pl.col("block") == place, pl.col("flags").list.len() > 0, pl.col("row").is_in(list(block.data_rows))
    )
    figures = {column.index for column in block.of(Field.PEOPLE, Field.PLEDGED, Field.SIGNED)}
    for row in own.filter(pl.col("column").is_in(figures)).iter_rows(named=True):
        for flag in _TOLD:
            if flag in row["flags"]:
                yield warning(
                    flag.value, block.sheet, row["row"], row["heading"], text=row["stated"], column=row["heading"]
                )


def dates(lines: pl.DataFrame, blocks: Sequence[Block]) -> Iterator[Finding]:
    """The dates whose weekday does not fit, and those that were a spreadsheet's day number. `lines` has DAYS too."""
    headings = {place: column.heading for place, block in enumerate(blocks) if (column := day_column(block))}
    for row in lines.filter("is_weekday_wrong").iter_rows(named=True):
        heading = row["day_heading"] or headings.get(row["block"])
        yield warning("weekday_disagrees", row["sheet"], row["row"], heading, text=row["day_stated"])
    for row in lines.filter("is_serial").iter_rows(named=True):
        heading, day = headings.get(row["block"]), row["day_low"].isoformat()
        yield warning("excel_serial_date", row["sheet"], row["row"], heading, text=row["day_stated"], day=day)
    for block in blocks:
        given = block.given.as_of
        if given is not None and given.conflict is not None:
            yield warning("weekday_disagrees", block.sheet, None, None, text=given.stated)
