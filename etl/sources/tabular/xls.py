"""XLS: what each cell is beside its text (MS-XLS, BIFF8, and BIFF5 as far as it is alike)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.sources.tabular.fault import Fault
from etl.sources.tabular.marks import ERROR, FORMULA, NUMBER, PERCENT, TEXT, TRUTH, Budget, Marks
from etl.sources.tabular.ole import Compound
from etl.sources.tabular.xlsx import shows_percent

STREAMS = ("Workbook", "Book")
_BIFF8 = 0x0600
_BOF, _EOF, _SHEET, _FORMAT, _XF, _PROTECTED, _MERGED = 0x809, 0x0A, 0x85, 0x41E, 0xE0, 0x2F, 0xE5
_FORMULA, _NUMBER, _RK, _MANY_RK, _TRUTH_OR_ERROR = 0x06, 0x203, 0x27E, 0xBD, 0x205
_TEXTS = {0xFD, 0x204, 0xD6}
_CELLS = {_FORMULA, _NUMBER, _RK, _MANY_RK, _TRUTH_OR_ERROR, *_TEXTS}
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def open_book(compound: Compound) -> bytes:
    """The workbook's records. Raises Fault when they are locked by a password."""
    book = compound.stream(next(name for name in STREAMS if name in compound))
    if any(kind == _PROTECTED for kind, _ in _records(book, 0)):
        raise Fault("password")
    return book


def marks(book: bytes, names: list[str], budget: Budget) -> list[Marks]:
    """The marks of every worksheet; `names` are those of all sheets in the workbook's order. Raises Fault."""
    try:
        return _marks(book, names, budget)
    except (struct.error, IndexError) as error:
        raise Fault("broken") from error


def _marks(book: bytes, names: list[str], budget: Budget) -> list[Marks]:
    heads = _Heads(book)
    if len(heads.sheets) != len(names):
        raise Fault("broken")
    if len(names) > budget.limits.sheets:
        raise Fault("too_many_sheets", count=len(names), limit=budget.limits.sheets)
    found = []
    for name, (start, kind) in zip(names, heads.sheets, strict=True):
        if kind == 0:
            sheet = Marks(name, budget)
            for record, body in _records(book, start):
                if record in _CELLS:
                    _mark(sheet, record, body, heads.percents)
                elif record == _MERGED and heads.version == _BIFF8:
                    for top, bottom, left, right in struct.iter_unpack("<4H", body[2 : 2 + 8 * _u16(body, 0)]):
                        sheet.merge((top + 1, left + 1, bottom + 1, right + 1))
            sheet.close()
            found.append(sheet)
    return found


@dataclass(slots=True)
class _Heads:
    """What stands before the sheets: their places and kinds (0 = worksheet), and which cell styles show percent."""

    book: bytes
    version: int = 0
    sheets: list[tuple[int, int]] = field(default_factory=list)
    percents: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        formats, styles = {9, 10}, 0
        for record, body in _records(self.book, 0):
            if record == _BOF:
                self.version = _u16(body, 0)
            elif record == _SHEET:
                self.sheets.append((struct.unpack_from("<I", body)[0], body[5]))
            elif record == _FORMAT and self.version == _BIFF8 and shows_percent(_text(body[2:])):
                formats.add(_u16(body, 0))
            elif record == _XF:
                if _u16(body, 2) in formats:
                    self.percents.add(styles)
                styles += 1


def _mark(sheet: Marks, record: int, body: bytes, percents: set[int]) -> None:
    row, column, style = struct.unpack_from("<3H", body)
    number = PERCENT if style in percents else NUMBER
    if record in _TEXTS:
        sheet.mark(row + 1, column + 1, TEXT)
    elif record == _MANY_RK:
        for at in range(4, len(body) - 2, 6):
            number = PERCENT if _u16(body, at) in percents else NUMBER
            sheet.mark(row + 1, column + 1 + (at - 4) // 6, number)
    elif record == _TRUTH_OR_ERROR:
        _mark_special(sheet, row + 1, column + 1, body[6], 0, is_error=bool(body[7]))
    elif record == _FORMULA and body[12:14] == b"\xff\xff":
        if body[6] in {1, 2}:
            _mark_special(sheet, row + 1, column + 1, body[8], FORMULA, is_error=body[6] == 2)
        else:
            sheet.mark(row + 1, column + 1, TEXT | FORMULA)
    else:
        sheet.mark(row + 1, column + 1, number | (FORMULA if record == _FORMULA else 0))


def _mark_special(sheet: Marks, row: int, column: int, value: int, formula: int, *, is_error: bool) -> None:
    """A truth value, or an error by its code."""
    sheet.mark(row, column, (ERROR if is_error else TRUTH) | formula)
    if is_error:
        sheet.texts[row, column] = _ERRORS.get(value, "#N/A")


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part, from its BOF to its EOF; parts within it (charts) are skipped."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + length]
        at += 4 + length
        depth += kind == _BOF
        if depth <= 1:
            yield kind, body
        depth -= kind == _EOF
        if depth == 0:
            return
    raise Fault("broken")


def _text(body: bytes) -> str:
    """A BIFF8 string: length, one byte of flags, then Latin-1 or UTF-16."""
    length, flags = struct.unpack_from("<HB", body)
    return body[3 : 3 + 2 * length].decode("utf-16-le", "replace") if flags & 1 else body[3:].decode("latin-1")


def _u16(body: bytes, at: int) -> int:
    number: int = struct.unpack_from("<H", body, at)[0]
    return number
