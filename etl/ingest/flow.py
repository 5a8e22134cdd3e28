"""The effects around the flow: a file is read, the store asked what it holds, and what came of it saved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from catalogue import memory as remembering
from etl.ingest.assemble import assemble, campaigns_of
from etl.ingest.values import Memory, Outcome, Preview, Progress, Request
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

    `data` is the file's bytes, or where they are. `progress` is told each step. Raises BadInput for what cannot be
    read or an answer that is none, NotFound for an unknown region or campaign or a store without data.
    """
    from etl.recognise import recognise

    tell = progress or _nothing
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
    found = assemble(workbook, recognition, request, frames, known, now)
    tell(_CHECKING, 1.0)
    return found


def save(store: Store, preview: Preview, *, now: dt.datetime, all_or_nothing: bool = False) -> Outcome:
    """Save the good rows of a preview as one batch, and remember the answers. `all_or_nothing`: only if all are good.

    Raises what `Store.load` raises.
    """
    raise NotImplementedError


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
