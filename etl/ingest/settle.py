"""Each row's where, whose and when, settled or asked: what all kinds of files share. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from etl.clean.dates import Campaign
from etl.ingest import words
from etl.ingest.campaign import allows, campaign_asked, campaigns_of, settle_campaign
from etl.ingest.days import day_rows
from etl.ingest.desk import Desk
from etl.ingest.figures import MEASURES
from etl.ingest.lines import lines_of, text_of
from etl.ingest.places import place_rows
from etl.ingest.units import Units, unit_rows
from etl.ingest.values import Memory, Request
from etl.recognise.layout import Block, Field, FileKind, Recognition
from etl.sources.tabular import Question
from warehouse.frames import Frames

_TEXT_IS_CERTAIN = frozenset({"column"})
"""Kinds of recognising's questions that leave the texts of a row as they are: names are asked at the same time."""


@dataclass(frozen=True, slots=True)
class Settled:
    """`lines`: those of `lines_of` with DAYS, `region_code`, `region_status`, `opd_id`, `unit_id`, `name`,
    `unit_status`, `employee_type` and `tier` as far as a row or its table says them, `method`, and `is_waiting` for
    what recognising asks. `measure_days`: MEASURE_DAYS; where such a date breaks a rule, the line's `day_stated` and
    `day_heading` are that date's."""

    lines: pl.DataFrame = field(repr=False)
    measure_days: pl.DataFrame = field(repr=False)
    units: Units
    campaign: Campaign | None


def settle(
    recognition: Recognition,
    unread: Sequence[Question],
    request: Request,
    frames: Frames,
    *,
    memory: Memory,
    desk: Desk,
) -> Settled:
    """`unread`: questions of reading the file; while there are any, every row waits for them."""
    blocks = recognition.blocks
    lines = _waiting(lines_of(blocks), recognition, unread)
    campaigns = campaigns_of(frames)
    campaign = campaign_asked(request.campaign, campaigns)
    days, measure_days = day_rows(lines, blocks, campaign, desk)
    if request.campaign is None:
        campaign = settle_campaign(recognition, campaigns, lines, days, desk)
    lines = _with_faults(lines.join(days, on="line", how="left", maintain_order="left"), measure_days)
    places = place_rows(lines, blocks, request, memory, desk)
    lines = lines.join(places, on="line", how="left", maintain_order="left")
    units = unit_rows(lines, blocks, request, memory, desk=desk, opd=frames.opd)
    lines = lines.join(units.rows, on="line", how="left", maintain_order="left")
    lines = _words(lines, blocks).with_columns(unit_id=pl.coalesce("opd_id", "region_code"))
    fits = {place: _fits(block, recognition.kind) for place, block in enumerate(blocks)}
    counted = {
        place: block.kind not in _COUNTS or bool(block.of(*MEASURES[block.kind])) for place, block in enumerate(blocks)
    }
    lines = lines.with_columns(
        kind_fits=pl.col("block").replace_strict(fits, default=True, return_dtype=pl.Boolean),
        is_counted=pl.col("block").replace_strict(counted, default=True, return_dtype=pl.Boolean),
    )
    return Settled(_allowed(lines, measure_days, campaign, blocks), measure_days, units, campaign)


_COUNTS = frozenset({FileKind.HEADCOUNT, FileKind.SIGNATURES})


def _fits(block: Block, kind: FileKind) -> bool:
    """True where a table is read with a file of that kind: headcounts and signatures are read together."""
    if kind is FileKind.ROSTER:
        return block.kind is kind and bool(block.of(Field.NIP))
    return block.kind is kind or {block.kind, kind} <= _COUNTS


def _waiting(lines: pl.DataFrame, recognition: Recognition, unread: Sequence[Question]) -> pl.DataFrame:
    """Add `is_waiting` (recognising or reading has an open question about the line) and `is_held` (one that leaves its
    text uncertain)."""
    kinds = {question.id: question.kind for question in recognition.questions}
    uncertain = [one for one, kind in kinds.items() if kind not in _TEXT_IS_CERTAIN]
    by_row = recognition.waiting.group_by("block_id", "row").agg(
        is_waiting=pl.lit(value=True), is_held=pl.col("question_id").is_in(uncertain).any()
    )
    found = lines.join(by_row, on=["block_id", "row"], how="left", maintain_order="left")
    return found.with_columns(pl.col("is_waiting", "is_held").fill_null(value=False) | pl.lit(bool(unread)))


