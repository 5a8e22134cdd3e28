"""XLSX: which sheets there are, and what each cell is beside its text (ECMA-376, part 1, chapter 18)."""

from __future__ import annotations

import re

from etl.sources.tabular.archive import Archive, Attributes, Handlers, local
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.marks import DATE, ERROR, FORMULA, NUMBER, PERCENT, TEXT, TRUTH, Budget, Marks
from etl.sources.tabular.workbook import Merged

BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"

_TYPES = {"s": TEXT, "str": TEXT, "inlineStr": TEXT, "b": TRUTH, "e": ERROR, "d": DATE}
_PERCENT_FORMATS = {"9", "10"}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def marks(archive: Archive, budget: Budget) -> list[Marks]:
    """The marks of every worksheet in the workbook's order; chart and macro sheets are left out. Raises Fault."""
    percents = _percent_styles(archive)
    paths = _worksheets(archive)
    if len(paths) > budget.limits.sheets:
        raise Fault("too_many_sheets", count=len(paths), limit=budget.limits.sheets)
    found = []
    for name, path in paths:
        sheet = Marks(name, budget)
        _Walk(sheet, percents).through(archive, path)
        sheet.close()
        found.append(sheet)
    return found


def _worksheets(archive: Archive) -> list[tuple[str, str]]:
    """Name and path of every worksheet."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def link(attributes: Attributes) -> None:
        if attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def sheet(attributes: Attributes) -> None:
        plain = local(attributes)
        sheets.append((plain.get("name", ""), plain.get("id", "")))

    archive.walk(_LINKS, Handlers({"Relationship": link}))
    archive.walk(BOOK, Handlers({"sheet": sheet}))
    return [(name, targets[key]) for name, key in sheets if key in targets]


def _percent_styles(archive: Archive) -> set[str]:
    """The cell styles (index as text) that show a number as a percentage."""
    if _STYLES not in archive:
        return set()
    formats, percents = set(_PERCENT_FORMATS), set()
    inside, count = False, 0

    def custom(attributes: Attributes) -> None:
        if shows_percent(attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))

    def enter(_: Attributes) -> None:
        nonlocal inside
        inside = True

    def leave() -> None:
        nonlocal inside
        inside = False

    def style(attributes: Attributes) -> None:
        nonlocal count
        if inside:
            if attributes.get("numFmtId") in formats:
                percents.add(str(count))
            count += 1

    archive.walk(_STYLES, Handlers({"numFmt": custom, "cellXfs": enter, "xf": style}, {"cellXfs": leave}))
    return percents


def shows_percent(code: str) -> bool:
    """Whether a number format has a percent sign of its own, not one in quotes."""
    return "%" in _QUOTED.sub("", code)


class _Walk:
    """One pass over a worksheet. A cell counts as filled once its value or formula begins: styles alone do not."""

    def __init__(self, sheet: Marks, percents: set[str]) -> None:
        self.sheet, self.percents = sheet, percents
        self.columns: dict[str, int] = {}
        self.row = self.column = 0
        self.code = NUMBER
        self.error: list[str] = []

    def through(self, archive: Archive, path: str) -> None:
        start = {
            "row": self.on_row,
            "c": self.on_cell,
            "v": self.on_value,
            "f": self.on_formula,
            "is": self.on_value,
            "mergeCell": self.on_merge,
        }
        self.handlers = Handlers(start, {"v": self.after_value}, self.error.append)
        archive.walk(path, self.handlers)

    def on_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self.row = _whole(number) if number else self.row + 1
        self.column = 0

    def on_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place:
            self.row, self.column = self.place(place)
        else:
            self.column += 1
        kind = attributes.get("t", "n")
        self.code = _TYPES.get(kind, PERCENT if attributes.get("s") in self.percents else NUMBER)

    def on_formula(self, _: Attributes) -> None:
        self.code |= FORMULA
        self.sheet.mark(self.row, self.column, self.code)

    def on_value(self, _: Attributes) -> None:
        self.sheet.mark(self.row, self.column, self.code)
        if self.code & ~FORMULA == ERROR:
            self.handlers.listen(on=True)

    def after_value(self) -> None:
        if self.code & ~FORMULA == ERROR:
            self.sheet.texts[self.row, self.column] = "".join(self.error)
            self.error.clear()
            self.handlers.listen(on=False)

    def on_merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        area: Merged = (*self.place(first), *self.place(last or first))
        self.sheet.merge(area)

    def place(self, text: str) -> tuple[int, int]:
        """AB12 as row 12, column 28."""
        found = _CELL.fullmatch(text.replace("$", ""))
        if not found:
            raise Fault("broken")
        letters, digits = found.groups()
        column = self.columns.get(letters)
        if column is None:
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - ord("A") + 1
            self.columns[letters] = column
        return int(digits), column


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise Fault("broken")
    return int(text)
