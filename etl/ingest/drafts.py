"""Files that a person has begun to bring in and left: kept beside the store until they are resumed, or forgotten.

A list of people is never kept: what it is about is known only after it was recognised, so a file is kept after its
preview. A draft is a folder under a random name, `file` and `request.json` in it; nothing a stranger wrote, the file's
name least of all, becomes a path.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from etl.disk import write_whole
from etl.ingest.values import Preview, Request
from etl.recognise.layout import Answer, FileKind
from i18n import N_, BadInput, Damaged, NotFound

KEPT = dt.timedelta(days=30)
"""How long a draft waits."""

_ID = re.compile(r"[0-9a-f]{32}")
_ASIDE = "aside-"
_FILE, _REQUEST = "file", "request.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that waits: what was asked for with it so far, its kind, size in bytes and digest, and since when."""

    draft_id: str
    request: Request
    kind: FileKind
    bytes: int
    sha256: str
    kept_at: dt.datetime


class Drafts:
    """The drafts beside a store, in `drafts` in its folder."""

    def __init__(self, store: Path) -> None:
        self._folder = store / "drafts"

    def keep(self, data: bytes, found: Preview, *, now: dt.datetime) -> str:
        """Keep a file and what was asked for with it. Returns the draft's id, which nobody can guess.

        `found` is what became of the file just now. Raises BadInput where one of its tables lists people, and where it
        cannot be written. Drafts older than KEPT go.
        """
        request = found.request
        if found.lists_people or request.kind is FileKind.ROSTER:
            raise BadInput(
                N_("A list of people is never kept: it would leave names and NIP on this PC."),
                next_step=N_("Finish it now, or send it again later."),
            )
        self.clean(now)
        draft = Draft(secrets.token_hex(16), request, found.kind, len(data), hashlib.sha256(data).hexdigest(), now)
        aside = self._folder / f"{_ASIDE}{draft.draft_id}"
        self._make(aside)
        try:
            write_whole(aside / _FILE, data)
            write_whole(aside / _REQUEST, _to_json(draft))
            aside.rename(self._folder / draft.draft_id)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return draft.draft_id

    def open(self, draft_id: str) -> tuple[bytes, Request]:
        """The file and the request as it stands. Who resumes it says anew who asks and where they may write: the
        caller replaces `by` and `scope`. Raises NotFound, and Damaged where the file is not what was kept."""
        draft = self.one(draft_id)
        try:
            data = (self._folder / draft_id / _FILE).read_bytes()
        except OSError as error:
            raise _gone() from error
        if hashlib.sha256(data).hexdigest() != draft.sha256:
            raise Damaged(
                N_("The draft of {name} was changed since it was kept."),
                next_step=N_("Discard it and send the file again."),
                name=draft.request.name,
            )
        return data, draft.request

    def one(self, draft_id: str) -> Draft:
        """What is known of a draft without its file. Raises NotFound, also for what is no id."""
        if not _ID.fullmatch(draft_id):
            raise _gone()
        try:
            return _from_json(draft_id, (self._folder / draft_id / _REQUEST).read_bytes())
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise _gone() from error

    def answer(self, draft_id: str, answers: Mapping[str, Answer]) -> Request:
        """Add answers by question id to those given; a newer one replaces the older. Raises NotFound, BadInput."""
        draft = self.one(draft_id)
        request = replace(draft.request, answers={**draft.request.answers, **answers})
        return self.change(draft_id, request)

    def change(self, draft_id: str, request: Request) -> Request:
        """Keep another request with the file. Raises NotFound, and BadInput where it cannot be written."""
        draft = self.one(draft_id)
        write_whole(self._folder / draft_id / _REQUEST, _to_json(replace(draft, request=request)))
        return request

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the newest first."""
        found = []
        for path in self._folder.iterdir() if self._folder.is_dir() else ():
            try:
                found.append(self.one(path.name))
            except NotFound:  # one that is being written, or was discarded meanwhile
                continue
        return tuple(sorted(found, key=lambda draft: draft.kept_at, reverse=True))

    def discard(self, draft_id: str) -> None:
        """Let a draft go. It is gone for everybody before its bytes are. Raises NotFound."""
        self.one(draft_id)
        aside = self._folder / f"{_ASIDE}{secrets.token_hex(16)}"
        try:
            (self._folder / draft_id).rename(aside)
        except OSError as error:
            raise _gone() from error
        shutil.rmtree(aside, ignore_errors=True)

    def clean(self, now: dt.datetime) -> None:
        """Let go what is older than KEPT, and what a process that died left half written."""
        for draft in self.all():
            if now - draft.kept_at > KEPT:
                self.discard(draft.draft_id)
        for path in self._folder.glob(f"{_ASIDE}*"):
            if now.timestamp() - path.stat().st_mtime > dt.timedelta(days=1).total_seconds():
                shutil.rmtree(path, ignore_errors=True)

    @staticmethod
    def _make(folder: Path) -> None:
        try:
            folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise BadInput(
                N_("The file cannot be kept for later ({reason})."),
                where=str(folder.parent),
                next_step=N_("Check the free disk space and the folder's permissions."),
                reason=error.strerror,
            ) from error


def _gone() -> NotFound:
    return NotFound(N_("This draft is not there any more."), next_step=N_("Send the file again."))


def _to_json(draft: Draft) -> bytes:
    request = draft.request
    return json.dumps(
        {
            "kind": draft.kind,
            "bytes": draft.bytes,
            "sha256": draft.sha256,
            "kept_at": draft.kept_at.isoformat(),
            "request": {name: getattr(request, name) for name in Request.__dataclass_fields__ if name != "answers"},
            "answers": dict(request.answers),
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def _from_json(draft_id: str, text: bytes) -> Draft:
    kept: dict[str, Any] = json.loads(text)
    given = kept["request"]
    request = Request(
        **{
            **given,
            "kind": FileKind(given["kind"]) if given["kind"] else None,
            "scope": None if given["scope"] is None else tuple(given["scope"]),
            "answers": {key: one if isinstance(one, str) else tuple(one) for key, one in kept["answers"].items()},
        }
    )
    kept_at = dt.datetime.fromisoformat(kept["kept_at"])
    return Draft(draft_id, request, FileKind(kept["kind"]), kept["bytes"], kept["sha256"], kept_at)
