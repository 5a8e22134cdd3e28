"""The numbers of recognised tables: one row a figure, read column by column. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import polars as pl

from etl.clean.numbers import Unit, read_column
from etl.ingest.desk import Desk
from etl.recognise.layout import Block, Column, Field, FileKind
from etl.sources.tabular import Question
from i18n import N_

MEASURES = {
    FileKind.HEADCOUNT: (Field.PEOPLE,),
    FileKind.SIGNATURES: (Field.PEOPLE, Field.PLEDGED, Field.SIGNED),
    FileKind.EVENTS: (Field.PARTICIPANTS, Field.SIGNERS),
    FileKind.ROSTER: (),
}
"""The columns of a table that become figures, by its kind."""

CHECKED = (Field.PERCENT, Field.REST, Field.PART, Field.TOTAL)
"""Columns that are only compared with the figures."""

_FORMAT = N_(
    "In the column “{column}” it is not certain what point and comma mean (for example {examples}):"
    " thousands or a decimal?"
)

CELLS = {
    "block": pl.Int64(),
    "row": pl.Int64(),
    "column": pl.Int64(),
    "heading": pl.String(),
    "field": pl.String(),
    "kind": pl.String(),
    "low": pl.Float64(),
    "high": pl.Float64(),
    "qualifier": pl.String(),
    "stated": pl.String(),
    "rule": pl.String(),
    "reason": pl.String(),
    "flags": pl.List(pl.String()),
    "tolerance": pl.Float64(),
}
"""One row a cell of a column of numbers, of data rows and totals alike. `column`: its place on the sheet. `tolerance`:
of a percentage, how far off the true share the print may be, as a fraction."""


def cells_of(blocks: Sequence[Block], desk: Desk) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Every number (CELLS), and of figures whose column still awaits an answer the places: block, row, column."""
    parts: list[pl.DataFrame] = [pl.DataFrame(schema=CELLS)]
    unsettled = [pl.DataFrame(schema={"block": pl.Int64(), "row": pl.Int64(), "column": pl.Int64()})]
    for place, block in enumerate(blocks):
        figures = MEASURES[block.kind]
        for column in block.of(*figures, *CHECKED):
            cells, asks = _column(place, block, column, desk, is_figure=column.field in figures)
            if cells is None:
                continue
            parts.append(cells)
            if asks:
                unsettled.append(cells.filter(pl.col("kind") != "blank").select("block", "row", "column"))
    return pl.concat(parts), pl.concat(unsettled)


def _column(
    place: int, block: Block, column: Column, desk: Desk, *, is_figure: bool
) -> tuple[pl.DataFrame | None, bool]:
    """One column's cells (null where it is only compared, and cannot be read), and whether a question is open."""
    name = f"c{column.index}"
    cells = block.text.select("row", text=pl.col(name).cast(pl.String)).with_columns(codes=block.kinds[name])
    rows = [*block.data_rows, *(total.row for total in block.totals)]
    cells = cells.join(
        pl.DataFrame({"row": rows}, schema={"row": pl.Int64()}), on="row", how="semi", maintain_order="left"
    )
    unit: Unit = "percent" if column.field is Field.PERCENT else "count"
    question_id = f"number_format:{block.block_id}:{column.index}"
    texts = _as_printed(cells)
    read = read_column(texts, unit, cells["codes"])
    asks = bool(read.choices)
    if asks and not is_figure:
        return None, False
    if asks:
        answer = desk.answer(question_id, read.choices)
        if answer is None:
            _ask(desk, question_id, block, column, choices=read.choices, cells=cells)
        else:
            read, asks = read_column(texts, unit, cells["codes"], answer), False
    never_calculated = (cells["codes"] == "f").fill_null(value=False)
    found = read.cells.with_columns(
        pl.col("low", "high").cast(pl.Float64),
        block=pl.lit(place, dtype=pl.Int64),
        row=cells["row"],
        column=pl.lit(column.index, dtype=pl.Int64),
        heading=pl.lit(column.heading),
        field=pl.lit(column.field.value),
        rule=pl.when(pl.lit(never_calculated)).then(pl.lit("formula_without_value")).otherwise("rule"),
        tolerance=pl.lit(_tolerances(texts)) if unit == "percent" else pl.lit(0.0),
    )
    return found.select(list(CELLS)), asks


def _ask(
    desk: Desk, question_id: str, block: Block, column: Column, *, choices: tuple[str, ...], cells: pl.DataFrame
) -> None:
    filled = cells.filter(pl.col("text").fill_null("") != "", pl.col("row").is_in(list(block.data_rows)))
    marked = filled.filter(pl.col("text").str.contains(r"\d[.,]\d"))["text"].unique(maintain_order=True).head(3)
    values = {"column": column.heading, "examples": ", ".join(marked)}
    desk.ask(
        Question(question_id, "number_format", block.sheet, None, column.index, _FORMAT, choices, values),
        filled.select("row", block_id=pl.lit(block.block_id)),
    )


def _as_printed(cells: pl.DataFrame) -> pl.Series:
    """The texts; those of cells that a program shows as a percentage written as one, not as the bare fraction."""
    if not (cells["codes"] == "p").any():
        return cells["text"]
    shown = [
        f"{(Decimal(text) * 100).normalize():f}%" if code == "p" and text else text
        for text, code in cells.select("text", "codes").iter_rows()
    ]
    return pl.Series(shown, dtype=pl.String)


def _tolerances(texts: pl.Series) -> pl.Series:
    """How far the true share may be from the print: one unit of its last decimal, of long fractions a rounding."""
    decimals = texts.str.extract(r"[.,](\d+)").str.len_chars().fill_null(0).clip(upper_bound=3)
    is_sign = texts.str.contains("%").fill_null(value=False)
    return pl.select(
        pl.when(pl.lit(is_sign)).then(0.01 / 10 ** pl.lit(decimals)).otherwise(0.01 / 10 ** (pl.lit(decimals) - 2))
    ).to_series()
