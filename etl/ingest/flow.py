"""The effects around the flow: a file is read, the store asked what it holds, and what came of it saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from catalogue import memory as remembering
from catalogue.uploads import Upload
from etl.ingest.assemble import assemble, campaigns_of
from etl.ingest.desk import NAMES, ONE_FILE, question_kind
from etl.ingest.units import approvals
from etl.ingest.values import Memory, Outcome, Preview, Progress, Request
from etl.recognise import recognise
from etl.recognise.layout import FileKind
from etl.roster.known import known_people
from etl.sources.tabular import DEFAULT, Limits, Workbook, read, read_path
from i18n import N_
from warehouse.store import Store

_READING, _RECOGNISING, _CHECKING, _SAVING = (
    N_("Reading the file"),
    N_("Recognising tables and columns"),
    N_("Checking rows and names"),
    N_("Saving"),
)


def preview(
    store: Store,
    data: bytes | Path,
    request: Request,
    *,
    now: dt.datetime,
    progress: Progress | None = None,
    limits: Limits = DEFAULT,
) -> Preview:
    """What would happen if the file were saved now; writes nothing.

    `data` is the file's bytes, or where they are: then a text file beyond the limit of workbooks is taken for a roster
    and streamed. `progress` is told each step. Raises BadInput for what cannot be
    read or an answer that is none, NotFound for an unknown region or campaign or a store without data.
    """
    from etl.roster.large import is_large_text, preview_large  # here: it is made of this package's steps

    tell = progress or _nothing
    if isinstance(data, Path) and data.stat().st_size > limits.file and is_large_text(data):
        newest = store.latest().number
        large = preview_large(store, data, request, _memory(store, request), now=now, tell=tell)
        return replace(large, tables=_without_known_refusals(store, large.tables), snapshot=newest)
    tell(_READING, 0.0)
    workbook = _read(data, request, limits)
    frames = store.frames()
    tell(_RECOGNISING, 0.4)
    known = _memory(store, request)
    campaigns = campaigns_of(frames)
    recognition = recognise(
        workbook, kind=request.kind, region=request.region, campaigns=campaigns, answers=request.answers
    )
    if before := known.answers.get(recognition.layout):
        answers = {**before, **request.answers}
        recognition = recognise(
            workbook, kind=request.kind, region=request.region, campaigns=campaigns, answers=answers
        )
    tell(_CHECKING, 0.6)
    people = known_people(store) if recognition.kind is FileKind.ROSTER else None
    found = assemble(workbook, recognition, request, frames, known, now=now, people=people)
    tell(_CHECKING, 1.0)
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    tables = _without_known_refusals(store, found.tables)
    return replace(found, tables=tables, size=size, snapshot=frames.snapshot.number)


def save(store: Store, preview: Preview, *, now: dt.datetime, all_or_nothing: bool = False) -> Outcome:
    """Save the good rows of a preview as one batch, and remember the answers. `all_or_nothing`: only if all are good.

    Where nothing is new, or `all_or_nothing` meets a row that is not good, the outcome has no batch. Raises what
    `Store.load` raises: Conflict too, where other data was saved since the preview.
    """
    latest = store.latest().number
    if all_or_nothing and not preview.is_clean:
        return Outcome(preview, None, latest)
    request = preview.request
    batch = None
    if preview.tables:
        loaded = store.load(
            preview.tables,
            kind="ingest",
            name=request.name,
            by=request.by,
            content_sha256=preview.sha256,
            now=now,
            upload=Upload(request.name, preview.sha256, preview.size, now, request.sender),
            upon=preview.snapshot,
        )
        latest = loaded.snapshot.number
        batch = loaded.snapshot.batch.batch_id if loaded.is_new else None
    _remember(store, preview, now)
    return Outcome(preview, batch, latest)


def ingest(
    store: Store,
    data: bytes | Path,
    request: Request,
    *,
    now: dt.datetime,
    dry_run: bool = False,
    all_or_nothing: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """A file through the whole flow; `dry_run`: up to the preview. Raises like `preview` and `save`."""
    found = preview(store, data, request, now=now, progress=progress)
    if dry_run:
        return Outcome(found, None, store.latest().number)
    (progress or _nothing)(_SAVING, 1.0)
    return save(store, found, now=now, all_or_nothing=all_or_nothing)


def _nothing(_step: str, _share: float) -> None:
    pass


def _read(data: bytes | Path, request: Request, limits: Limits) -> Workbook:
    answers = {key: answer for key, answer in request.answers.items() if isinstance(answer, str)}
    if isinstance(data, Path):
        return read_path(data, limits=limits, answers=answers)
    return read(data, request.name, limits=limits, answers=answers)


def _memory(store: Store, request: Request) -> Memory:
    with store.catalogue.reading() as session:
        answers = remembering.remembered(session, request.sender) if request.sender else {}
        return Memory(remembering.approved_names(session), answers)


def _without_known_refusals(store: Store, tables: Mapping[str, pl.DataFrame]) -> Mapping[str, pl.DataFrame]:
    """The tables without refused rows that are on record already, from wherever in a file they came."""
    if "refused" not in tables:
        return tables
    fresh = tables["refused"].join(store.table("refused"), on="refused_id", how="anti", maintain_order="left")
    others = {name: frame for name, frame in tables.items() if name != "refused"}
    return others if fresh.is_empty() else {**others, "refused": fresh}


def _remember(store: Store, preview: Preview, now: dt.datetime) -> None:
    """Keep the answers that hold beyond this file: what a name stands for, and how a sender's form is to be read."""
    request = preview.request
    names = list(approvals(request.answers, store.table("opd")))
    lasting = {
        question: answer
        for question, answer in request.answers.items()
        if question_kind(question) not in ONE_FILE | NAMES
    }
    if not names and not (lasting and request.sender):
        return
    with store.catalogue.writing() as session:
        for kind, key, within, code in names:
            remembering.approve_name(session, kind=kind, key=key, within=within, code=code, by=request.by, at=now)
        if lasting and request.sender:
            remembering.remember(
                session, sender=request.sender, layout=preview.layout, given=lasting, by=request.by, at=now
            )
