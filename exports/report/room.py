"""How many pages a report takes, so that its tables can be cut to four at most.

Word, LibreOffice and Typst break lines and pages differently: a part of each page is left for that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from exports.report.grid import height
from exports.report.values import Grid, Part, Source
from exports.report.widths import lines, lines_of_text

MOST_PAGES = 4

_PAGE = 24.2
"""Centimetres of a page; there are 25.5."""

_LINE, _AFTER = 0.39, 0.15
"""Centimetres of a line of running text, and between paragraphs."""

_SMALL_LINE, _AFTER_SMALL, _AFTER_ROW = 0.33, 0.08, 0.11
"""The same of notes and of the rows of a table."""

_HEAD, _CLOSING = 4.6, 3.7
"""What stands above the first section and below the sources."""

_HEADING, _CAPTION, _TABLE = 1.0, 1.1, 0.9
"""A heading, a picture's caption, and a table's with the white around it."""

_SHORT = 12
"""A table of so many rows stays on one page, unless they are the first of more."""

_Block = tuple[float, bool]
"""Centimetres of something, and whether it stays on one page."""


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """What each gets of the room: what one leaves, the others share. At least 1 of what is wanted."""
    given = [0] * len(wanted)
    for done, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[at] = min(wanted[at], max(room // (len(wanted) - done), 1))
        room -= given[at]
    return given


def pages(parts: Sequence[Part], sources: Sequence[Source]) -> int:
    """How many pages the parts with their tables and the sources take."""
    at = 0.0
    for tall, is_whole in _blocks(parts, sources):
        left = _PAGE - at % _PAGE
        at += tall + (left if is_whole and tall > left else 0)
    return ceil(at / _PAGE)


def _blocks(parts: Sequence[Part], sources: Sequence[Source]) -> Iterator[_Block]:
    """From top to bottom."""
    yield _HEAD, True
    for part in parts:
        yield from _of_part(part)
    if sources:
        yield _HEADING + _small(*(words for source in sources for words in (source.words, source.url or ""))), False
    yield _CLOSING, True


def _of_part(part: Part) -> Iterator[_Block]:
    opening = _HEADING + _running(part.finding) + _running(part.more)
    picture = part.shown.height + _CAPTION if part.shown else 0.0
    # The finding stays with what follows it: further words, else the picture.
    yield from [(opening, True), (picture, True)] if part.more else [(opening + picture, True)]
    for grid in part.grids:
        yield _TABLE + _rows(grid), len(grid.rows) == grid.total <= _SHORT
        yield _small(*grid.notes), False
    yield _small(*part.notes, part.cited), False


def _running(words: str) -> float:
    return lines_of_text(words) * _LINE + _AFTER if words else 0.0


def _small(*words: str) -> float:
    return sum(lines_of_text(each, small=True) * _SMALL_LINE + _AFTER_SMALL for each in words if each)


def _rows(grid: Grid) -> float:
    """The rows of a table and its header."""
    tall = lines(grid.headings, grid.shares) + height(grid)
    return tall * _SMALL_LINE + (len(grid.rows) + 1) * _AFTER_ROW
