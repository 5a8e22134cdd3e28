"""Small files made in memory, and their parsing in this process."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
import xlsxwriter

from etl.sources.tabular.limits import DEFAULT
from etl.sources.tabular.parse import parse
from etl.sources.tabular.workbook import Sheet

Cells = Mapping[tuple[int, int], tuple[str | None, str | None]]


@pytest.fixture(scope="session")
def zipped() -> Callable[..., bytes]:
    """A zip of members by name."""

    def build(members: Mapping[str, bytes | str]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return build


@pytest.fixture(scope="session")
def workbook() -> Callable[..., bytes]:
    """An XLSX that a function fills."""

    def build(fill: Callable[[xlsxwriter.Workbook], object], **options: object) -> bytes:
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer, {"in_memory": True, **options}) as book:
            fill(book)
        return buffer.getvalue()

    return build


@pytest.fixture(scope="session")
def sheets() -> Callable[[bytes], tuple[Sheet, ...]]:
    """The sheets of a file."""
    return lambda data: parse(data, DEFAULT, {}).sheets


@pytest.fixture(scope="session")
def cells() -> Callable[[Sheet], Cells]:
    """Text and kind of the filled cells by place from 1."""

    def places(sheet: Sheet) -> Cells:
        found = {}
        rows = zip(sheet.text.rows(), sheet.kinds.rows(), strict=True)
        for (row, *texts), (_, *kinds) in rows:
            for column, cell in enumerate(zip(texts, kinds, strict=True), start=1):
                if cell != (None, None):
                    found[row, column] = cell
        return found

    return places
