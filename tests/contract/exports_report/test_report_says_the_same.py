"""A report says what its briefing says: every sentence, figure and address, and not one number more."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import docx
import pypdf
import pytest

from briefings.briefing import Briefing
from briefings.table import Bounds, Cell, Column, Table
from exports.pictures import bare
from exports.report.grid import ROWS
from i18n import text

T = text("id")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MARKUP = re.compile(r"<[^>]*>")


def _docx(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join("".join(one.text for one in line.iter("{*}t")) for line in body.iter("{*}p"))


def _pdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def _plain(words: str) -> str:
    """Without spaces: a PDF breaks lines where it likes."""
    return re.sub(r"\s+", "", words)


def _cell(cell: Cell, column: Column) -> str:
    if isinstance(cell, Bounds):
        return cell.words
    if isinstance(cell, dt.date):
        return T.date(cell, "short")
    if isinstance(cell, int | float):
        return T.percent(cell) if column.kind == "fraction" else T.number(cell)
    return cell or ""


def _rows(table: Table) -> list[list[str]]:
    rows = [[column.heading for column in table.columns]]
    return rows + [[_cell(*pair) for pair in zip(row, table.columns, strict=True)] for row in table.rows[:ROWS]]


def _sentences(briefing: Briefing) -> Iterator[str]:
    for section in briefing.sections:
        yield section.heading
        yield section.finding.words
        yield from (finding.words for finding in section.more)
        yield from section.notes
        for table in section.tables:
            yield table.title
            yield from table.notes
        for source in section.sources:
            yield from filter(None, (source.title, source.publisher, source.url, T.date(source.published_on)))


@pytest.fixture(params=["docx", "pdf"])
def words(request: pytest.FixtureRequest, made: Any) -> str:
    """The report's words in either format."""
    read: dict[str, Callable[[bytes], str]] = {"docx": _docx, "pdf": _pdf}
    return read[request.param](getattr(made, request.param))


def test_every_sentence_and_address_is_there(made: Any, words: str) -> None:
    plain = _plain(words)
    missing = [sentence for sentence in _sentences(made.briefing) if _plain(sentence) not in plain]
    assert not missing


def test_every_row_is_there(made: Any, words: str) -> None:
    plain = _plain(words)
    rows = [row for section in made.briefing.sections for table in section.tables for row in _rows(table)]
    assert not [row for row in rows if _plain("".join(row)) not in plain]


def test_no_number_is_of_the_reports_own_making(made: Any, words: str) -> None:
    briefing, stamp = made.briefing, made.stamp
    known = [*_sentences(briefing), briefing.title, briefing.place, briefing.campaign or ""]
    known += [stamp.code, stamp.per, stamp.address, T.date(stamp.as_of), stamp.boundaries]
    known += [T.moment(stamp.taken_at, dt.timezone(dt.timedelta(hours=7))), *map(str, stamp.versions.values())]
    rest = 0
    for section in briefing.sections:
        for table in section.tables:
            known += [cell for row in _rows(table) for cell in row]
            rest = (table.total or len(table.rows)) - len(table.rows[:ROWS])
            known.append(T.number(rest))
        if section.picture:
            svg = bare(section.picture, T, "svg", 16.6, 8.2).decode()
            known += [section.picture.title, section.picture.source, MARKUP.sub(" ", svg)]
    sources = {source for section in briefing.sections for source in section.sources}
    # What is numbered: pages, pictures, tables, sources.
    known += map(str, range(1, max(len(sources), len(briefing.sections) * 2) + 1))
    allowed = set(NUMBER.findall(" ".join(known)))
    assert set(NUMBER.findall(words)) - allowed == set()


def test_cells_of_the_word_file_are_those_of_the_briefing(made: Any) -> None:
    expected = [_rows(table) for section in made.briefing.sections for table in section.tables]
    found = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(io.BytesIO(made.docx)).tables[1:]
    ]
    assert found == expected
