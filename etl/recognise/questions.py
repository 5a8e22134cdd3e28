"""The questions of recognition: their words, their ids, the choices. Pure.

An id is made of the question's kind and the form of the table (its headings without days and years), so that the answer
holds for next month's file too, and one question stands for all sheets of the same form.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from etl.clean.calendar import MONTH
from etl.recognise.headings import plain
from etl.recognise.layout import Field, FileKind
from etl.sources.tabular import Question
from i18n import N_
from warehouse.vocabulary import EmployeeType

_CHANGING = re.compile(rf"(?<!\w)(?:{MONTH})(?!\w)|\d")

COLUMN_CHOICES = {
    FileKind.HEADCOUNT: ("people", "PNS", "PPPK", "NON_ASN", "ASN", "part", "total", "unused"),
    FileKind.SIGNATURES: ("signed", "pledged", "people", "rest", "total", "unused"),
    FileKind.EVENTS: ("participants", "signers", "unused"),
    FileKind.ROSTER: ("signed_mark", "pledged_mark", "unused"),
}
DAY_CHOICES = ("date", "pledged_date", "signed_date", "unused")
UNIT_CHOICES = ("opd", "region", "part", "unused")
FILL_DOWN, LEAVE = "fill_down", "leave"
INCLUDE, LEAVE_OUT = "include", "leave_out"


def header_choices() -> tuple[str, ...]:
    """Every word that the answer to `header` may hold."""
    return (*(field.value for field in Field), *(each.value for each in EmployeeType))


def slug(heading: str) -> str:
    """A heading as part of an id: without days and years."""
    words = _CHANGING.sub(" ", plain(heading))
    return "-".join(re.findall(r"[^\W_]+", words)) or "column"


def form_of(headings: Iterable[str]) -> str:
    """The digest of a table's form: the same whatever its days and years."""
    return hashlib.sha256("\n".join(map(slug, headings)).encode()).hexdigest()[:10]


def column_id(form: str, heading: str) -> str:
    """The id of the question what a column counts or names."""
    return f"column:{form}:{slug(heading)}"


@dataclass(frozen=True, slots=True)
class Place:
    """A column in question: the form of its table, the sheet's name, the header's row, the column, its heading."""

    form: str
    sheet: str | None
    row: int
    column: int
    heading: str


def ask_measure(at: Place, kind: FileKind, likely: Sequence[str]) -> Question:
    """What do the figures of a column count?"""
    choices = tuple(dict.fromkeys([*likely, *COLUMN_CHOICES[kind]]))
    return _of_column(at, "column", N_("What does the column “{column}” count?"), choices)


def ask_unit(at: Place) -> Question:
    """What do the words of a column name?"""
    text = N_("What does the column “{column}” name: the OPD, the region, or parts of the same people?")
    return _of_column(at, "column", text, UNIT_CHOICES)


def ask_day(at: Place, kind: FileKind) -> Question:
    """What happened on the days of a column, where another column gives days too?"""
    text = N_("The table has several columns of dates. Which day does the column “{column}” give?")
    return _of_column(at, "column", text, DAY_CHOICES if kind is FileKind.SIGNATURES else ("date", "unused"))


def header_id(form: str) -> str:
    """The id of the question what the columns of a table without a header are."""
    return f"header:{form}"


def ask_header(form: str, sheet: str | None, row: int, likely: Sequence[str]) -> Question:
    """What are the columns? `likely`: a word a column, "" where nothing is known."""
    text = N_("The table has no header row. What are its {columns} columns, from left to right?")
    values = _about("file" if sheet is None else sheet, columns=len(likely), likely=tuple(likely))
    return Question(header_id(form), "header", sheet, row, None, text, header_choices(), values)


def merged_id(form: str, heading: str) -> str:
    """The id of the question whether a column's names hold for the blank cells below them."""
    return f"merged_cells:{form}:{slug(heading)}"


def ask_merged(at: Place) -> Question:
    """Does a name hold for the rows below it?"""
    text = N_("In the column “{column}” one cell stands for several rows. Does its name hold for all of them?")
    return _of_column(at, "merged_cells", text, (FILL_DOWN, LEAVE))


def _of_column(at: Place, kind: str, text: str, choices: tuple[str, ...]) -> Question:
    identity = f"{kind}:{at.form}:{slug(at.heading)}"
    return Question(identity, kind, at.sheet, at.row, at.column, text, choices, _about(at.heading, column=at.heading))


def sheet_id(sheet: str, place: int) -> str:
    """The id of the question whether a hidden sheet counts; `place`: which of the hidden sheets named alike but for
    days and years, from the last."""
    return f"sheet:{slug(sheet)}:{place}"


def ask_sheet(identity: str, sheet: str) -> Question:
    """Does a hidden sheet count?"""
    text = N_("The sheet “{sheet}” is hidden in the file. Do its rows count?")
    return Question(identity, "sheet", sheet, None, None, text, (INCLUDE, LEAVE_OUT), _about(sheet, sheet=sheet))


def ask_kind(form: str, sheet: str | None, likely: FileKind) -> Question:
    """What is a table about?"""
    text = N_("What is the table about: numbers of employees, who pledged and signed, ceremonies, or a list of people?")
    choices = tuple(dict.fromkeys([likely.value, *(each.value for each in FileKind), LEAVE_OUT]))
    return Question(kind_id(form), "kind", sheet, None, None, text, choices, _about(sheet or "file"))


def kind_id(form: str) -> str:
    """The id of the question what tables of a form are about."""
    return f"kind:{form}"


def _about(about: str, **values: object) -> dict[str, object]:
    """The values of a question's text, with `about`: the column, sheet or file in question."""
    return {"about": about, **values}
