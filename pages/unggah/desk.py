"""The effects behind the page: files received, kept as drafts, previewed, answered, saved, let go.

A roster is never kept: of it there is only the preview, which holds nobody, on a shelf of this process, under an id
that nobody can guess and for the session that sent it alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from streamlit.runtime.scriptrunner import get_script_run_ctx

from etl.ingest import preview, save
from etl.ingest.drafts import Draft, Drafts
from etl.ingest.refusals import refused_file
from etl.ingest.values import Outcome, Preview, Progress, Request, Verdict
from etl.recognise.layout import Answer
from i18n import N_, BadInput, NotFound, Text
from pages import stores
from warehouse.shelf import Shelf

_PREVIEWS = Shelf(places=6)
"""Of all sessions together; one that has gone is made anew from its draft."""
_OUTCOMES = Shelf(places=64)
_ROSTER = "nominatif-"


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload: its id in the link and what would happen. `is_kept` = it can be resumed from its draft."""

    upload_id: str
    preview: Preview
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving came to: the batch (null = nothing was saved), and the rows of the file by verdict."""

    batch: str | None
    name: str
    counts: Mapping[str, int]


def receive(data: bytes, request: Request, tell: Progress) -> str:
    """Look at a file that has just come; its id. Nothing is saved. Raises like `etl.ingest.preview`."""
    now = _now()
    found = preview(stores.store(sample=False), data, request, now=now, progress=tell)
    if found.lists_people:
        upload_id = f"{_ROSTER}{secrets.token_urlsafe(16)}"
        _PREVIEWS.get(_roster_key(upload_id), lambda: found)
    else:
        upload_id = _drafts().keep(data, found, now=now)
        _PREVIEWS.get(_draft_key(upload_id, request), lambda: found)
    return upload_id


def receive_again(data: bytes, upload: Upload, answers: Mapping[str, Answer], tell: Progress) -> str:
    """A roster's file once more, with answers to its questions. Raises BadInput where it is another file."""
    before = upload.preview.request
    again = replace(before, answers={**before.answers, **answers})
    found = preview(stores.store(sample=False), data, again, now=_now(), progress=tell)
    if found.sha256 != upload.preview.sha256:
        raise _another_file(before.name)
    upload_id = f"{_ROSTER}{secrets.token_urlsafe(16)}"
    _PREVIEWS.get(_roster_key(upload_id), lambda: found)
    return upload_id


def look(upload_id: str, by: str, tell: Progress) -> Upload:
    """An upload as it stands now; `by` is who looks. Raises NotFound for one that has gone."""
    if upload_id.startswith(_ROSTER):
        return Upload(upload_id, _PREVIEWS.get(_roster_key(upload_id), _no_roster), is_kept=False)
    request = replace(_drafts().one(upload_id).request, by=by)

    def make() -> Preview:
        data, _ = _drafts().open(upload_id)
        return preview(stores.store(sample=False), data, request, now=_now(), progress=tell)

    return Upload(upload_id, _PREVIEWS.get(_draft_key(upload_id, request), make), is_kept=True)


def answer(upload_id: str, answers: Mapping[str, Answer]) -> None:
    """Put answers to a draft's questions; the next look takes them."""
    _drafts().answer(upload_id, answers)


def forget_answers(upload_id: str) -> None:
    """Take all answers to a draft's questions back."""
    drafts = _drafts()
    drafts.change(upload_id, replace(drafts.one(upload_id).request, answers={}))


def keep_good(upload: Upload, *, all_or_nothing: bool) -> Saved:
    """Save the good rows, or nothing unless all are good. A draft of which no row waits for a person is let go."""
    done = save(stores.store(sample=False), upload.preview, now=_now(), all_or_nothing=all_or_nothing)
    saved = _saved(done)
    _OUTCOMES.get((upload.upload_id, done.batch), lambda: saved)
    if upload.is_kept and not awaits(upload.preview):
        _drafts().discard(upload.upload_id)
    return saved


def awaits(found: Preview) -> bool:
    """True where some row waits for an answer or a choice: the file is worth keeping. Refused rows come corrected."""
    return bool(found.count(Verdict.HELD) + found.count(Verdict.CONFLICT))


def saved(upload_id: str, batch: str | None) -> Saved | None:
    """What came of saving; null once this process has forgotten it."""

    def forgotten() -> Saved:
        raise LookupError(upload_id)

    try:
        return _OUTCOMES.get((upload_id, batch), forgotten)
    except LookupError:
        return None


def answered_file(upload: Upload, data: bytes | None, t: Text) -> bytes:
    """The file with a verdict beside each row, as XLSX. `data`: a roster's bytes, chosen once more; of a draft null.

    It may hold names and NIP: it goes to the person at the page and is kept nowhere. Raises BadInput for another file.
    """
    if data is None:
        data, _ = _drafts().open(upload.upload_id)
    if hashlib.sha256(data).hexdigest() != upload.preview.sha256:
        raise _another_file(upload.preview.request.name)
    return refused_file(data, upload.preview, t, now=_now())


def unfinished() -> tuple[Draft, ...]:
    """Drafts that wait, newest first."""
    return _drafts().all()


def waits(upload_id: str) -> bool:
    """True where something of the upload is still kept."""
    return any(draft.draft_id == upload_id for draft in unfinished())


def discard(upload_id: str) -> None:
    """Let a draft go; nothing of it stays."""
    _drafts().discard(upload_id)


def _saved(done: Outcome) -> Saved:
    rows = done.preview.rows["verdict"].value_counts()
    return Saved(done.batch, done.preview.request.name, dict(rows.iter_rows()))


def _drafts() -> Drafts:
    return Drafts(stores.store_path())


def _draft_key(upload_id: str, request: Request) -> tuple[object, ...]:
    """A preview holds for who asks, these answers and this snapshot."""
    number = stores.store(sample=False).latest().number
    return stores.store_path(), upload_id, number, request.by, tuple(sorted(request.answers.items()))


def _roster_key(upload_id: str) -> tuple[object, ...]:
    context = get_script_run_ctx()
    return stores.store_path(), upload_id, context.session_id if context else None


def _no_roster() -> Preview:
    raise NotFound(
        N_("This roster is not here any more: a roster is never kept."), next_step=N_("Send the file again.")
    )


def _another_file(name: str) -> BadInput:
    return BadInput(N_("This is another file than before."), next_step=N_("Choose {name} again."), name=name)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
