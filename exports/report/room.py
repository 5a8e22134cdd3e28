"""How much of its tables a report has room for, so that it has four pages at most.

Word, LibreOffice and Typst break lines and pages differently: a part of a page is left for that.
"""

from __future__ import annotations

from collections.abc import Sequence

from exports.report.values import Part, Source
from exports.report.widths import lines_of_text

_PAGES, _PAGE, _LINE = 3.5, 25.0, 0.42
"""Pages that a report is made for, and the centimetres of one and of a line. What is left of four is the white below
text where the next picture does not fit."""

_ENDS = 9.0
"""What stands above the first section and below the sources."""

_SECTION, _CAPTION, _TABLE = 1.3, 0.9, 1.9
"""Around the text of a section, around a picture, around the rows of a table."""


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """What each gets of the room: what one leaves, the others share. At least 1 of what is wanted."""
    given = [0] * len(wanted)
    for done, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[at] = min(wanted[at], max(room // (len(wanted) - done), 1))
        room -= given[at]
    return given


def lines_left(parts: Sequence[Part], sources: Sequence[Source]) -> int:
    """Lines for the rows of all tables, given the parts with their tables and the sources."""
    listed = sum(
        lines_of_text(source.words, small=True) + lines_of_text(source.url or "", small=True) for source in sources
    )
    taken = _ENDS + listed * _LINE + sum(map(_around_tables, parts))
    return max(int((_PAGES * _PAGE - taken) / _LINE), 0)


def _around_tables(part: Part) -> float:
    notes = [*part.notes, part.cited, *(note for grid in part.grids for note in grid.notes)]
    text = sum(map(lines_of_text, (part.finding, part.more))) + sum(lines_of_text(one, small=True) for one in notes)
    picture = part.shown.height + _CAPTION if part.shown else 0
    return _SECTION + picture + len(part.grids) * _TABLE + text * _LINE
