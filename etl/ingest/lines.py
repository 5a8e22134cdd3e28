"""Recognised tables as one list of data rows, each with the texts that say where, whose and when. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from etl.clean.spelling import clean_column
from etl.recognise.layout import Block, Column, Field

TEXTS = (
    Field.REGION,
    Field.REGION_CODE,
    Field.OPD,
    Field.EMPLOYEE_TYPE,
    Field.TIER,
    Field.DATE,
    Field.METHOD,
    Field.ACTIVITY,
    Field.VENUE,
    Field.OCCASION,
    Field.MODE,
    Field.LED_BY,
)
"""Fields whose cells are words: of each table the first such column counts, of dates `day_column`."""


def text_of(field: Field) -> str:
    """The name of the column of `lines_of` that holds a field's text."""
    return f"{field.value}_text"


def lines_of(blocks: Sequence[Block]) -> pl.DataFrame:
    """One row a data row of the file, in its order: `line` from 0, `block` (place in `blocks`), `block_id`, `sheet`,
    `row`, and the cleaned text of each field of TEXTS (null = blank, or no such column)."""
    schema = pl.Schema({"block": pl.Int64(), "block_id": pl.String(), "sheet": pl.String(), "row": pl.Int64()})
    texts = {text_of(field): pl.String() for field in TEXTS}
    parts = [pl.DataFrame(schema={**schema, **texts}), *(_lines(place, block) for place, block in enumerate(blocks))]
    return pl.concat(parts).with_row_index("line").with_columns(pl.col("line").cast(pl.Int64))


def data_cells(block: Block, frame: pl.DataFrame) -> pl.DataFrame:
    """The rows of a block's text or kinds that are data, in the block's order."""
    wanted = pl.DataFrame({"row": block.data_rows}, schema={"row": pl.Int64})
    return wanted.join(frame, on="row", how="left", maintain_order="left")


def _lines(place: int, block: Block) -> pl.DataFrame:
    cells = data_cells(block, block.text)
    return cells.select(
        pl.lit(place, dtype=pl.Int64).alias("block"),
        pl.lit(block.block_id).alias("block_id"),
        pl.lit(block.sheet, dtype=pl.String).alias("sheet"),
        "row",
        *(_text(cells, block, field).alias(text_of(field)) for field in TEXTS),
    )


def day_column(block: Block) -> Column | None:
    """The column whose date holds for the row: that of no measure, else the signatures', else the first."""
    columns = block.of(Field.DATE)
    order = (None, Field.SIGNED, Field.PLEDGED)
    return min(columns, key=lambda column: order.index(column.of), default=None)


def texts_in(cells: pl.DataFrame, column: Column) -> pl.Series:
    """The cleaned texts of a column; null = blank."""
    return clean_column(cells[f"c{column.index}"].cast(pl.String)).replace("", None)


def _text(cells: pl.DataFrame, block: Block, field: Field) -> pl.Series:
    column = day_column(block) if field is Field.DATE else next(iter(block.of(field)), None)
    return pl.Series([None] * cells.height, dtype=pl.String) if column is None else texts_in(cells, column)
