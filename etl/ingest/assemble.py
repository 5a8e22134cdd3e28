"""The pure middle: recognised tables, what the store holds and what people approved → verdicts and rows to load."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from etl.ingest.campaign import campaigns_of
from etl.ingest.ceremonies import judge_events
from etl.ingest.counts import judge_counts
from etl.ingest.desk import Desk
from etl.ingest.judge import Judged
from etl.ingest.lines import text_of
from etl.ingest.rosters import judge_rosters
from etl.ingest.settle import Settled, settle
from etl.ingest.sources import new_units, refused_rows, source_id_of, source_row
from etl.ingest.units import NEW, narrowed
from etl.ingest.values import ROWS, Memory, Preview, Request, Verdict
from etl.recognise.layout import WAITING, Field, FileKind, Recognition
from etl.roster import without_people
from etl.roster.known import KnownPeople
from etl.sources.tabular import Question, Workbook
from geo import register
from warehouse.frames import Frames

__all__ = ["assemble", "campaigns_of"]


def assemble(
    workbook: Workbook,
    recognition: Recognition,
    request: Request,
    frames: Frames,
    memory: Memory,
    *,
    now: dt.datetime,
    people: KnownPeople | None,
) -> Preview:
    """What saving the recognised file would do. One verdict a data row, whatever happens. Pure.

    `people`: who is counted already, for a roster (of which no cell goes on); null for any other file. Raises BadInput
    for an answer that is none, NotFound for an unknown region or campaign.
    """
    blocks = recognition.blocks
    desk = Desk(request.answers, memory.answers.get(recognition.layout))
    settled = settle(recognition, workbook.questions, request, frames, memory=memory, desk=desk)
    source_id = source_id_of(workbook, request)
    if recognition.kind is FileKind.ROSTER and people is not None:
        judged = judge_rosters(blocks, settled, request, frames, desk=desk, source_id=source_id, known=people)
    elif recognition.kind is FileKind.EVENTS:
        judged = judge_events(recognition, settled, request, frames, desk=desk, source_id=source_id)
    else:
        judged = judge_counts(blocks, settled, request, frames, desk=desk, source_id=source_id, today=now.date())
    shown = without_people(recognition)
    rows = _rows(judged, settled, frames, recognition.kind)
    refused = rows.filter(pl.col("verdict") == Verdict.REFUSED.value)
    waiting = _waiting(recognition, workbook, desk, settled)
    waiting = waiting.join(refused, on=["block_id", "row"], how="anti", maintain_order="left")
    tables = tables_of(judged, settled, recognition, workbook, request, source_id=source_id, now=now)
    return Preview(
        request=request,
        sha256=workbook.sha256,
        kind=recognition.kind,
        region=request.region or _one_region(settled),
        campaign=settled.campaign.campaign_id if settled.campaign else request.campaign,
        layout=recognition.layout,
        blocks=shown.blocks,
        set_aside=shown.set_aside,
        rows=rows,
        figures=judged.figures,
        warnings=tuple(judged.warnings),
        refusals=tuple(judged.refusals),
        questions=_questions(recognition, workbook, desk, waiting, settled),
        waiting=waiting,
        tables=tables,
    )


def _rows(judged: Judged, settled: Settled, frames: Frames, kind: FileKind) -> pl.DataFrame:
    told = settled.lines.join(judged.verdicts, on="line", maintain_order="left")
    is_settled = (pl.col("unit_status") == "known") & (pl.col("region_status") == "known")
    if kind is FileKind.ROSTER:
        stated = pl.lit(None, pl.String())
    else:
        stated = pl.coalesce("name", text_of(Field.REGION), text_of(Field.REGION_CODE))
        is_settled &= pl.col("verdict") != Verdict.HELD.value
    names = {**dict(frames.opd.select("opd_id", "name").iter_rows()), **settled.units.new}
    names |= {code: register.name_of(code) for code in told["region_code"].drop_nulls().unique()}
    unit = pl.col("unit_id").replace_strict(names, default=None, return_dtype=pl.String)
    told = told.with_columns(unit=pl.when(is_settled).then(unit), unit_stated=stated)
    return told.select(pl.col(name).cast(kind) for name, kind in ROWS.items())


def _one_region(settled: Settled) -> str | None:
    """The region of a file that speaks of one only."""
    codes = settled.lines["region_code"].drop_nulls().unique()
    return str(codes[0]) if len(codes) == 1 else None


def _questions(
    recognition: Recognition, workbook: Workbook, desk: Desk, waiting: pl.DataFrame, settled: Settled
) -> tuple[Question, ...]:
    """Those of reading, of recognising, and of this flow, each once; only where a row still waits for it."""
    awaited = set(waiting["question_id"])
    every = [*workbook.questions, *recognition.questions, *desk.questions]
    found = {question.id: _recounted(question, waiting) for question in every if question.id in awaited}
    if NEW in found:
        lines = settled.lines.join(waiting.filter(question_id=NEW), on=["block_id", "row"], how="semi")
        found[NEW] = narrowed(settled.units, lines)
    return tuple(found.values())


def _recounted(question: Question, waiting: pl.DataFrame) -> Question:
    """The question with the number of rows that wait for it in the end: refused ones wait for nothing."""
    if "count" not in question.values:
        return question
    return replace(question, values={**question.values, "count": waiting.filter(question_id=question.id).height})


def _waiting(recognition: Recognition, workbook: Workbook, desk: Desk, settled: Settled) -> pl.DataFrame:
    places = settled.lines.select("block_id", "row")
    unread = [
        places.select(pl.lit(question.id).alias("question_id"), "block_id", "row") for question in workbook.questions
    ]
    parts = [pl.DataFrame(schema=WAITING), *unread, recognition.waiting.select(list(WAITING)), desk.waiting()]
    return pl.concat(parts).unique(maintain_order=True)


def tables_of(
    judged: Judged,
    settled: Settled,
    recognition: Recognition,
    workbook: Workbook,
    request: Request,
    *,
    source_id: str,
    now: dt.datetime,
) -> Mapping[str, pl.DataFrame]:
    """All rows to load, by table; a table without rows is left out, and all are where nothing would change."""
    used = {
        opd_id
        for frame in judged.tables.values()
        if "opd_id" in frame.columns
        for opd_id in frame["opd_id"].drop_nulls()
    }
    made = new_units(settled.units, used, source_id)
    refused = refused_rows(judged.refusals, judged.places, recognition.blocks, recognition.kind, workbook.sha256)
    claims = [frame for frame in (judged.tables.get("claim"), made["claim"]) if frame is not None]
    tables = {**judged.tables, **made, "claim": pl.concat(claims), "refused": refused}
    if any(frame.height for name, frame in tables.items() if name != "refused"):
        tables["source"] = source_row(source_id, workbook, recognition.kind, request, now)
    return {name: frame for name, frame in tables.items() if frame.height}
