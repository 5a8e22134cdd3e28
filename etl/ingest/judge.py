"""Verdicts: which rows are refused, which wait, and what is said of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from etl.clean.dates import Campaign
from etl.ingest.desk import Desk
from etl.ingest.findings import refusal
from etl.ingest.lines import day_column, text_of
from etl.ingest.rules import FileRow, broken
from etl.ingest.values import FIGURES, Finding
from etl.recognise.layout import Block, Field
from geo import register

REFUSED = {"line": pl.Int64(), "rule": pl.String(), "column": pl.Int64(), "heading": pl.String(), "text": pl.String()}
"""One row a refused line: the rule, the column that it speaks of and what stands there."""

_COLUMNS = {
    "unknown_region": (Field.REGION, Field.REGION_CODE),
    "region_outside_scope": (Field.REGION, Field.REGION_CODE),
    "region_code_disagrees": (Field.REGION_CODE,),
    "vertical_office": (Field.OPD,),
    "not_an_opd": (Field.OPD,),
    "part_of_opd": (Field.OPD,),
    "missing_opd": (Field.OPD,),
    "new_opd_refused": (Field.OPD,),
    "unreadable_date": (Field.DATE,),
    "date_outside_campaign": (Field.DATE,),
    "unknown_employee_type": (Field.EMPLOYEE_TYPE,),
    "unknown_tier": (Field.TIER,),
}
"""The columns that a rule about the row speaks of."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a kind of file comes to. `verdicts`: `line`, `verdict` and `rule` of every line. `refusals` are in the order
    of the lines, with the block of each in `places`. `tables`: rows to load."""

    verdicts: pl.DataFrame = field(repr=False)
    refusals: Sequence[Finding] = ()
    places: Sequence[int] = ()
    warnings: Sequence[Finding] = ()
    figures: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=FIGURES), repr=False)
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)


def broken_rows(lines: pl.DataFrame, blocks: Sequence[Block]) -> pl.DataFrame:
    """The lines that break a rule of FileRow, as REFUSED. `lines` has `is_shifted`. Lines that wait break none."""
    found = broken(FileRow, lines.filter(~pl.col("is_waiting")))
    told = found.select("line", "rule").join(lines, on="line", maintain_order="left")
    rows = [
        (row["line"], row["rule"], *_said(row["rule"], row, blocks[row["block"]])) for row in told.iter_rows(named=True)
    ]
    return pl.DataFrame(rows, schema=REFUSED, orient="row")


def refusals(refused: pl.DataFrame, lines: pl.DataFrame, campaign: Campaign | None) -> tuple[list[Finding], list[int]]:
    """What is said of each refused line, in order, and its block. `refused` may bring `addends` and `sum`."""
    told = refused.join(lines.select("line", "block", "sheet", "row"), on="line", maintain_order="left").sort("line")
    findings, places = [], []
    for row in told.iter_rows(named=True):
        values: dict[str, Any] = {"text": row["text"] or "", "column": row["heading"] or ""}
        if row["rule"] == "date_outside_campaign" and campaign is not None:
            values |= {"campaign": campaign.name, "polling": campaign.election_date.isoformat()}
        elif row["rule"] == "shifted_cells":
            values |= {"addends": row["addends"], "sum": row["sum"]}
        elif row["rule"] == "region_code_disagrees":
            values |= {"code": row["code"]}
        findings.append(refusal(row["rule"], row["sheet"], row["row"], row["heading"], **values))
        places.append(row["block"])
    return findings, places


def waiting_lines(lines: pl.DataFrame, refused: pl.DataFrame, desk: Desk) -> pl.DataFrame:
    """The lines that wait for an answer; a refused one waits for nothing."""
    waiting = desk.waiting().select("block_id", "row").unique()
    is_open = (pl.col("region_status") == "open") | (pl.col("unit_status") == "open")
    asked = lines.join(waiting, on=["block_id", "row"], how="semi", maintain_order="left").select("line")
    held = pl.concat([asked, lines.filter(pl.col("is_waiting") | is_open).select("line")]).unique(maintain_order=True)
    return held.join(refused, on="line", how="anti", maintain_order="left")


def _said(rule: str, row: Mapping[str, Any], block: Block) -> tuple[int | None, str | None, str]:
    """Column, heading and text that a rule about a row speaks of."""
    columns = block.of(*_COLUMNS.get(rule, ()))
    column = columns[0] if columns else None
    if column is not None and column.field is Field.DATE:
        column = next((one for one in columns if one.heading == row["day_heading"]), day_column(block))
    text = {
        Field.REGION: row[text_of(Field.REGION)]
        or (register.name_of(row["region_code"]) if row["region_code"] else row[text_of(Field.REGION_CODE)]),
        Field.REGION_CODE: row[text_of(Field.REGION_CODE)],
        Field.OPD: row["name"],
        Field.DATE: row["day_stated"] or (row["day_high"].isoformat() if row["day_high"] else None),
        Field.EMPLOYEE_TYPE: row[text_of(Field.EMPLOYEE_TYPE)],
        Field.TIER: row[text_of(Field.TIER)],
    }.get(_COLUMNS.get(rule, (Field.NOTE,))[0])
    if rule == "region_code_disagrees":
        text = row[text_of(Field.REGION)]
    return column.index if column else None, column.heading if column else None, text or ""
