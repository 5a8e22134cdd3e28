"""The encoding of an article: certain, or refused. A wrong guess would change the words that prove a claim."""

from __future__ import annotations

import codecs
import re

from etl.sources.child.fault import Fault
from etl.sources.encoding import WrongMark, is_never_text, told

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
    if is_never_text(data):
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
    try:
        found = told(data)
    except WrongMark as fault:
        raise Fault("wrong_encoding", encoding=fault.encoding) from fault
    if found is not None:
        return found[0]
    if b"\0" in data:
        return None
    return data.decode("cp1252") if data.translate(None, _WINDOWS_MARKS).isascii() else None


def _broken_line(data: bytes) -> int:
    """The first line that is not UTF-8, from 1."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1
