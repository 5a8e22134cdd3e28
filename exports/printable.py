"""Text as documents may hold it."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, TypeVar

from briefings.picture import Picture

_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, halves of characters and no characters at all: XML forbids most, and none has a shape."""

_Value = TypeVar("_Value")


def printable(value: _Value) -> _Value:
    """The value without what no document can show in any of its texts; all else is as it was typed.

    A value is a text, or a frozen dataclass or tuple of values; pictures are left as they are.
    """
    return _printable(value)  # type: ignore[no-any-return]  # what comes in comes out, part by part


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return _NEVER.sub("", value)
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Picture)):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(value, **{name: _printable(getattr(value, name)) for name in names})
    return value