def _words(lines: pl.DataFrame, blocks: Sequence[Block]) -> pl.DataFrame:
    """Employee type, tier and method as words of the vocabulary."""
    given_type = {place: block.given.employee_type for place, block in enumerate(blocks)}
    given_tier = {place: block.given.tier for place, block in enumerate(blocks)}
    has_type = {place: bool(block.of(Field.EMPLOYEE_TYPE)) for place, block in enumerate(blocks)}
    read = lines.with_columns(
        read_type=words.read_words(lines[text_of(Field.EMPLOYEE_TYPE)], words.employee_type),
        read_tier=words.read_words(lines[text_of(Field.TIER)], words.tier),
        method=words.read_words(lines[text_of(Field.METHOD)], words.method),
    )
    of_block_type = pl.col("block").replace_strict(given_type, default=None, return_dtype=pl.String)
    of_block_tier = pl.col("block").replace_strict(given_tier, default=None, return_dtype=pl.String)
    expects_type = (
        pl.col("block").replace_strict(has_type, default=False, return_dtype=pl.Boolean) & of_block_type.is_null()
    )
    return read.with_columns(
        employee_type=pl.coalesce("read_type", of_block_type),
        tier=pl.coalesce("read_tier", of_block_tier),
        type_is_read=~(expects_type & pl.col("read_type").is_null()),
        tier_is_read=pl.col(text_of(Field.TIER)).is_null() | pl.col("read_tier").is_not_null(),
        day_is_read=pl.col("day_rule").is_null(),
    )


def _with_faults(lines: pl.DataFrame, measure_days: pl.DataFrame) -> pl.DataFrame:
    """The lines with what is wrong with the dates of their measures, where the row's own date is fine."""
    wrong = measure_days.filter(pl.col("day_rule").is_not_null() | pl.col("is_weekday_wrong"))
    return _spoken_of(lines, wrong, pl.col("day_rule").is_null() & ~pl.col("is_weekday_wrong")).with_columns(
        day_rule=pl.coalesce("day_rule", "own_day_rule"),
        is_weekday_wrong=pl.col("is_weekday_wrong") | pl.col("own_is_weekday_wrong").fill_null(value=False),
    )


def _spoken_of(lines: pl.DataFrame, wrong: pl.DataFrame, is_fine: pl.Expr) -> pl.DataFrame:
    """The lines where `is_fine` with the print and heading of the wrong date of a measure; `own_…`: what it is."""
    kept = ["day_rule", "is_weekday_wrong", "day_stated", "day_heading"]
    first = wrong.unique("line", maintain_order=True).select("line", pl.col(kept).name.prefix("own_"))
    if "day_heading" not in lines.columns:
        lines = lines.with_columns(day_heading=pl.lit(None, pl.String))
    joined = lines.drop("^own_.*$").join(first, on="line", how="left", maintain_order="left")
    return joined.with_columns(
        pl.when(is_fine).then(pl.coalesce(f"own_{name}", name)).otherwise(name).alias(name)
        for name in ("day_stated", "day_heading")
    )


def _allowed(
    lines: pl.DataFrame, measure_days: pl.DataFrame, campaign: Campaign | None, blocks: Sequence[Block]
) -> pl.DataFrame:
    """Add `day_is_allowed`: people on a payroll may be counted on any day, pledges not."""
    if campaign is None:
        return lines.with_columns(day_is_allowed=pl.lit(value=True))
    of_people = [place for place, block in enumerate(blocks) if block.kind is FileKind.HEADCOUNT]
    spans = pl.concat([each.select("day_low", "day_high") for each in (lines, measure_days)]).drop_nulls().unique()
    wrong = [(low, high) for low, high in spans.iter_rows() if not allows(campaign, low, high)]
    frame = pl.DataFrame(wrong, schema={"day_low": pl.Date(), "day_high": pl.Date()}, orient="row")
    joined = lines.join(
        frame.with_columns(day_is_allowed=pl.lit(value=False)),
        on=["day_low", "day_high"],
        how="left",
        maintain_order="left",
    )
    judged = joined.with_columns(pl.col("day_is_allowed").fill_null(value=True) | pl.col("block").is_in(of_people))
    outside = measure_days.join(frame, on=["day_low", "day_high"], how="semi", maintain_order="left")
    is_outside = pl.col("line").is_in(outside["line"].to_list())
    return _spoken_of(judged, outside, pl.col("day_is_allowed")).with_columns(
        day_is_allowed=pl.col("day_is_allowed") & ~is_outside
    )
