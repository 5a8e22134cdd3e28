"""Documents that wait for a person: kept beside the store until they are confirmed or discarded, or forgotten.

A review is one JSON file in a folder under a random name; nothing a stranger wrote becomes a path. This is the only
place where an article's text is kept, and only while it waits.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from etl.disk import write_whole
from etl.extract.values import Extraction
from etl.reconcile import FIELDS, is_value
from etl.review.copies import Kept, signature_of
from etl.review.sources import facts_of, unreadable
from etl.review.values import Choice, Decision, Review, SourceFacts
from etl.review.wire import plain, typed
from i18n import N_, BadInput, NotFound
from warehouse.lock import only_writer

KEPT = dt.timedelta(days=90)
"""How long a document waits: about the length of a campaign."""

_ID = re.compile(r"[0-9a-f]{32}")
_ASIDE = "aside-"
_FILE, _LOCK = "review.json", "lock"
_WAIT_SECONDS = 10


class Reviews:
    """The documents that wait beside a store, in `reviews` in its folder."""

    def __init__(self, store: Path) -> None:
        self._folder = store / "reviews"

    def put(self, extraction: Extraction, *, by: str, now: dt.datetime) -> str:
        """Let a document wait. Returns the review's id, which nobody can guess; the same file again has the same id.

        Raises BadInput where the document could not be read, or this cannot be written. Those older than KEPT go.
        """
        document = extraction.document
        if document.error:
            raise unreadable(document, document.path)
        self.clean(now)
        with self._alone():
            waiting = next((one for one in self.all() if one.document.sha256 == document.sha256), None)
            if waiting is not None and waiting.review_id is not None:
                return waiting.review_id
            review = Review(extraction, facts_of(document), secrets.token_hex(16), by, now)
            aside = self._folder / f"{_ASIDE}{review.review_id}"
            try:
                aside.mkdir(mode=0o700)
                write_whole(aside / _FILE, _to_json(review))
                aside.rename(self._folder / str(review.review_id))
            except OSError as error:
                raise _unwritable(self._folder, error) from error
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        return str(review.review_id)

    def open(self, review_id: str) -> Review:
        """A document that waits, with what was decided so far. Raises NotFound, also for what is no id."""
        if not _ID.fullmatch(review_id):
            raise _gone()
        try:
            return _from_json(review_id, (self._folder / review_id / _FILE).read_bytes())
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise _gone() from error

    def all(self) -> tuple[Review, ...]:
        """Every document that waits, the longest waiting first."""
        found = []
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            try:
                found.append(self.open(path.name))
            except NotFound:  # the lock, one that is being written, or was discarded meanwhile
                continue
        return tuple(sorted(found, key=lambda review: (str(review.put_at), str(review.review_id))))

    def decide(
        self,
        review_id: str,
        index: int,
        field: str,
        choice: Choice | None,
        value: str | None = None,
        *,
        reason: str | None = None,
    ) -> Review:
        """Keep a decision on one field of one event; `choice` null takes it back. A newer one replaces the older.

        `value`: canonical, for CORRECT only. Raises NotFound, and BadInput for a value that the field cannot hold.
        """
        if field not in FIELDS or (choice is Choice.CORRECT and not (value and is_value(FIELDS[field], value))):
            raise BadInput(
                N_("“{value}” is no value of this field."),
                next_step=N_("Write it like this: {example}"),
                value=value or "",
                example=FIELDS[field].example if field in FIELDS else "",
            )
        given = (
            None if choice is None else Decision(choice, value if choice is Choice.CORRECT else None, reason or None)
        )

        def change(review: Review) -> Review:
            rest = {key: one for key, one in review.decisions.items() if key != (index, field)}
            return replace(review, decisions=rest if given is None else {**rest, (index, field): given})

        return self._change(review_id, index, change)

    def place(self, review_id: str, index: int, event_id: str | None) -> Review:
        """Keep which ceremony of the store an event is: NEW_EVENT = none, null = as proposed. Raises NotFound."""

        def change(review: Review) -> Review:
            rest = {key: one for key, one in review.events.items() if key != index}
            return replace(review, events=rest if event_id is None else {**rest, index: event_id})

        return self._change(review_id, index, change)

    def describe(self, review_id: str, source: SourceFacts) -> Review:
        """Keep what is known of the document as a source. Raises NotFound."""
        return self._change(review_id, None, lambda review: replace(review, source=source))

    def discard(self, review_id: str) -> None:
        """Let a document go, its text with it. It is gone for everybody before its bytes are. Raises NotFound."""
        self.open(review_id)
        aside = self._folder / f"{_ASIDE}{secrets.token_hex(16)}"
        try:
            (self._folder / review_id).rename(aside)
        except OSError as error:
            raise _gone() from error
        shutil.rmtree(aside, ignore_errors=True)

    def clean(self, now: dt.datetime) -> None:
        """Let go what is older than KEPT, and what a process that died left half written."""
        for review in self.all():
            if review.review_id and review.put_at and now - review.put_at > KEPT:
                self.discard(review.review_id)
        for path in self._folder.glob(f"{_ASIDE}*"):
            if now.timestamp() - path.stat().st_mtime > dt.timedelta(days=1).total_seconds():
                shutil.rmtree(path, ignore_errors=True)

    def kept(self) -> tuple[Kept, ...]:
        """The signatures of the documents that wait, to find copies among them."""
        return tuple(
            Kept(signature_of(one.document.text), one.document.sha256, review_id=one.review_id) for one in self.all()
        )

    def _change(self, review_id: str, index: int | None, change: Callable[[Review], Review]) -> Review:
        with self._alone():  # two people may decide on two fields at once
            review = self.open(review_id)
            if index is not None and not 0 <= index < len(review.extraction.events):
                raise _gone()
            changed = change(review)
            write_whole(self._folder / review_id / _FILE, _to_json(changed))
        return changed

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        with only_writer(self._folder / _LOCK, _WAIT_SECONDS):
            yield


def _gone() -> NotFound:
    return NotFound(N_("This review is not there any more."), next_step=N_("Send the article again."))


def _unwritable(folder: Path, error: OSError) -> BadInput:
    return BadInput(
        N_("The article cannot be kept for review ({reason})."),
        where=str(folder),
        next_step=N_("Check the free disk space and the folder's permissions."),
        reason=error.strerror,
    )


def _to_json(review: Review) -> bytes:
    document: dict[str, Any] = plain(replace(review, decisions={}))
    document["decisions"] = [
        {"index": index, "field": field, "decision": plain(one)} for (index, field), one in review.decisions.items()
    ]
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _from_json(review_id: str, text: bytes) -> Review:
    told = json.loads(text)
    return Review(
        extraction=typed(Extraction, told["extraction"]),
        source=typed(SourceFacts, told["source"]),
        review_id=review_id,
        put_by=told["put_by"],
        put_at=typed(dt.datetime, told["put_at"]),
        decisions={(one["index"], one["field"]): typed(Decision, one["decision"]) for one in told["decisions"]},
        events={int(index): str(event_id) for index, event_id in told["events"].items()},
    )
