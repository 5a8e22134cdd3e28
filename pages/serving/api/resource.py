"""What a route is made of: its question, the shape of its rows, and the function from frames to those rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from i18n import Text
from pages.serving.api.parameters import Question
from warehouse.frames import Frames
from warehouse.vocabulary import Audience

Record = dict[str, Any]
Path = tuple[str, ...]
"""Where a cell of a flat table is in a record: `("date", "low")`."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer before it is written: how many rows there are, and any stretch of them in their one order.

    `about` is what `meta` says of the answer beside what it says of every one. `columns`: those of the flat form.
    """

    total: int
    rows: Callable[[slice], list[Record]]
    columns: tuple[Path, ...]
    about: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing that can be fetched. `answer` raises NotFound and BadInput for words that the figures do not know.

    `identity` names a record (a code, an id; null = it has none), `place` the region whose point stands for it.
    """

    name: str
    summary: str
    description: str
    question: type[Question]
    row: type[BaseModel]
    meta: type[BaseModel]
    answer: Callable[[Frames, Any, Audience, Text], Found]
    identity: Callable[[Record], str | None]
    place: Callable[[Record], str | None]


def columns(row: type[BaseModel], *, above: Path = ()) -> tuple[Path, ...]:
    """The flat columns of a row: a value in a value is a column of its own, `date.low` is `date_low`."""
    found: list[Path] = []
    for name, described in row.model_fields.items():
        inner = _model(described.annotation)
        found += columns(inner, above=(*above, name)) if inner else [(*above, name)]
    return tuple(found)


def cell(record: Mapping[str, Any], path: Path) -> Any:
    """The value of a flat column; several values are one text, parted by `; `."""
    value: Any = record
    for name in path:
        if isinstance(value, list):
            value = [one[name] for one in value]
        elif value is not None:
            value = value.get(name)
    return "; ".join("" if one is None else str(one) for one in value) if isinstance(value, list) else value


def _model(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, alone, in a list or beside null; null = the field is a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {list, Union, UnionType}:
        return next((inner for inner in map(_model, get_args(annotation)) if inner), None)
    return None
