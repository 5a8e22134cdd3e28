"""What is said of single rows of a large roster: place and rule, and never what a cell says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from etl.ingest.values import ROWS, Finding, Verdict
from etl.recognise.layout import Block, Field
from etl.roster.head import Head, Print, count_lines, lines_of
from etl.roster.scan import Form, count_records
from etl.roster.words import MESSAGES
from i18n import N_, BadInput

MOST_REFUSED = 100_000
"""Rows refused one by one. A file with more is no roster, or its columns were taken wrongly."""

MOST_TOLD = 10_000
"""Warnings that anybody may want to read."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows that are not good as ROWS, and what is said of rows, in the order of the file."""

    rows: pl.DataFrame = field(repr=False)
    refusals: tuple[Finding, ...]
    warnings: tuple[Finding, ...]


def listed(
    refused: pl.DataFrame, told: pl.DataFrame, path: Path, head: Head, printed: Print, *, units: Mapping[str, str]
) -> Listed:
    """`refused` and `told` (conflicts and warnings): `row` as a record's index, `verdict`, `rule`, `opd_id`, `column`,
    `other_row` (an index), `other_opd_id`. `units`: names by opd_id. Raises BadInput where too many are refused to be
    a roster."""
    if refused.height > MOST_REFUSED:
        raise BadInput(
            N_(
                "{count} rows would be refused, most of them by the rule {rule}: this is no roster, or its columns were"
                " taken for others."
            ),
            where=path.name,
            next_step=N_("Check the column NIP: 18 digits, as text."),
            count=refused.height,
            rule=refused["rule"].mode().sort()[0],
        )
    told = told.sort("row").head(MOST_TOLD)
    wanted = pl.concat([refused["row"], told["row"], told["other_row"]]).drop_nulls().unique()
    is_exact = not printed.has_quotes or _is_one_line_each(path, head.form)
    lines = lines_of(path, head.form, wanted.to_list(), is_exact=is_exact)
    placed = pl.concat([refused, told], how="diagonal").with_columns(
        pl.col("row", "other_row").replace_strict(lines, default=None, return_dtype=pl.Int64)
    )
    block = head.block
    rows = placed.sort("row").with_columns(
        block_id=pl.lit(block.block_id),
        sheet=pl.lit(None, pl.String()),
        region_code=pl.col("opd_id").str.split_exact("/", 1).struct[0],
        unit=pl.col("opd_id").replace_strict(units, default=None, return_dtype=pl.String),
        unit_stated=pl.lit(None, pl.String()),
    )
    findings = [(row["verdict"], _finding(row, block)) for row in rows.iter_rows(named=True)]
    return Listed(
        rows.filter(pl.col("verdict").is_in([Verdict.REFUSED.value, Verdict.CONFLICT.value])).select(
            pl.col(name).cast(kind) for name, kind in ROWS.items()
        ),
        tuple(finding for verdict, finding in findings if verdict == Verdict.REFUSED.value),
        tuple(finding for verdict, finding in findings if verdict != Verdict.REFUSED.value),
    )


def _is_one_line_each(path: Path, form: Form) -> bool:
    """True where no record goes over several lines within quotation marks."""
    return count_records(path, form) == count_lines(path) - form.lines_before


def _finding(row: dict[str, object], block: Block) -> Finding:
    rule = str(row["rule"])
    message, suggestion = MESSAGES[rule]
    column = next((one.heading for one in block.columns if one.index == row["column"]), None)
    if rule in {"invalid_nip", "damaged_nip"}:
        column = block.of(Field.NIP)[0].heading
    other = row["other_row"] if row["other_row"] is not None else row["other_opd_id"]
    values = {"other_row": row["other_row"], "other": other}
    line = row["row"]
    return Finding(None, line if isinstance(line, int) else None, column, rule, message, values, suggestion)
