"""The encoding of an article: certain, or refused. A wrong guess would change the words that prove a claim."""

from __future__ import annotations

import codecs
import re

from etl.sources.child.fault import Fault

_SIGNED = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_NEVER_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WINDOWS_MARKS = b"\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa7\xa9\xab\xae\xb0\xb1\xb7\xbb"
"""What of Windows-1252 is quotation marks, dashes and signs: letters in every other old encoding, and no letter of
Indonesian is beyond ASCII."""

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
BROKEN = "\ufffd"
"""What stands for bytes that are no character."""

_WINDOWS = frozenset({"cp1252", "iso8859-1", "ascii"})
"""What browsers read as Windows-1252."""


def decode(data: bytes) -> str:
    """A plain text. Raises Fault for what is no text, or in no encoding that is certain."""
    text = _certain(data)
    if text is not None:
        return text
    if _NEVER_TEXT.search(data):
        raise Fault("unknown_kind")
    raise Fault("broken_text", line=_broken_line(data))


def decode_page(data: bytes) -> tuple[str, bool]:
    """A web page, and whether it is whole. Where it is not, the broken places are U+FFFD: most are cut descriptions
    outside the article, and only the article has to be whole."""
    text = _certain(data)
    if text is not None:
        return text, True
    declared = _DECLARED.search(data, 0, _HEAD)
    try:
        codec = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
        text = data.decode("cp1252" if codec in _WINDOWS else codec, errors="replace")
    except (LookupError, UnicodeError):  # an encoding that nobody knows, or that is none of text
        text = data.decode("utf-8", errors="replace")
    return text, BROKEN not in text


def _certain(data: bytes) -> str | None:
    """The text where its encoding is beyond doubt."""
    for mark, codec, name in _SIGNED:
        if data.startswith(mark):
            try:
                return data.decode(codec)
            except UnicodeDecodeError as error:
                raise Fault("wrong_encoding", encoding=name) from error
    if b"\0" in data:
        return _unsigned_wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252") if data.translate(None, _WINDOWS_MARKS).isascii() else None


def _unsigned_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of most text is zero."""
    if len(data) % 2:
        return None
    little = data[1::2].count(0) > data[::2].count(0)
    try:
        text = data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _broken_line(data: bytes) -> int:
    """The first line that is not UTF-8, from 1."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1
