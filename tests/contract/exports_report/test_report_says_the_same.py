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

from briefings.briefing import SourceNote
from briefings.table import Bounds, Cell, Column, Table
from exports.pictures import bare
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
        return T.date(cell, "short").replace(" ", "\u00a0")
    if isinstance(cell, int | float):
        return T.percent(cell) if column.kind == "fraction" else T.number(cell)
    return cell or ""


def _printed(made: Any) -> list[tuple[Table, list[list[str]]]]:
    """The tables with the rows that the report has room for, heading first, as words."""
    found = []
    for section, part in zip(made.briefing.sections, made.said.parts, strict=True):
        kept = {grid.caption: len(grid.rows) for grid in part.grids}
        for table in (table for table in section.tables if table.title in kept):
            rows = [[_cell(*pair) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
            found.append((table, [[column.heading for column in table.columns], *rows[: kept[table.title]]]))
    return found


def _sources(made: Any) -> Iterator[SourceNote]:
    """Those that the report must list: all where there is room, else at least one of each section."""
    every = dict.fromkeys(source for section in made.briefing.sections for source in section.sources)
    if len(every) == len(made.said.sources):
        yield from every
    else:
        assert len(made.said.sources) >= 8
        yield from (section.sources[0] for section in made.briefing.sections if section.sources)


def _sentences(made: Any) -> Iterator[str]:
    for section in made.briefing.sections:
        yield section.heading
        yield section.finding.words
        yield from (finding.words for finding in section.more)
        yield from section.notes
        yield from (table.title for table in section.tables)
    for table, _ in _printed(made):
        yield from table.notes
    for source in _sources(made):
        yield source.publisher
        yield from [source.title] if source.title != source.url else []
        yield from [source.url] if source.url else []
        yield from [T.date(source.published_on)] if source.published_on else []


@pytest.fixture(params=["docx", "pdf"])
def words(request: pytest.FixtureRequest, made: Any) -> str:
    """The report's words in either format."""
    read: dict[str, Callable[[bytes], str]] = {"docx": _docx, "pdf": _pdf}
    return read[request.param](getattr(made, request.param))


def test_every_sentence_and_address_is_there(made: Any, words: str) -> None:
    plain = _plain(words)
    missing = [sentence for sentence in _sentences(made) if _plain(sentence) not in plain]
    assert not missing


def test_every_row_is_there(made: Any, words: str) -> None:
    plain = _plain(words)
    rows = [row for _, rows in _printed(made) for row in rows]
    assert not [row for row in rows if _plain("".join(row)) not in plain]


def test_no_number_is_of_the_reports_own_making(made: Any, words: str) -> None:
    briefing, stamp = made.briefing, made.stamp
    known = [*_sentences(made), briefing.title, briefing.place, briefing.campaign or ""]
    known += [stamp.code, stamp.per, stamp.address, T.date(stamp.as_of), stamp.boundaries]
    known += [T.moment(stamp.taken_at, dt.timezone(dt.timedelta(hours=7))), *map(str, stamp.versions.values())]
    for table, (_, *rows) in _printed(made):
        known += [cell for row in rows for cell in row]
        known.append(T.number((table.total or len(table.rows)) - len(rows)))
    for shown in (part.shown for part in made.said.parts if part.shown):
        drawn = MARKUP.sub(" ", bare(shown.picture, T, "svg", shown.width, shown.height).decode())
        known += [shown.picture.title, shown.picture.source, drawn]
    every = {source for section in briefing.sections for source in section.sources}
    known += [source.words for source in made.said.sources] + [T.number(len(every) - len(made.said.sources))]
    # What is numbered: pages, pictures, tables, sources.
    known += map(str, range(1, max(len(made.said.sources), len(briefing.sections) * 2) + 1))
    allowed = set(NUMBER.findall(" ".join(known)))
    assert set(NUMBER.findall(words)) - allowed == set()


def test_cells_of_the_word_file_are_those_of_the_briefing(made: Any) -> None:
    expected = [rows for _, rows in _printed(made)]
    found = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(io.BytesIO(made.docx)).tables[1:]
    ]
    assert found == expected
