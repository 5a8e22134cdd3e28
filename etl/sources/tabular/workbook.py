"""A region's file as cells of text with their places: what reading gives and recognising takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import polars as pl

if TYPE_CHECKING:
    from i18n import Text

Kind = Literal["csv", "xlsx", "xlsm", "xls", "ods"]

Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column; all from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet. `name` is null in a text file; `hidden` also where only a program can show the sheet again.

    `text` and `kinds` have one row a sheet row (of a text file: one a record, blank ones too) and the columns `row`
    (Int64, from 1; of a text file the line on which the record begins) and `c1…cn` (String; c1 is column A).

    `text` is null where a cell shows nothing. Text cells are untouched. Numbers are plain, with a decimal point and at
    most the fifteen digits that a spreadsheet keeps: 8100, 8.1, 199405122019031000. Dates are 2024-10-21,
    2024-10-21 08:30:00 or 08:30:00; truth values TRUE and FALSE; errors what the cell shows (#REF!).

    `kinds`: t text (everything in a text file, and truth values), n number, p number shown as a percentage (the text
    is the fraction: 0.665), d date or time, e error, f formula whose value was never calculated (the text is null);
    null where the cell shows nothing. A calculated formula has the kind of its value.
    """

    name: str | None
    hidden: bool
    text: pl.DataFrame = field(repr=False)
    kinds: pl.DataFrame = field(repr=False)
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only a person can decide. Null places: it is about the file (sheet) or the sheet (row, column).

    `id` is the key of the answer, the same for the same layout; `text` is a message id with its `values`; the answer
    is one of `choices`, the likeliest first.
    """

    id: str
    kind: str
    sheet: str | None
    row: int | None
    column: int | None
    text: str
    choices: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)

    def render(self, t: Text) -> str:
        """The question in the reader's language."""
        return t(self.text, **self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Workbook:
    """A file that was read. `kind` is by content (csv: any separated text; xlsm: its macros are never run).

    `sha256` is of the bytes as they came. `encoding` is a text file's Python codec; null in a workbook, and while the
    question `encoding` is open: the text then shows the likeliest reading, and none of its rows may be taken.
    """

    name: str
    sha256: str
    kind: Kind
    sheets: tuple[Sheet, ...]
    encoding: str | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text file whose encoding is unknown: the codec, and how pieces of words then look."""

    encoding: str
    sample: str


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What the bytes hold, without the file's name: a `Workbook` before its questions have words.

    `readings` is empty unless the encoding has to be asked.
    """

    kind: Kind
    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    readings: tuple[Reading, ...] = ()
