"""The application under `/api/v1`: four routes in three forms, and the document that describes them."""

# No `from __future__ import annotations`: FastAPI reads the annotations of functions made in a loop.

import hashlib
import json
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, cast

from fastapi import FastAPI, Query
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from i18n import LANGUAGES, IkrarError, text
from indicators import DEFINITIONS
from pages.serving.api import accept, answers, caching, coverage, description, events, problems, regions, sources
from pages.serving.api.accept import Form
from pages.serving.api.answers import Asked
from pages.serving.api.methods import ALLOWED, Methods
from pages.serving.api.parameters import Question
from pages.serving.api.resource import Resource
from pages.serving.api.state import opened

PATH = "/api/v1"
RESOURCES = (regions.RESOURCE, events.RESOURCE, coverage.RESOURCE, sources.RESOURCE)


def _endpoint(resource: Resource, suffix: Form | None) -> Callable[..., Response]:
    """The function of one route. FastAPI runs it in a thread: figures never hold up the pages' event loop."""

    def answer(request: Request, question: Annotated[Question, Query()]) -> Response:
        form = suffix or accept.form(request.headers.get("accept"))
        if form is None:
            return problems.of_status(406, request.url.path, accept.words(request))
        asked = Asked(request.url.path, resource, question, form)
        return answers.answer(request, asked, opened(question, accept.words(request)), edition())

    answer.__annotations__["question"] = Annotated[resource.question, Query()]
    return answer


async def _on_parameters(request: Request, error: Exception) -> Response:
    faults = cast("RequestValidationError", error).errors()
    name = request.url.path.removeprefix(f"{PATH}/").split(".")[0]
    question = next(resource.question for resource in RESOURCES if resource.name == name)
    return problems.of_parameters(faults, question.names(), request.url.path, accept.words(request))


async def _on_status(request: Request, error: Exception) -> Response:
    fault = cast("HTTPException", error)
    if fault.status_code == 405:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=ALLOWED)
        return problems.of_status(405, request.url.path, accept.words(request), ALLOWED)
    return problems.of_status(fault.status_code, request.url.path, accept.words(request))


async def _on_error(request: Request, error: Exception) -> Response:
    return problems.of_error(cast("IkrarError", error), request.url.path, accept.words(request))


async def _on_mishap(request: Request, error: Exception) -> Response:
    return problems.of_mishap(error, request.url.path, accept.words(request))


def _made() -> FastAPI:
    app = FastAPI(
        title="Ikrar",
        version="1",
        docs_url=None,  # FastAPI's own pages fetch their scripts from another host
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        exception_handlers={
            RequestValidationError: _on_parameters,
            HTTPException: _on_status,
            IkrarError: _on_error,
            Exception: _on_mishap,
        },
    )
    for resource in RESOURCES:
        for suffix in (None, *Form):
            app.add_api_route(
                f"/{resource.name}" + (f".{suffix}" if suffix else ""),
                _endpoint(resource, suffix),
                response_class=Response,
                operation_id=f"{resource.name}{f'_{suffix}' if suffix else ''}",
                summary=resource.summary + (f", as {description.NAMES[suffix]}" if suffix else ""),
                description=resource.description,
                responses=description.responses(resource, (suffix,) if suffix else tuple(Form)),
            )
    app.add_api_route("/", root, include_in_schema=False)
    app.add_api_route("/openapi.json", _openapi, include_in_schema=False)
    return app


def root(_: Request) -> Response:
    """The bare address leads to what can be asked."""
    return RedirectResponse(f"{PATH}/openapi.json", 307)


def _openapi(request: Request) -> Response:
    """`GET /api/v1/openapi.json`: what can be asked and what is answered."""
    body = document_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    kept = {"ETag": tag, "Cache-Control": "public, no-cache"}
    if caching.is_known(tag, request.headers.get("if-none-match")):
        return Response(status_code=304, headers=kept)
    return Response(body, headers=kept, media_type="application/json")


_routes = _made()
api = Methods(_routes)
"""The application below `/api/v1`."""


def mounted() -> list[BaseRoute]:
    """What `app.py` puts beside the pages."""
    return [Route(PATH, root), Mount(PATH, api)]


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return description.document(_routes.routes, RESOURCES, PATH)


@cache
def document_bytes() -> bytes:
    """The OpenAPI document as it is sent."""
    return json.dumps(document(), ensure_ascii=False).encode()


@cache
def edition() -> str:
    """What stands for the code in an ETag: the shape of the answers, and every definition in every language."""
    definitions = [definition.as_dict(text(one)) for definition in DEFINITIONS.values() for one in LANGUAGES]
    return hashlib.sha256(document_bytes() + json.dumps(definitions).encode()).hexdigest()[:16]
