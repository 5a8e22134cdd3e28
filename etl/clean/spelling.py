"""Text as people meant to type it: one kind of space, quote and dash, no invisible characters. Pure.

Unicode's compatibility forms are resolved where that changes only the look (full width, ligatures); superscripts,
fractions and circled figures stay, because `12¹` is a footnote and not one hundred and twenty-one.
"""

from __future__ import annotations

import re
import unicodedata

import polars as pl

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u02bb\u02bd\u2032\u00b4\u0060"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"

_LOOK_ONLY = frozenset({"<wide>", "<narrow>", "<small>", "<compat>", "<font>", "<noBreak>"})
"""Kinds of Unicode decomposition that change how a character looks and not what it says."""

_HIDDEN = frozenset({"Cf", "Cc"})
"""Categories of characters that print nothing: format (zero width, soft hyphen, byte order mark) and control."""

_PRINTABLE = r"^[!-~]+(?: [!-~]+)*$"
"""Text that is clean when it holds no backtick: printable ASCII with single spaces inside."""


def clean_text(text: str) -> str:
    """The text on one line, in composed Unicode, with plain spaces, quotes and hyphens; nothing at its ends.

    Cleaning twice changes nothing. Offsets are not kept: it is for a cell or a phrase, not for an article.
    """
    return re.sub(" +", " ", unicodedata.normalize("NFC", text.translate(_TABLE))).strip(" ")


def clean_column(column: pl.Series) -> pl.Series:
    """`clean_text` of every value; null stays null. Only the values that need it leave Polars."""
    dirty = column.filter(~column.str.contains(_PRINTABLE) | column.str.contains("`", literal=True)).unique()
    if dirty.is_empty():
        return column
    cleaned = [clean_text(value) for value in dirty]
    return column.replace_strict(dirty, pl.Series(cleaned, dtype=pl.String), default=column)


def has_hidden(column: pl.Series) -> pl.Series:
    """True where a value holds characters that print nothing, or no-break and other odd spaces; null where it is null.

    Spaces at the ends and line breaks inside a cell are usual and do not count.
    """
    return column.str.contains(r"[\p{Cf}\p{Zl}\p{Zp}]|[\p{Zs}--\x20]")


class _Table(dict[int, str]):
    """What a character becomes, by code point, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        mapped = _mapped(char)
        # A character may become one that is itself replaced: `＇` (full width) an apostrophe, `﹣` a minus.
        self[point] = mapped if mapped == char else "".join(self[ord(part)] for part in mapped)
        return self[point]


_TABLE = _Table()


def _mapped(char: str) -> str:
    for kept, looks in (("'", _APOSTROPHES), ('"', _QUOTES), ("-", _DASHES)):
        if char in looks:
            return kept
    category = unicodedata.category(char)
    if category[0] == "Z" or char.isspace():
        return " "
    if category in _HIDDEN:
        return ""
    kind, _, _ = unicodedata.decomposition(char).partition(" ")
    return unicodedata.normalize("NFKC" if kind in _LOOK_ONLY else "NFC", char)
