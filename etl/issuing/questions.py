"""Questions as they are kept on record, and back: an indicator and what its scope says beyond the defaults."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from briefings.finding import Query
from indicators.scope import Scope
from warehouse.vocabulary import Audience

_DAYS = frozenset({"as_of", "since", "until"})


def kept(query: Query) -> dict[str, str]:
    """A question as plain values: `indicator`, and each field of its scope that is not the default."""
    said = {field.name: getattr(query.scope, field.name) for field in fields(Scope)}
    default = {field.name: field.default for field in fields(Scope)}
    return {"indicator": query.indicator} | {name: str(value) for name, value in said.items() if value != default[name]}


def read(values: Mapping[str, Any]) -> Query:
    """The question that was kept. Raises ValueError or TypeError for what `kept` did not write."""
    given = dict(values)
    indicator = given.pop("indicator", None)
    if not isinstance(indicator, str):
        raise TypeError("a question without an indicator")
    return Query(indicator, Scope(**{name: _value(name, value) for name, value in given.items()}))


def _value(name: str, value: str) -> Any:
    if name == "audience":
        return Audience(value)
    return dt.date.fromisoformat(value) if name in _DAYS else value
