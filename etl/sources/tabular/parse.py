"""Bytes to contents, in one process and pure: what the child process does."""

from __future__ import annotations

from collections.abc import Mapping

from etl.sources.child.archive import Archive
from etl.sources.tabular import calamine, encoding, ods, separated, xls, xlsx
from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import Limits
from etl.sources.tabular.marks import Budget
from etl.sources.tabular.ole import Compound
from etl.sources.tabular.sniff import archive_kind, check_compound, sniff
from etl.sources.tabular.workbook import Contents, Sheet


def parse(data: bytes, limits: Limits, answers: Mapping[str, str]) -> Contents:
    """What a file holds. Raises Fault; memory and time are bounded by the process around it."""
    found = sniff(data, limits)
    match found:
        case Archive():
            contents = _archive(data, found, limits)
        case Compound():
            contents = _compound(data, found, limits)
        case _:
            contents = _text(data, limits, answers)
    if all(map(_is_blank, contents.sheets)):
        names = [sheet.name for sheet in contents.sheets if sheet.name]
        raise Fault("blank_sheets", sheets=", ".join(names)) if names else Fault("empty")
    return contents


def _archive(data: bytes, archive: Archive, limits: Limits) -> Contents:
    kind = archive_kind(archive)
    marks = (ods if kind == "ods" else xlsx).marks(archive, Budget(limits))
    reader = calamine.open_workbook(data)
    return Contents(kind, tuple(calamine.sheet(reader, sheet) for sheet in marks))


def _compound(data: bytes, compound: Compound, limits: Limits) -> Contents:
    check_compound(compound)
    book = xls.open_book(compound)
    reader = calamine.open_workbook(data)
    marks = xls.marks(book, reader.sheet_names, Budget(limits))
    return Contents("xls", tuple(calamine.sheet(reader, sheet) for sheet in marks))


def _text(data: bytes, limits: Limits, answers: Mapping[str, str]) -> Contents:
    decoded = encoding.decode(data, answers.get(encoding.QUESTION))
    return Contents("csv", (separated.sheet(decoded.text, limits),), decoded.encoding, decoded.readings)


def _is_blank(sheet: Sheet) -> bool:
    """Whether a sheet holds nothing but spaces."""
    return not any((column.str.strip_chars() != "").any() for column in sheet.text.drop("row"))
