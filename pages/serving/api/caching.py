"""How an answer is kept: a strong ETag that names the question and its state, and how long it may be believed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from email.utils import format_datetime

from indicators.suppression import threshold
from pages.serving.api.accept import Form
from pages.serving.api.parameters import Question
from pages.serving.api.state import State
from warehouse.vocabulary import Audience

HOUR = 60 * 60


def etag(state: State, resource: str, question: Question, form: Form, edition: str, *, packed: bool) -> str:
    """The ETag of an answer, known before the answer is computed.

    `edition` stands for the code: another one may define an indicator anew, or write the same rows otherwise.
    `packed`: the client takes gzip, and what is compressed on the way is another representation.
    """
    snapshot = state.frames.snapshot
    about = [
        edition,
        snapshot.number,
        snapshot.taken_at.isoformat(),
        state.frames.is_simulated,
        state.audience,
        threshold(state.audience),
        state.t.language,
        resource,
        form,
        # addresses in the answer name the snapshot, however it was asked for
        sorted(question.link(**{"as-of": state.pinned}).items()),
    ]
    digest = hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32]
    return f'"{digest}-gzip"' if packed else f'"{digest}"'


def is_known(tag: str, header: str | None) -> bool:
    """True where If-None-Match names the ETag (weak comparison, RFC 9110 section 13.1.2) or any."""
    if header is None:
        return False
    return header.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in header.split(",")}


def headers(state: State, tag: str) -> Mapping[str, str]:
    """What a cache is told. The newest is asked for again each time.

    A named snapshot never changes, but the Ikrar that computes from it may: an answer is believed for an hour, then
    its ETag says in a few bytes whether it is still the same.
    """
    shared = "public" if state.audience is Audience.PUBLIK else "private"
    kept = f"{shared}, no-cache" if state.per.number is None else f"{shared}, max-age={HOUR}"
    return {
        "ETag": tag,
        "Cache-Control": kept,
        "Last-Modified": format_datetime(state.frames.snapshot.taken_at, usegmt=True),
        "Vary": "Accept, Accept-Language",
    }
