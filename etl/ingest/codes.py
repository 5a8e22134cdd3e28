"""Columns of region codes: Kemendagri or BPS, told apart by the names beside them, not by digits alone. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from etl.ingest.desk import Desk
from etl.ingest.lines import text_of
from etl.recognise.layout import Block, Field
from etl.sources.tabular import Question
from geo import register
from geo.names import resolve_frame
from i18n import N_

SYSTEMS = ("bps", "kemendagri")

_WHICH = N_(
    "The codes in the column “{column}” agree with the names beside them in {bps} rows as BPS codes and in {kemendagri}"
    " rows as Kemendagri codes. Which codes are they?"
)
_BARE = N_("Are the codes in the column “{column}” BPS codes or Kemendagri codes? Both have codes of these digits.")


def code_columns(lines: pl.DataFrame, blocks: Sequence[Block], desk: Desk) -> pl.DataFrame:
    """`line`, `code` (as the Kemendagri code in force; null = none given or not settled) and `code_status` of the rows
    that give a code: known, open (which system?), unknown (no such code). Rows without a code are known."""
    parts = [
        _block(lines.filter(pl.col("block") == place), block, desk)
        for place, block in enumerate(blocks)
        if block.of(Field.REGION_CODE)
    ]
    empty = pl.DataFrame(schema={"line": pl.Int64(), "code": pl.String(), "code_status": pl.String()})
    given = pl.concat([empty, *parts])
    return (
        lines.select("line").join(given, on="line", how="left").with_columns(pl.col("code_status").fill_null("known"))
    )


def _block(lines: pl.DataFrame, block: Block, desk: Desk) -> pl.DataFrame:
    digits = pl.col(text_of(Field.REGION_CODE)).str.replace_all(r"\D", "")
    systems = _systems()
    work = (
        lines.select(
            "line",
            "block_id",
            "row",
            written=pl.col(text_of(Field.REGION_CODE)),
            name=text_of(Field.REGION),
            digits=digits,
        )
        .filter(pl.col("written").is_not_null())
        .join(systems, on="digits", how="left", maintain_order="left")
    )
    system = _system(work, block, desk)
    if system is None:
        return work.select("line", code=pl.lit(None, dtype=pl.String), code_status=pl.lit("open"))
    status = pl.when(pl.col(system).is_null()).then(pl.lit("unknown")).otherwise(pl.lit("known"))
    return work.select("line", code=pl.col(system), code_status=status)


def _systems() -> pl.DataFrame:
    """Digits of every code, and the code in force that they are in each system."""
    regions = register.regions()
    current = pl.coalesce("successor_code", "code")
    kemendagri = regions.select(digits=pl.col("code").str.replace_all(r"\D", ""), kemendagri=current)
    bps = regions.filter(pl.col("successor_code").is_null()).select(digits="bps_code", bps="code").drop_nulls()
    bps = bps.with_columns(pl.col("digits").str.replace_all(r"\D", "")).unique("digits", keep="first")
    return kemendagri.unique("digits").join(bps, on="digits", how="full", coalesce=True)


def _system(work: pl.DataFrame, block: Block, desk: Desk) -> str | None:
    """The system that the codes belong to; null where a person has to say."""
    (column,) = block.of(Field.REGION_CODE)[:1]
    question_id = f"code_system:{block.block_id}:{column.index}"
    answer = desk.answer(question_id, SYSTEMS)
    if answer:
        return answer
    if work["written"].str.contains(r"^\s*\d\d\.\d\d").all():
        return "kemendagri"
    named = resolve_frame(work["name"])["code"]
    agree = {system: int((work[system] == named).sum()) for system in SYSTEMS}
    fits = {system: work[system].null_count() == 0 for system in SYSTEMS}
    counted = named.len() - named.null_count()
    if counted and agree["kemendagri"] == counted:
        return "kemendagri"
    if not counted and fits["kemendagri"] != fits["bps"]:
        return "kemendagri" if fits["kemendagri"] else "bps"
    choices = tuple(sorted(SYSTEMS, key=lambda system: -agree[system]))
    values = {"column": column.heading, **agree}
    text = _WHICH if counted else _BARE
    desk.ask(Question(question_id, "code_system", block.sheet, None, column.index, text, choices, values), work)
    return None
