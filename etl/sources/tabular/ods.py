"""ODS: what each cell is beside its text (OpenDocument 1.3, part 3, chapter 9).

Attributes are matched with the prefixes that every office program writes, as calamine does.
"""

from __future__ import annotations

import re

from etl.sources.child.archive import Archive, Attributes, Handlers
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.marks import DATE, ERROR, FORMULA, NUMBER, PERCENT, TEXT, TRUTH, Budget, Marks

CONTENT = "content.xml"
_TYPES = {
    "string": TEXT,
    "float": NUMBER,
    "currency": NUMBER,
    "percentage": PERCENT,
    "boolean": TRUTH,
    "date": DATE,
    "time": DATE,
}
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


def marks(archive: Archive, budget: Budget) -> list[Marks]:
    """The marks of every sheet in the file's order. Raises Fault."""
    walk = _Walk(budget)
    start = {
        "table": walk.on_table,
        "table-row": walk.on_row,
        "table-cell": walk.on_cell,
        "covered-table-cell": walk.on_cell,
    }
    end = {"table": walk.after_table, "table-row": walk.after_row, "table-cell": walk.after_cell}
    walk.handlers = Handlers(start, end, walk.error.append)
    archive.walk(CONTENT, walk.handlers.attach)
    return walk.found


class _Walk:
    """One pass over the document; repeated cells and rows are marked as often as they stand there, if filled."""

    handlers: Handlers

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.found: list[Marks] = []
        self.sheet: Marks | None = None
        self.row, self.repeat, self.column = 0, 1, 0
        self.filled: list[tuple[int, int, str | None]] = []
        self.error: list[str] = []

    def on_table(self, attributes: Attributes) -> None:
        if len(self.found) == self.budget.limits.sheets:
            raise Fault("too_many_sheets", count=len(self.found) + 1, limit=self.budget.limits.sheets)
        self.sheet, self.row, self.repeat = Marks(attributes.get("table:name", ""), self.budget), 0, 0
        self.found.append(self.sheet)

    def after_table(self) -> None:
        if self.sheet:
            self.sheet.close()
        self.sheet = None

    def on_row(self, attributes: Attributes) -> None:
        self.row += self.repeat
        self.repeat = _times(attributes.get("table:number-rows-repeated"))
        self.column = 0
        self.filled.clear()

    def on_cell(self, attributes: Attributes) -> None:
        times = _times(attributes.get("table:number-columns-repeated"))
        kind, formula = attributes.get("office:value-type"), "table:formula" in attributes
        if self.sheet and (kind or formula):
            code = _TYPES.get(kind or "", TEXT if kind else NUMBER)
            if attributes.get("calcext:value-type") == "error":
                code = ERROR
                self.handlers.listen(on=True)
            text = _clock(attributes.get("office:time-value", "")) if kind == "time" else None
            last = self.column + times
            self.budget.check(self.sheet.sheet, self.row + 1, last, self.row + self.repeat, last)
            code |= FORMULA if formula else 0
            self.filled.extend((column, code, text) for column in range(self.column + 1, last + 1))
        if self.sheet and "table:number-columns-spanned" in attributes:
            down, across = (
                _times(attributes.get("table:number-rows-spanned")),
                attributes["table:number-columns-spanned"],
            )
            top, left = self.row + 1, self.column + 1
            self.sheet.merge((top, left, top + down - 1, left + _times(across) - 1))
        self.column += times

    def after_cell(self) -> None:
        if self.filled and self.filled[-1][1] & ~FORMULA == ERROR:
            column, code, _ = self.filled[-1]
            self.filled[-1] = (column, code, "".join(self.error).strip() or None)
            self.error.clear()
            self.handlers.listen(on=False)

    def after_row(self) -> None:
        if self.sheet and self.filled:
            for row in range(self.row + 1, self.row + self.repeat + 1):
                for column, code, text in self.filled:
                    self.sheet.mark(row, column, code)
                    if text is not None:
                        self.sheet.texts[row, column] = text


def _times(text: str | None) -> int:
    if text is None:
        return 1
    if not text.isdecimal() or len(text) > 7:
        raise Fault("broken")
    return int(text)


def _clock(text: str) -> str:
    """PT08H30M00S as 08:30:00; a form that is not one of hours, minutes and seconds as it stands."""
    found = _TIME.fullmatch(text)
    return ":".join(found.groups()) if found else text
