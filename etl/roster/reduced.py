"""Millions of rows name a few thousand units: each is resolved once, as rows of a small table would be. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from etl.clean.spelling import clean_column
from etl.ingest.lines import TEXTS
from etl.ingest.words import employee_type, read_words, tier
from etl.recognise.layout import Block, Field, Given
from etl.roster import nip
from etl.roster.marks import read_marks
from etl.roster.scan import INDEX, Form, mapped
from warehouse.vocabulary import Tier

UNIT = (Field.REGION, Field.REGION_CODE, Field.OPD)
TIERS = pl.Enum([word.value for word in Tier])
WRONG = pl.Enum(["unknown_employee_type", "unknown_tier"])
"""Rules that a record's words may break."""


def reduced(records: pl.DataFrame, block: Block, form: Form) -> tuple[Block, pl.DataFrame]:
    """The block with one row for each unit as written (at the line of its first record, if records are lines), and the
    units: `unit` (as of `unit_of`) and `row`."""
    at = pl.col(INDEX).cast(pl.Int64)
    first = (
        records.select(INDEX, unit=unit_of())
        .with_row_index("place")
        .group_by("unit")
        .agg(pl.col(INDEX, "place").min())
        .sort(INDEX)
        .with_columns(row=at + form.lines_before + 1)
    )
    units = records.select(UNIT)[first["place"]].with_columns(first["row"])
    written = {f"c{form.columns[field]}": pl.col(field).cast(pl.String) for field in UNIT if field in form.columns}
    text = units.select("row", **written)
    kinds = text.with_columns(pl.when(pl.exclude("row").is_not_null()).then(pl.lit("t")).name.keep())
    columns = tuple(one for one in block.columns if one.field not in TEXTS or one.field in UNIT)
    small = replace(block, columns=columns, data_rows=tuple(units["row"]), totals=(), text=text, kinds=kinds)
    return small, first.select("unit", "row")


def unit_of() -> pl.Expr:
    """The unit of a record as written, as one number: the codes of its three words side by side."""
    codes = [pl.col(field).to_physical().cast(pl.UInt64).fill_null(_NO_CODE) for field in UNIT]
    return codes[0] * (_CODES * _CODES) + codes[1] * _CODES + codes[2]


_NO_CODE = 1 << 16
_CODES = _NO_CODE + 1


def people_of(records: pl.DataFrame, units: pl.DataFrame, given: Given, form: Form) -> pl.DataFrame:
    """The records as PEOPLE (`row` is the record's index) with `wrong`, the rule that a word of theirs breaks.

    `units`: `unit` with the `opd_id` (an Enum) and `rule` (an Enum) that it comes to.
    """
    types = _words(records[Field.EMPLOYEE_TYPE], employee_type, nip.TYPES, given.employee_type, "unknown_employee_type")
    tiers = _words(records[Field.TIER], tier, TIERS, given.tier, "unknown_tier")
    pledged, signed = (
        _marks(records[field], form.columns.get(field)) for field in (Field.PLEDGED_MARK, Field.SIGNED_MARK)
    )
    return (
        records.select(
            "person",
            "fault",
            unit=unit_of(),
            row=INDEX,
            employee_type=nip.employee_type(pl.lit(types["word"]), pl.col("is_contract")),
            tier=tiers["word"],
            wrong=pl.coalesce(types["wrong"], tiers["wrong"]),
            column=pl.coalesce(pledged["column"], signed["column"]),
            pledged=pledged["says"],
            signed=signed["says"],
        )
        .join(units, on="unit", how="left", maintain_order="left")
        .drop("unit")
    )


def _words(
    words: pl.Series, read: Callable[[str], str | None], kind: pl.Enum, given: str | None, rule: str
) -> pl.DataFrame:
    """`word` of a vocabulary (what is given where there is none), and `wrong`: the rule that another cell breaks."""

    def one(texts: pl.Series) -> pl.DataFrame:
        found = read_words(clean_column(texts), read)
        is_wrong = found.is_null() & texts.is_not_null()
        return pl.select(
            word=found.fill_null(pl.lit(given, pl.String())).cast(kind),
            wrong=pl.when(is_wrong).then(pl.lit(rule, WRONG)),
        )

    return mapped(words, one)


def _marks(words: pl.Series, index: int | None) -> pl.DataFrame:
    """What each mark `says`, and `column`: the index of its column where it is none."""

    def one(texts: pl.Series) -> pl.DataFrame:
        marks = read_marks(texts)
        return pl.select(says=marks.says, column=pl.when(marks.is_unreadable).then(pl.lit(index, pl.UInt16())))

    return mapped(words, one)
