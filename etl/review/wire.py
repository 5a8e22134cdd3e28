"""Our frozen values as JSON and back, by their own annotations: nothing but these types can come out of a file."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_DAY = "day"


def plain(value: Any) -> Any:
    """A value as JSON takes it. A day among loose values is `{"day": "2023-11-24"}`."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, dt.datetime | dt.date):
        return {_DAY: value.isoformat()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def typed(kind: type[T], told: Any) -> T:
    """A value of a type from its JSON. Raises ValueError, KeyError or TypeError for what is none."""
    found: T = _typed(kind, told)
    return found


def _typed(kind: Any, told: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        if told is None:
            return None
        (kind,) = (each for each in get_args(kind) if each is not type(None))
        return _typed(kind, told)
    if origin is tuple:
        return _tuple(get_args(kind), told)
    if origin is not None and issubclass(origin, Mapping) if isinstance(origin, type) else False:
        keys, values = get_args(kind)
        return {_typed(keys, key): _typed(values, each) for key, each in told.items()}
    if origin is Literal:
        return _one_of(get_args(kind), told)
    return _single(kind, told)


def _tuple(kinds: tuple[Any, ...], told: Any) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_typed(kinds[0], each) for each in told)
    return tuple(_typed(each, one) for each, one in zip(kinds, told, strict=True))


def _one_of(allowed: tuple[Any, ...], told: Any) -> Any:
    if told not in allowed:
        raise ValueError(told)
    return told


def _single(kind: Any, told: Any) -> Any:
    """A value of a class: one of ours, a word, a moment, a day, or as JSON has it."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{each.name: _typed(hints[each.name], told[each.name]) for each in fields(kind)})  # type: ignore[operator]  # a dataclass is a class here
    if kind is object:
        return _loose(told)
    if issubclass(kind, Enum):
        return kind(told)
    if issubclass(kind, dt.date):
        return kind.fromisoformat(told[_DAY])
    if not isinstance(told, kind):
        raise TypeError(type(told).__name__)
    return told


def _loose(told: Any) -> object:
    if isinstance(told, dict):
        return dt.date.fromisoformat(told[_DAY])
    return tuple(_loose(each) for each in told) if isinstance(told, list) else told
