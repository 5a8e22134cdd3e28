"""What the bytes of a text say of their own encoding, beyond doubt: a mark at the beginning, or the zeros of UTF-16."""

from __future__ import annotations

import codecs
import re

_SIGNED = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_NEVER_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")


class WrongMark(ValueError):
    """The mark at the beginning names an encoding (`encoding`, for people) that the bytes are not in."""

    def __init__(self, encoding: str) -> None:
        super().__init__(encoding)
        self.encoding = encoding


def told(data: bytes) -> tuple[str, str] | None:
    """The text and its codec, where the bytes themselves tell it; null where they may be in several encodings, or in
    none. Raises WrongMark."""
    for mark, codec, name in _SIGNED:
        if data.startswith(mark):
            try:
                return data.decode(codec), codec
            except UnicodeDecodeError as error:
                raise WrongMark(name) from error
    only = _unsigned(data)
    if only is None:
        return None
    try:
        text = data.decode(only)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, only)


def is_never_text(data: bytes) -> bool:
    """True where the bytes hold what no text in any encoding does."""
    return _NEVER_TEXT.search(data) is not None


def _unsigned(data: bytes) -> str | None:
    """The codec that a text without a mark must be in: in UTF-16 every other byte of most text is zero."""
    if b"\0" not in data:
        return "utf-8"
    if len(data) % 2:
        return None
    return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
