"""The day that each row holds for: its own date, the table's, or a person's answer; never the clock. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from etl.clean.date_columns import read_date_column
from etl.clean.date_reading import DateConflict
from etl.clean.dates import Campaign
from etl.ingest.desk import Desk, wrong_answer
from etl.ingest.figures import MEASURES
from etl.ingest.lines import data_cells, day_column, text_of, texts_in
from etl.recognise.layout import Block, Column, Field, FileKind
from etl.reconcile import Days, read_days
from etl.sources.tabular import Question
from i18n import N_
from warehouse.vocabulary import DatePrecision

_NONE = N_(
    "Which day do the figures hold for? The file names none. Rows waiting: {count}."
    " Answer as 2024-10-31, 2024-10 or 2024."
)
_ORDER = N_("In the column “{column}”, does the day or the month come first (for example {examples})?")

KEPT_PRECISION = {
    DatePrecision.DAY: "day",
    DatePrecision.RANGE: "day",
    DatePrecision.PART_OF_MONTH: "month",
    DatePrecision.MONTH: "month",
    DatePrecision.YEAR: "year",
}
"""How the precision of a reading is kept beside the last day that it may mean."""

DAYS = {
    "line": pl.Int64(),
    "day_low": pl.Date(),
    "day_high": pl.Date(),
    "day_precision": pl.String(),
    "day_stated": pl.String(),
    "day_rule": pl.String(),
    "day_source": pl.String(),
    "is_weekday_wrong": pl.Boolean(),
    "is_serial": pl.Boolean(),
}
"""One row a line. `day_rule`: the rule that its own date breaks. `day_source`: row, table or answer; null = no day."""


MEASURE_DAYS = {**DAYS, "field": pl.String(), "day_heading": pl.String()}
"""One row a line and measure that has a date of its own, apart from the row's; `day_heading` is its column's."""


def day_rows(
    lines: pl.DataFrame, blocks: Sequence[Block], campaign: Campaign | None, desk: Desk
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The day of each line (DAYS), in the order of `lines`, and of measures that have their own (MEASURE_DAYS)."""
    answer = _answer(desk)
    parts, measured = [pl.DataFrame(schema=DAYS)], [pl.DataFrame(schema=MEASURE_DAYS)]
    for place, block in enumerate(blocks):
        own = lines.filter(pl.col("block") == place)
        of_row = day_column(block)
        parts.append(
            _fall_back(_own(own, own[text_of(Field.DATE)], block, of_row, campaign=campaign, desk=desk), block, answer)
        )
        cells = data_cells(block, block.text)
        for column in block.of(Field.DATE):
            if column.of is not None and column is not of_row:
                counted = own.filter(_is_counted(cells, block, column.of))
                texts = texts_in(cells, column).filter(_is_counted(cells, block, column.of))
                read = _fall_back(_own(counted, texts, block, column, campaign=campaign, desk=desk), block, answer)
                words = {"field": pl.lit(column.of.value), "day_heading": pl.lit(column.heading)}
                measured.append(read.with_columns(**words))
    days, of_measures = pl.concat(parts), pl.concat(measured)
    _ask_day(lines, blocks, pl.concat([days, of_measures.select(list(DAYS))]), desk)
    return days, of_measures


def _is_counted(cells: pl.DataFrame, block: Block, measure: Field) -> pl.Series:
    """Whether each data row gives a number of a measure: where it gives none, no day is missing."""
    given = [pl.col(f"c{column.index}").cast(pl.String).str.contains(r"\d") for column in block.of(measure)]
    return cells.select(pl.any_horizontal(given).fill_null(value=False)).to_series()


