"""The effects behind the page: files looked at, answered, kept as editions, editions removed.

A file waits in this process alone, for the session that sent it: its publisher may forbid keeping copies.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.runtime.scriptrunner import get_script_run_ctx

from etl import boundaries
from etl.boundaries import Provenance
from etl.sources.boundaries import Asked, Reading, read
from geo.boundaries.editions import Edition, editions, in_force
from i18n import N_, NotFound
from pages import stores
from warehouse.shelf import Shelf

_FILES = Shelf(places=2)
"""Of all sessions together: a file may have tens of megabytes."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that was looked at, with the answers so far."""

    data: bytes
    answers: Mapping[str, str]
    reading: Reading


def receive(data: bytes, name: str) -> str:
    """Look at a file that has just come; its id in the link. Nothing is saved. Raises BadInput."""
    return _wait(Waiting(data, {}, read(data, name, Asked())))


def look(file_id: str) -> Waiting:
    """A file that waits. Raises NotFound once it has gone."""
    return _FILES.get(_key(file_id), _gone)


def answer(file_id: str, answers: Mapping[str, str]) -> str:
    """Look again with more answers; the new id. Raises BadInput."""
    before = look(file_id)
    together = {**before.answers, **answers}
    return _wait(Waiting(before.data, together, read(before.data, before.reading.name, Asked(answers=together))))


def keep(file_id: str, said: Provenance, by: str, *, partial: bool) -> Edition:
    """Put a file's boundaries into force. Raises BadInput where something stands in the way."""
    reading = look(file_id).reading
    if obstacle := boundaries.obstacle(reading, partial=partial):
        raise obstacle
    return boundaries.keep(stores.store_path(), reading, said, by=by, now=dt.datetime.now(dt.UTC))


def remove(edition_id: str) -> None:
    """Take an edition away. Raises NotFound where it has gone already."""
    boundaries.remove(stores.store_path(), edition_id)


def kept() -> tuple[tuple[Edition, ...], Edition | None]:
    """Every edition, oldest first, and the one in force. Raises Damaged."""
    path = stores.store_path()
    return editions(path), in_force(path)


def _wait(waiting: Waiting) -> str:
    file_id = secrets.token_urlsafe(12)
    _FILES.get(_key(file_id), lambda: waiting)
    return file_id


def _key(file_id: str) -> tuple[object, ...]:
    context = get_script_run_ctx()
    return stores.store_path(), file_id, context.session_id if context else None


def _gone() -> Waiting:
    raise NotFound(N_("This file is not here any more."), next_step=N_("Send it again."))
