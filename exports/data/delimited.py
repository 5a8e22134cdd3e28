"""CSV: for every program, or as Indonesian Excel opens it. What looks like a formula stays text.

A text that a spreadsheet would calculate gets an apostrophe in front; `unguarded` takes it away again, and nothing
else. Numbers are written as numbers, so that a negative one has none. A text with either separator stands in quotes: it
cannot break into cells of its own in a program that guesses the wrong one. An empty text has quotes, a null nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from briefings.stamp import Stamp
from briefings.table import Table
from exports.data.fields import Plain, fields, rows
from i18n import Text

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula, or is dropped in front of one; some programs take the wide forms for the narrow ones."""

_SPECIAL = frozenset('",;\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029')
"""What some program or other takes for the end of a cell or of a line."""

MARK = "\ufeff"
"""Without it spreadsheets read UTF-8 as something else."""


def csv(table: Table, stamp: Stamp, t: Text, *, semicolon: bool = False) -> bytes:
    """A table as CSV in UTF-8, keys as its header: commas and decimal points, or semicolons and decimal commas."""
    keys = [field.key for field in fields(table, t)]
    return csv_text(keys, rows(table, stamp), semicolon=semicolon).encode()


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Plain]], *, semicolon: bool = False) -> str:
    """Rows as CSV with a byte-order mark. Null = an empty cell, days as 2024-11-27."""
    between = ";" if semicolon else ","
    lines = ((_cell(value, semicolon=semicolon) for value in row) for row in (headings, *rows))
    return MARK + "".join(f"{between.join(line)}\r\n" for line in lines)


def guarded(text: str) -> str:
    """The text as no program calculates it. One that already begins with apostrophes gets one more."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text


def _cell(value: Plain, *, semicolon: bool) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return repr(value).replace(".", ",") if semicolon else repr(value)
        case int() | dt.date():
            return str(value)
    text = guarded(value)
    return text if text and not _SPECIAL & set(text) else '"' + text.replace('"', '""') + '"'