def _ask_day(lines: pl.DataFrame, blocks: Sequence[Block], days: pl.DataFrame, desk: Desk) -> None:
    """Ask for the day of the rows that have none."""
    needing = [place for place, block in enumerate(blocks) if _needs_day(block)]
    # A dash is no date either; a date whose order is being asked is one, even where the likelier order cannot read it.
    without = days.filter(pl.col("day_high").is_null(), pl.col("day_rule").is_null()).select("line")
    unordered = desk.waiting().filter(pl.col("question_id").str.starts_with("date_format:"))
    waiting = (
        lines.filter(pl.col("block").is_in(needing))
        .join(without, on="line", how="semi", maintain_order="left")
        .join(unordered, on=["block_id", "row"], how="anti", maintain_order="left")
    )
    desk.ask(Question("as_of", "as_of", None, None, None, _NONE, (), {"count": waiting.height}), waiting)


def _needs_day(block: Block) -> bool:
    """Events may stay undated; figures may not, unless every column says its own day."""
    measures = block.of(*MEASURES[block.kind])
    return block.kind is not FileKind.EVENTS and not (measures and all(column.as_of for column in measures))


def _answer(desk: Desk) -> Days | None:
    answer = desk.answer("as_of")
    if answer is None:
        return None
    try:
        return read_days(answer)
    except ValueError as fault:
        raise wrong_answer("as_of", answer, ("2024-10-31", "2024-10", "2024")) from fault


def _own(
    lines: pl.DataFrame,
    texts: pl.Series,
    block: Block,
    column: Column | None,
    *,
    campaign: Campaign | None,
    desk: Desk,
) -> pl.DataFrame:
    """What the lines' own dates in a column say; `texts`: its cells."""
    read = read_date_column(texts, campaign=campaign)
    is_open = False
    if read.choices and column is not None:
        answer = _order(lines.with_columns(texts.alias("text")), block, column, read.choices, desk)
        is_open = answer is None
        read = read_date_column(texts, campaign=campaign, answer=answer or read.choices[0])
    cells = read.cells
    return cells.select(
        line=lines["line"],
        day_low="low",
        day_high="high",
        day_precision="precision",
        day_stated="stated",
        # What follows from an order that nobody confirmed refuses nothing.
        day_rule=pl.lit(None) if is_open else pl.col("rule"),
        day_source=pl.when(pl.col("low").is_not_null()).then(pl.lit("row")),
        is_weekday_wrong=(pl.col("conflict") == DateConflict.WEEKDAY).fill_null(value=False),
        is_serial=pl.col("flags").list.contains("excel_serial_date"),
    ).cast(DAYS)  # type: ignore[arg-type]  # a mapping of types is what it takes


def _order(lines: pl.DataFrame, block: Block, column: Column, choices: tuple[str, ...], desk: Desk) -> str | None:
    """Whether day or month comes first in a column of dates (`text`); null where a person still has to say."""
    question_id = f"date_format:{block.block_id}:{column.index}"
    answer = desk.answer(question_id, choices)
    if answer is None:
        waiting = lines.filter(pl.col("text").is_not_null())
        examples = ", ".join(waiting["text"].unique(maintain_order=True).head(3))
        values = {"column": column.heading, "examples": examples}
        question = Question(question_id, "date_format", block.sheet, None, column.index, _ORDER, choices, values)
        desk.ask(question, waiting)
    return answer


def _fall_back(days: pl.DataFrame, block: Block, answer: Days | None) -> pl.DataFrame:
    """A row without a date of its own has the table's, else the one answered. Of ceremonies neither holds."""
    given = block.given.as_of
    if block.kind is FileKind.EVENTS:
        return days
    if given is not None and given.high is not None and given.precision is not None:
        low, high, precision, source = given.low, given.high, given.precision, "table"
    elif answer is not None:
        low, high, precision, source = answer.low, answer.high, answer.precision, "answer"
    else:
        return days
    blank = pl.col("day_source").is_null() & pl.col("day_rule").is_null()
    return days.with_columns(
        day_low=pl.when(blank).then(pl.lit(low)).otherwise("day_low"),
        day_high=pl.when(blank).then(pl.lit(high)).otherwise("day_high"),
        day_precision=pl.when(blank).then(pl.lit(precision.value)).otherwise("day_precision"),
        day_source=pl.when(blank).then(pl.lit(source)).otherwise("day_source"),
    )
