"""What can be fetched, as a value: how many rows of what, and the routes as their OpenAPI document describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from i18n import N_, Text
from indicators import DEFINITIONS
from pages.context import Context
from pages.serving import api
from pages.serving.api import paging
from pages.serving.api.app import RESOURCES, document
from pages.serving.api.resource import Resource

ASKED = {"indicator": "documented_events", "level": "provinsi", "campaign": "semua"}
"""What the examples ask `/coverage` for: a table that has a row for every province in any store."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name in an address, the values it takes (words, or an example of their form), what it does."""

    name: str
    values: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Route:
    """Something that can be fetched. `rows` null = it depends on the question. `csv`: the address of all its rows."""

    path: str
    summary: str
    about: str
    rows: int | None
    csv: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole page. `shared` parameters are those that every route has. `query`: what the examples ask for."""

    routes: tuple[Route, ...]
    shared: tuple[Parameter, ...]
    indicators: int
    query: Mapping[str, str]
    path: str
    description: str

    def rows(self, name: str) -> int:
        """How many rows a route has."""
        return next(route.rows or 0 for route in self.routes if route.path.endswith(f"/{name}"))


def build(context: Context) -> View:
    """The page; filters do not apply to it, the state asked for does."""
    described = document()
    listed = {resource.name: _parameters(described, resource.name, context.t) for resource in RESOURCES}
    shared = tuple(one for one in listed["regions"] if all(one in rows for rows in listed.values()))
    return View(
        routes=tuple(_route(context, resource, listed[resource.name], shared) for resource in RESOURCES),
        shared=shared,
        indicators=len(DEFINITIONS),
        query=ASKED | _state(context),
        path=f"{api.PATH}/coverage",
        description=f"{api.PATH}/openapi.json",
    )


def _route(
    context: Context, resource: Resource, parameters: tuple[Parameter, ...], shared: tuple[Parameter, ...]
) -> Route:
    t, state = context.t, _state(context)
    asked = resource.question.model_validate(state)
    path = f"{api.PATH}/{resource.name}"
    is_figures = resource.name == "coverage"
    found = None if is_figures else resource.answer(context.frames, asked, context.audience, t).total
    every = resource.question.model_validate((ASKED if is_figures else {}) | state).link()
    return Route(
        path=path,
        summary=t(resource.summary),
        about=t(resource.description),
        rows=found,
        csv=paging.address(f"{path}.csv", every),
        parameters=tuple(one for one in parameters if one not in shared),
    )


def _state(context: Context) -> dict[str, str]:
    """The state, data and language of the reader's link as parameters."""
    asked = {"data": "contoh"} if context.sample else {}
    if not context.is_newest:
        asked["as-of"] = str(context.per)
    return asked if context.t.language == "id" else asked | {"bahasa": context.t.language}


def _parameters(described: Mapping[str, Any], name: str, t: Text) -> tuple[Parameter, ...]:
    """The parameters of a route in the words of its description."""
    operation = described["paths"][f"/{name}"]["get"]
    return tuple(
        Parameter(one["name"], _values(one["schema"], described, t), t(one["description"]))
        for one in operation["parameters"]
    )


def _values(schema: Mapping[str, Any], described: Mapping[str, Any], t: Text) -> tuple[str, ...]:
    """The words that a parameter takes; else examples of it, else its form and bounds."""
    if "$ref" in schema:
        return _values(described["components"]["schemas"][schema["$ref"].rsplit("/", maxsplit=1)[1]], described, t)
    if "anyOf" in schema:
        return tuple(value for one in schema["anyOf"] for value in _values(one, described, t))
    if words := schema.get("enum") or ([schema["const"]] if "const" in schema else schema.get("examples")):
        return tuple(map(str, words))
    if schema.get("type") == "integer":
        low, high = (t.number(schema[bound]) for bound in ("minimum", "maximum"))
        return (t(N_("{low} to {high}"), low=low, high=high),)
    return ("2024-09-25",)
