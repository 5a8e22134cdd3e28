"""The OpenAPI 3.1 document: made from the routes, their parameters and the models of their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, Field, create_model
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute

from pages.serving.api.accept import MEDIA_TYPES, Form
from pages.serving.api.problems import MEDIA_TYPE, Problem
from pages.serving.api.resource import Resource

_FEATURE: Any = Literal["Feature"]

NAMES = {Form.JSON: "JSON", Form.CSV: "CSV", Form.GEOJSON: "GeoJSON"}

_ABOUT = """Where Indonesia's civil servants have pledged neutrality, who has signed, and how sure anyone can be of it.

The same figures as on the pages and from the command `ikrar`, withheld from the same readers. Every answer names the
snapshot that it shows; `as-of` asks for an older one. The form is chosen by suffix (`.json`, `.csv`, `.geojson`) or by
`Accept`. Answers come in pages (`limit`, `offset`; Link headers by RFC 8288 lead on and stay with one snapshot); a CSV
without `limit` has every row. Each answer has a strong ETag. A parameter that a route does not know is refused. An
underscore in a parameter's name is read as a hyphen."""

_HEADERS = {
    "ETag": "Names the question and the state that answers it; send it back as If-None-Match.",
    "Last-Modified": "When the snapshot was taken.",
    "Link": "Addresses of the first, previous, next and last rows (RFC 8288), of the same snapshot.",
    "Ikrar-Snapshot": "Number of the snapshot that answers.",
    "Ikrar-As-Of": "Day of the data.",
    "Ikrar-Total": "Rows that answer the question.",
}
_LABEL = {"Ikrar-Label": "`DATA CONTOH` where the figures are simulated; else absent."}
_PROBLEMS = {
    404: "There is no such region, election, snapshot or indicator.",
    406: "None of the forms that `Accept` names.",
    422: "A parameter cannot be used or is not known; each is named.",
    429: "Too many questions at once; ask again in a moment.",
    500: "A fault of ours, logged under a code.",
    503: "Nothing has been loaded yet, or a stored file is damaged.",
}


def responses(resource: Resource, forms: Sequence[Form]) -> dict[int | str, dict[str, Any]]:
    """What a route may answer. Only one that reads `Accept` can miss the form."""
    found: dict[int | str, dict[str, Any]] = {
        200: {
            "description": f"{resource.summary}.",
            "content": {MEDIA_TYPES[form]: {"schema": _schema(resource, form)} for form in forms},
            "headers": {**_described(_HEADERS, required=True), **_described(_LABEL, required=False)},
        },
        304: {"description": "The same as what If-None-Match names."},
    }
    problem = {"content": {MEDIA_TYPE: {"schema": _ref(Problem.__name__)}}}
    for status, said in _PROBLEMS.items():
        if status != 406 or len(forms) > 1:
            found[status] = {"description": said, **problem}
    return found


def document(routes: Sequence[BaseRoute], resources: Sequence[Resource], path: str) -> dict[str, Any]:
    """The whole document."""
    found = get_openapi(
        title="Ikrar: data API",
        version="1",
        summary="Regions, ceremonies, figures and sources",
        description=_ABOUT,
        routes=routes,
        servers=[{"url": path}],
    )
    models: list[type[BaseModel]] = [
        Problem,
        *(_model(resource, form) for resource in resources for form in (Form.JSON, Form.GEOJSON)),
    ]
    # as read, not as written: what has a default may be absent
    _, schemas = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/components/schemas/{model}"
    )
    found.setdefault("components", {}).setdefault("schemas", {}).update(schemas["$defs"])
    return found


def _schema(resource: Resource, form: Form) -> dict[str, Any]:
    return {"type": "string"} if form is Form.CSV else _ref(_name(resource, form))


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _name(resource: Resource, form: Form) -> str:
    return resource.name.capitalize() + ("Features" if form is Form.GEOJSON else "")


def _described(headers: dict[str, str], *, required: bool) -> dict[str, Any]:
    return {
        name: {"description": said, "required": required, "schema": {"type": "string"}}
        for name, said in headers.items()
    }


class Point(BaseModel):
    """Longitude and latitude, degrees (WGS 84)."""

    type: Literal["Point"]
    coordinates: tuple[float, float]


def _model(resource: Resource, form: Form) -> type[BaseModel]:
    """The shape of a whole answer."""
    row: Any = resource.row
    if form is Form.JSON:
        return _made(resource, form, resource.description, {"meta": resource.meta, "rows": list[row]})
    feature: Any = create_model(
        f"{resource.name.capitalize()}Feature",
        type=(_FEATURE, ...),
        id=(str, Field(default="", description="Code or id; absent where the row has none.")),
        geometry=(Point | None, ...),
        properties=(row, ...),
    )
    about = f"{resource.description} GeoJSON by RFC 7946, with `meta` beside the features."
    fields = {"type": Literal["FeatureCollection"], "meta": resource.meta, "features": list[feature]}
    return _made(resource, form, about, fields)


def _made(resource: Resource, form: Form, about: str, fields: Mapping[str, Any]) -> type[BaseModel]:
    needed: dict[str, Any] = {name: (shape, ...) for name, shape in fields.items()}
    return create_model(_name(resource, form), __doc__=about, **needed)
