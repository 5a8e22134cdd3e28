"""CSV: for every program, or as Indonesian Excel opens it. What looks like a formula stays text.

A text that a spreadsheet would calculate gets an apostrophe in front; `unguarded` takes it away again, and nothing
else. The same where a part of it would begin a cell for a program that guesses the wrong separator, as Indonesian Excel
does with commas. Numbers are written as numbers, so that a negative one gets none.

Of the two forms the one for Indonesian Excel keeps codes in the same way: 33.10 would be a time of day there, or 3310.
Other programs are told by `datapackage.json` that it is text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from briefings.stamp import Stamp
from briefings.table import Table
from exports.data.fields import fields, rows
from i18n import Text

_STARTS = "=+\\-@＝＋－＠"
"""What begins a formula; some programs take the wide forms for the narrow ones."""

_DROPPED, _BETWEEN = r"\t\r\n", r"[,;\t\r\n]"
_FORMULA = rf"""(^["']*)(?=[{_STARTS}{_DROPPED}])|({_BETWEEN}["']*)(?=[{_STARTS}])"""
_GUARDED = rf"""(^["']*)'(?=[{_STARTS}{_DROPPED}])|({_BETWEEN}["']*)'(?=[{_STARTS}])"""
"""A place where a cell may begin, quotes that would be dropped, then the formula; and the same with our apostrophe."""

_CODE = re.compile(r"'*\d+(\.\d+)*")
"""A text that Indonesian Excel reads as a number or a time, and one that looks as if it had our apostrophe."""

_QUOTED = frozenset('",;\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029')
"""What some program or other takes for the end of a cell or of a line."""

MARK = "\ufeff"
"""Without it spreadsheets read UTF-8 as something else."""


def csv(table: Table, stamp: Stamp, t: Text, *, semicolon: bool = False) -> bytes:
    """A table as CSV in UTF-8, keys as its header: commas and decimal points, or semicolons and decimal commas."""
    keys = [field.key for field in fields(table, t)]
    return csv_text(keys, rows(table, stamp), semicolon=semicolon).encode()


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[object]], *, semicolon: bool = False) -> str:
    """Rows as CSV with a byte-order mark: null = an empty cell, an empty text = a pair of quotes, days in ISO 8601."""
    between = ";" if semicolon else ","
    lines = ((_cell(value, semicolon=semicolon) for value in row) for row in (headings, *rows))
    return MARK + "".join(f"{between.join(line)}\r\n" for line in lines)


def guarded(text: str, *, semicolon: bool = False) -> str:
    """The text as no program calculates it or a part of it, nor takes it for a number."""
    if semicolon and _CODE.fullmatch(text):
        return f"'{text}"
    return re.sub(_FORMULA, lambda found: f"{found[0]}'", text)


def unguarded(text: str, *, semicolon: bool = False) -> str:
    """The text that `guarded` was given."""
    if semicolon and _CODE.fullmatch(text):
        return text.removeprefix("'")
    return re.sub(_GUARDED, lambda found: found[0][:-1], text)


def _cell(value: object, *, semicolon: bool) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return repr(value).replace(".", ",") if semicolon else repr(value)
        case int() | dt.date():
            return str(value)
    text = guarded(str(value), semicolon=semicolon)
    return text if text and not _QUOTED & set(text) else '"' + text.replace('"', '""') + '"'
