"""XLSX: which sheets there are, and what each cell is beside its text (ECMA-376, part 1, chapter 18)."""

from __future__ import annotations

import re
from xml.parsers import expat

from etl.sources.child.archive import Archive, Attributes, Handlers, local
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.marks import DATE, ERROR, FORMULA, NUMBER, PERCENT, TEXT, TRUTH, Budget, Marks
from etl.sources.tabular.workbook import Merged

BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"

_TYPES = {"s": TEXT, "str": TEXT, "inlineStr": TEXT, "b": TRUTH, "e": ERROR, "d": DATE}
_PERCENT_FORMATS = {"9", "10"}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DIGITS = "0123456789"


def marks(archive: Archive, budget: Budget) -> list[Marks]:
    """The marks of every worksheet in the workbook's order; chart and macro sheets are left out. Raises Fault."""
    percents = _percent_styles(archive)
    paths = _worksheets(archive)
    if len(paths) > budget.limits.sheets:
        raise Fault("too_many_sheets", count=len(paths), limit=budget.limits.sheets)
    found = []
    for name, path in paths:
        sheet = Marks(name, budget)
        archive.walk(path, _Walk(sheet, percents).attach)
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

    archive.walk(_LINKS, Handlers({"Relationship": link}).attach)
    archive.walk(BOOK, Handlers({"sheet": sheet}).attach)
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

    archive.walk(_STYLES, Handlers({"numFmt": custom, "cellXfs": enter, "xf": style}, {"cellXfs": leave}).attach)
    return percents


def shows_percent(code: str) -> bool:
    """Whether a number format has a percent sign of its own, not one in quotes."""
    return "%" in _QUOTED.sub("", code)


class _Walk:
    """One pass over a worksheet. A cell counts as filled once its value or formula begins: styles alone do not.

    Ends of elements and characters are heard in error cells only: of a million cells that would double the time.
    """

    def __init__(self, sheet: Marks, percents: set[str]) -> None:
        self.sheet, self.percents = sheet, percents
        self.columns: dict[str, int] = {}
        self.row = self.column = 0
        self.code = NUMBER
        self.error: list[str] = []

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear what `parser` finds."""
        self.parser = parser
        handlers = {
            "c": self.on_cell,
            "v": self.on_value,
            "is": self.on_value,
            "f": self.on_formula,
            "row": self.on_row,
            "mergeCell": self.on_merge,
        }
        Handlers(handlers).attach(parser)

    def on_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        self.row, self.column = _whole(number) if number else self.row + 1, 0

    def on_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place:
            letters = place.rstrip(_DIGITS)
            self.row = _whole(place[len(letters) :])
            self.column = self.columns.get(letters) or self.columns.setdefault(letters, _column(letters))
        else:
            self.column += 1
        code = _TYPES.get(attributes.get("t", "n"))
        self.code = code or (PERCENT if attributes.get("s") in self.percents else NUMBER)

    def on_formula(self, _: Attributes) -> None:
        self.code |= FORMULA
        self.sheet.mark(self.row, self.column, self.code)

    def on_value(self, _: Attributes) -> None:
        self.sheet.mark(self.row, self.column, self.code)
        if self.code & ~FORMULA == ERROR:
            self.error.clear()
            self.parser.CharacterDataHandler, self.parser.EndElementHandler = self.error.append, self.after_error

    def after_error(self, _: str) -> None:
        self.sheet.texts[self.row, self.column] = "".join(self.error)
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None

    def on_merge(self, attributes: Attributes) -> None:
        self.sheet.merge(_area(attributes.get("ref", "")))


def _area(text: str) -> Merged:
    """A1:B3 as (1, 1, 3, 2)."""
    first, _, last = text.replace("$", "").partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return top, left, bottom, right


def _place(text: str) -> tuple[int, int]:
    letters = text.rstrip(_DIGITS)
    return _whole(text[len(letters) :]), _column(letters)


def _column(letters: str) -> int:
    """AB as 28."""
    if not 0 < len(letters) <= 3 or not letters.isascii() or not letters.isupper():
        raise Fault("broken")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(text: str) -> int:
    """A row's number. Raises Fault for what is none."""
    try:
        number = int(text)
    except ValueError as error:
        raise Fault("broken") from error
    if number < 1:
        raise Fault("broken")
    return number
