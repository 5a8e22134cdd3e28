"""What all workbooks that we write have in common: text stays text, nothing touches the disk."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

# Annotated, but its package lacks the marker that says so. Only here: the other exporters take the names from us.
from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

__all__ = [
    "ROWS",
    "Book",
    "Format",
    "Percent",
    "Value",
    "Worksheet",
    "lay_across",
    "number_format",
    "put",
    "sheet_names",
    "writing",
]

ROWS = 1_048_576
"""Rows that a worksheet can hold."""

_OPTIONS = {
    # Rows of a roster go through here: no temporary files.
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TEXT = 32_767
_WHOLE = 2**53
_NAME = 31
_A4 = 9
_FIRST_DAY = dt.date(1900, 3, 1)
"""Excel takes 1900 for a leap year: numbers of days before March of it mean different days to different programs."""


class Percent(float):
    """A fraction that is shown as a percentage: 0.665 as 66,5 %."""


class _Exact(float):
    """A number that is written to its last digit: the library rounds to sixteen, and some need seventeen."""

    def __format__(self, spec: str, /) -> str:
        whole = int(self) if self.is_integer() and abs(self) < _WHOLE else None
        return repr(float(self)) if whole is None else str(whole)


Value = str | float | dt.date | dt.datetime | dt.time | None
"""What a cell holds; null = blank."""


@contextmanager
def writing(buffer: BytesIO, now: dt.datetime) -> Iterator[Book]:
    """A workbook that is in the buffer when this ends. `now` is what its properties call the time it was made."""
    workbook = Book(buffer, _OPTIONS)
    workbook.set_properties({"author": "Ikrar", "created": now.replace(tzinfo=None)})
    yield workbook
    workbook.close()


def lay_across(sheet: Worksheet) -> None:
    """Print the sheet on A4 across, as wide as the paper."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def number_format(value: Value) -> str | None:
    """How a value has to be shown to read as it did; null = as the program likes."""
    match value:
        case dt.datetime():
            return "yyyy-mm-dd hh:mm:ss"
        case dt.date():
            return "yyyy-mm-dd"
        case dt.time():
            return "hh:mm:ss"
        case Percent():
            return "0.00%"
        case float() | int() if abs(value) >= 1e11 and value == int(value):
            return "0"  # else it is shown as 1,99E+17
    return None


def put(sheet: Worksheet, row: int, column: int, value: Value, shape: Format | None = None) -> None:
    """Write a value into the cell (both from 0) as what it is: a text never becomes a formula, a link or a number."""
    match value:
        case None | "":
            if shape is not None:
                sheet.write_blank(row, column, None, shape)
        case str():
            sheet.write_string(row, column, value[:_TEXT], shape)
        case dt.datetime() | dt.date() if not _has_number(value):
            sheet.write_string(row, column, value.isoformat(), shape)
        case dt.datetime() | dt.date() | dt.time():
            sheet.write_datetime(row, column, value, shape)
        case _:
            sheet.write_number(row, column, _Exact(value), shape)


def sheet_names(names: Sequence[str | None]) -> list[str]:
    """Names that a workbook accepts, unique whatever their case, as near to the wanted ones as can be. Null = Data."""
    taken: set[str] = set()
    return [
        _unused(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name or "Data").strip(" '") or "Data", taken) for name in names
    ]


def _unused(name: str, taken: set[str]) -> str:
    found, number = name[:_NAME].rstrip(" '"), 1
    while found.casefold() in taken or found.casefold() == "history":  # Excel keeps that name for itself
        number += 1
        tail = f" ({number})"
        found = name[: _NAME - len(tail)] + tail
    taken.add(found.casefold())
    return found


def _has_number(day: dt.date) -> bool:
    return (day.date() if isinstance(day, dt.datetime) else day) >= _FIRST_DAY
