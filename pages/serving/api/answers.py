"""A question of a state becomes an answer: known already, kept from before, or made now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from pages.serving.api import caching, forms, paging
from pages.serving.api.accept import MEDIA_TYPES, Form
from pages.serving.api.meta import SAMPLE_LABEL
from pages.serving.api.parameters import Question
from pages.serving.api.resource import Found, Record, Resource
from pages.serving.api.state import State
from warehouse.shelf import Shelf

_MADE: Final = Shelf(places=16)
"""The answers given last. A table of every OPD is some 3 MB, and the seconds it takes are taken once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer follows from: the same of these gives the same bytes. `path` is the one asked, without query."""

    path: str
    resource: Resource
    question: Question
    form: Form


def answer(request: Request, asked: Asked, state: State, edition: str) -> Response:
    """The answer with what caches and readers are told. Raises NotFound and BadInput."""
    packed = "gzip" in request.headers.get("accept-encoding", "")
    tag = caching.etag(state, asked.resource.name, asked.question, asked.form, edition, packed=packed)
    kept = {**caching.headers(state, tag), **_stamp(state)}
    if caching.is_known(tag, request.headers.get("if-none-match")):
        return Response(status_code=304, headers=kept)
    body, more = _MADE.get((tag, asked.path), lambda: _made(asked, state))
    return Response(body, 200, {**kept, **more})


def _made(asked: Asked, state: State) -> tuple[bytes, Mapping[str, str]]:
    """The bytes, and the headers that say what they hold."""
    resource, form = asked.resource, asked.form
    found = resource.answer(state.frames, asked.question, state.audience, state.t)
    part = paging.stretch(asked.question, form)
    rows = found.rows(part)
    links = paging.links(asked.path, asked.question, part, found.total, state.pinned)
    meta = _meta(state, found, part, rows, links)
    body = forms.written(form, resource, found, rows=rows, meta=meta, points=_points(state))
    name = f"ikrar-{'contoh-' if state.frames.is_simulated else ''}{resource.name}-{state.pinned}.{form}"
    return body, {
        **_indicator(found),
        "Link": paging.header(links),
        "Ikrar-Total": str(found.total),
        "Content-Language": state.t.language,
        "Content-Type": MEDIA_TYPES[form] + ("; charset=utf-8" if form is Form.CSV else ""),
        "Content-Disposition": f'{"attachment" if form is Form.CSV else "inline"}; filename="{name}"',
    }


def _meta(state: State, found: Found, part: slice, rows: list[Record], links: Mapping[str, str]) -> dict[str, Any]:
    """`meta` of an answer, as `Meta` describes it."""
    snapshot, simulated = state.frames.snapshot, state.frames.is_simulated
    return {
        "snapshot": snapshot.number,
        "taken_at": snapshot.taken_at.isoformat(),
        "as_of": state.day.isoformat(),
        "simulated": simulated,
        "label": SAMPLE_LABEL if simulated else None,
        "audience": state.audience,
        "language": state.t.language,
        "total": found.total,
        "count": len(rows),
        "offset": part.start,
        "limit": None if part.stop is None else part.stop - part.start,
        "next": links.get("next"),
        "permalink": links["self"],
        **found.about,
    }


def _stamp(state: State) -> dict[str, str]:
    """The same in short, as headers: for forms that have no room for it."""
    label = {"Ikrar-Label": SAMPLE_LABEL} if state.frames.is_simulated else {}
    return {"Ikrar-Snapshot": str(state.frames.snapshot.number), "Ikrar-As-Of": state.day.isoformat(), **label}


def _indicator(found: Found) -> dict[str, str]:
    definition = found.about.get("indicator")
    return {"Ikrar-Indicator": f"{definition['name']}; version={definition['version']}"} if definition else {}


def _points(state: State) -> dict[str, forms.Point]:
    """Label points of all regions that have one, by code."""
    placed = state.frames.region.select("code", "longitude", "latitude").drop_nulls()
    return {code: (longitude, latitude) for code, longitude, latitude in placed.iter_rows()}
