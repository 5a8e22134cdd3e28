"""What the sheets of a workbook share: title, code and day at the top, print setup, a table that can be filtered."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.stamp import Stamp
from briefings.table import Kind
from exports import way_back
from exports.data.fields import Plain
from exports.xlsx.cells import Book, Worksheet, lay_across, put
from exports.xlsx.looks import Looks
from i18n import Text

FIRST = 4
"""The row (from 0) below title, code and band, where what a sheet holds begins."""

_WIDEST, _NARROWEST = 60, 12
_SHEET, _LEGIBLE = 150, 230
"""Characters across a page: beyond the first, columns get narrower and rows higher; beyond the second, there are more
pages side by side."""

_LINE, _HIGHEST = 15, 400
_LETTER = 0.94
"""A letter's share of the width of a digit, which columns are measured in, with the rest at the end of a line."""

_PER_KIND: dict[Kind, int] = {"count": 11, "decimal": 11, "fraction": 11, "day": 19}


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading, and what its values are."""

    heading: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Page:
    """A workbook that is being written."""

    book: Book
    looks: Looks
    stamp: Stamp
    t: Text

    @classmethod
    def of(cls, book: Book, stamp: Stamp, t: Text) -> Page:
        """The workbook with its formats."""
        return cls(book, Looks(book, t.language), stamp, t)

    def begin(self, sheet: Worksheet, title: str) -> None:
        """Title, code, day of the data, DATA CONTOH where it is, and how the sheet is printed."""
        t, stamp = self.t, self.stamp
        said = f"{stamp.code} · {way_back.day(stamp, t)}"
        put(sheet, 0, 0, title, self.looks("title"))
        sheet.set_row(0, 24)
        put(sheet, 1, 0, said, self.looks("aside"))
        if band := way_back.example(stamp, t):
            put(sheet, 2, 0, band, self.looks("band"))
            sheet.set_header('&C&"Calibri,Bold"DATA CONTOH')
        sheet.set_footer(f"&L{said.replace('&', '&&')}&R{t('Page {page} of {pages}', page='&P', pages='&N')}")
        sheet.hide_gridlines(2)
        lay_across(sheet)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)

    def table(self, sheet: Worksheet, name: str, heads: Sequence[Head], rows: Sequence[Sequence[Plain]]) -> int:
        """A table below the title, as the program's own: named, filtered, its header in sight and on every page.

        `name` is unique in the workbook: letters, digits, underscores. Returns the first free row.
        """
        last = FIRST + max(len(rows), 1)
        columns = [
            {"header": heading, "header_format": self.looks("header" if head.kind in ("text", "day") else "numbers")}
            for heading, head in zip(_distinct(heads), heads, strict=True)
        ]
        sheet.add_table(
            FIRST, 0, last, len(heads) - 1, {"name": name, "columns": columns, "style": "Table Style Light 1"}
        )
        widths = _widths(heads, rows)
        for index, width in enumerate(widths):
            sheet.set_column(index, index, width)
        shapes = [self.looks.of(head.kind) for head in heads]
        self.fit(sheet, FIRST, [f"{head.heading} ▼" for head in heads], widths)
        for row, values in enumerate(rows, start=FIRST + 1):
            for index, (value, shape) in enumerate(zip(values, shapes, strict=True)):
                put(sheet, row, index, value, shape)
            self.fit(sheet, row, values, widths)
        sheet.freeze_panes(FIRST + 1, 1)
        sheet.repeat_rows(FIRST)
        if sum(widths) > _LEGIBLE:
            sheet.repeat_columns(0)
            sheet.fit_to_pages(math.ceil(sum(widths) / _LEGIBLE), 0)
        if not rows:
            put(sheet, last + 1, 0, self.t("There are none."), self.looks("aside"))
        return last + (1 if rows else 2)

    def fit(self, sheet: Worksheet, row: int, values: Sequence[Plain], widths: Sequence[float]) -> None:
        """Make a row as high as its words need: not every program does that by itself when it opens a file."""
        texts = ((value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str))
        most = max((_lines(value, width) for value, width in texts), default=1)
        if most > 1:
            sheet.set_row(row, min(_LINE * most, _HIGHEST))

    def lines(self, sheet: Worksheet, row: int, words: Sequence[str]) -> int:
        """Words that run over the columns, one a row. Returns the first free row."""
        for line, said in enumerate(words, start=row):
            put(sheet, line, 0, said, self.looks("aside"))
        return row + len(words)


def _distinct(heads: Sequence[Head]) -> list[str]:
    """The headings, each once and on one line: a table has no two columns of one name, whatever their case."""
    taken: set[str] = set()
    found = []
    for head in heads:
        heading = plain = " ".join(head.heading.split())[:200] or "–"
        number = 1
        while heading.casefold() in taken:
            number += 1
            heading = f"{plain} ({number})"
        taken.add(heading.casefold())
        found.append(heading)
    return found


def _lines(words: str, width: float) -> int:
    return sum(math.ceil(max(len(line), 1) * _LETTER / (width - 2)) for line in words.splitlines() or [""])


def _widths(heads: Sequence[Head], rows: Sequence[Sequence[Plain]]) -> list[float]:
    """A width for each column, in characters: what it holds, but no more than a page can show of all."""
    wanted = [_width(head, [values[index] for values in rows]) for index, head in enumerate(heads)]
    spare, pairs = sum(wanted) - _SHEET, list(zip(heads, wanted, strict=True))
    if spare <= 0:
        return wanted
    least = [_least(head, wide, [values[index] for values in rows]) for index, (head, wide) in enumerate(pairs)]
    share = max(0.0, 1 - spare / max(sum(wanted) - sum(least), 1))
    widths = [low + (width - low) * share for low, width in zip(least, wanted, strict=True)]
    return [max(widths[0], min(wanted[0], 2 * _NARROWEST + 2)), *widths[1:]]  # the first says whose row it is


def _least(head: Head, width: float, values: Sequence[Plain]) -> float:
    """How narrow a column may get: numbers and days to the longest word above them, texts to their own."""
    if head.kind != "text":
        return min(width, max(_PER_KIND[head.kind], _longest_word([head.heading]) + 2))
    return min(width, max(_NARROWEST, min(_longest_word(values) + 4, 2 * _NARROWEST)))


def _longest_word(values: Sequence[Plain]) -> int:
    return max((len(word) for value in values if isinstance(value, str) for word in value.split()), default=0)


def _width(head: Head, values: Sequence[Plain]) -> float:
    if head.kind != "text":
        return max(_PER_KIND[head.kind], min(len(head.heading), 2 * _PER_KIND[head.kind]) / 2 + 4)
    longest = max((len(str(value)) for value in values if value is not None), default=0)
    return min(max(longest + 3, len(head.heading) / 2 + 4, _NARROWEST), _WIDEST)
