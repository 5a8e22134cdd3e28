"""Tables of PowerPoint: columns as wide as their words need, rows as many as a slide has room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.table import _Cell
from pptx.util import Pt

from briefings.table import Bounds, Cell, Column, Table
from exports.pptx.measure import LEADING, Box, plain, shortened, width, wrapped
from exports.pptx.sheet import Sheet
from exports.pptx.text import Hand, Line, Tone, fill
from exports.table_words import said
from i18n import Text
from warehouse.vocabulary import State

NOTHING: Final = "–"
SLIDES: Final = 3
"""Slides of one table: whoever needs more rows is better served by the workbook."""
GAP: Final = 28.0
"""Points between parts of a table beside each other."""
_ABOVE: Final = 3.5
_ABREAST: Final = (1, 2, 3)
_MOST: Final = 150
"""Rows that are looked at: more than that many slides hold."""
_RULE: Final = {False: '<a:lumMod val="85000"/>', True: '<a:lumMod val="75000"/><a:lumOff val="25000"/>'}
"""The ground, a little darker or lighter, on light and on dark slides."""
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class Look:
    """Type size in points, and the room beside the words of a cell."""

    size: float
    side: float

    def lines_of(self, said: str, wide: float, *, bold: bool = False) -> int:
        """Lines that the words of a cell need."""
        return len(wrapped(plain(said), self.size, wide - 2 * self.side, bold=bold))

    def height(self, cells: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float:
        """Points that a row takes."""
        pairs = zip(cells, widths, strict=True)
        lines = max(min(self.lines_of(said, wide, bold=bold), _most_lines(said)) for said, wide in pairs)
        return lines * self.size * LEADING + 2 * _ABOVE


_LARGE: Final = (Look(16.0, 8.0), Look(14.0, 7.0))
_NORMAL: Final = Look(12.0, 6.0)
_SMALL: Final = Look(10.5, 4.0)
_LINES: Final = 4
_PROSE: Final = 240
_LINES_OF_PROSE: Final = 2
"""Lines that a cell may take before it is cut. Of one with so many letters or more the first sentences stand on the
slide; the notes tell it in full."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words: its columns without those that are empty, the first of its rows, which cells say a state, and
    how wide each column is.

    `room`: points across. `abreast`: a long table of few columns stands on a slide in so many parts beside each other.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    states: frozenset[tuple[int, int]]
    widths: tuple[float, ...]
    look: Look
    room: float
    abreast: int = 1

    @classmethod
    def of(cls, table: Table, room: Box, t: Text) -> Grid:
        """As many rows of the table as a deck shows on slides with that room: on one slide if that can be."""
        said = [
            tuple(words(cell, column, t) for cell, column in zip(row, table.columns, strict=True))
            for row in table.rows[:_MOST]
        ]
        kept = [at for at in range(len(table.columns)) if at == 0 or any(row[at] != NOTHING for row in said)]
        rows = tuple(tuple(row[at] for at in kept) for row in said)
        states = frozenset(
            (at, place)
            for at, row in enumerate(table.rows[:_MOST])
            for place, column in enumerate(kept)
            if isinstance(cell := row[column], Bounds) and cell.state != State.NILAI
        )
        plainly = cls(tuple(table.columns[at] for at in kept), rows, states, (), _NORMAL, room.width)
        normal, small = plainly._set(_NORMAL), plainly._set(_SMALL)
        whole = next((grid for grid in (normal, small) if grid._fits(room.height)), None)
        return whole or small._beside_itself(room.height)

    def larger(self, height: float) -> Grid:
        """The same in the largest letters at which all of it has room with every cell on one line."""
        grids = (self._set(look) for look in _LARGE if sum(_needed(self.columns, self.rows, look)) <= self.room)
        return next((grid for grid in grids if self.abreast == 1 and grid._fits(height)), self)

    def _set(self, look: Look, abreast: int = 1) -> Grid:
        part = (self.room - (abreast - 1) * GAP) / abreast
        widths = _shared(_needed(self.columns, self.rows, look), part)
        return replace(self, look=look, widths=tuple(widths), abreast=abreast)

    def _fits(self, height: float) -> bool:
        """Whether all of it has room, and nothing is cut but prose."""
        pairs = (pair for row in self.rows for pair in zip(row, self.widths, strict=True))
        cells = (pair for pair in pairs if not _is_prose(pair[0]))
        return self.height(range(len(self.rows))) <= height and all(
            self.look.lines_of(*cell) <= _LINES for cell in cells
        )

    def _beside_itself(self, height: float) -> Grid:
        """In as many parts beside each other as show most rows on the fewest slides; without those left out."""
        needed = sum(_needed(self.columns, self.rows, self.look))
        grids = [
            self._set(self.look, count)
            for count in _ABREAST
            if count == 1 or needed <= (self.room - (count - 1) * GAP) / count
        ]
        laid_out = [(grid, grid.pages(height, height)) for grid in grids]
        best, pages = min(laid_out, key=lambda each: (-each[1][-1][-1].stop, len(each[1])))
        return replace(best, rows=best.rows[: pages[-1][-1].stop])

    def height(self, rows: range) -> float:
        """Points that the headings and so many of the rows take."""
        head = self.look.height([column.heading for column in self.columns], self.widths, bold=True)
        return head + sum(self.row(row) for row in rows)

    def row(self, row: int) -> float:
        """Points that a row takes."""
        return self.look.height(self.rows[row], self.widths)

    def pages(self, first: float, later: float) -> list[list[range]]:
        """The rows of each slide, in parts beside each other; about as many on each where the first slide, which has
        `first` points free, has room for as many as the later ones.

        At most `SLIDES` slides: of more rows the first.
        """
        parts = list(self._parts(first, later, len(self.rows)))
        count = -(-len(parts) // self.abreast) * self.abreast
        even = list(self._parts(first, later, -(-len(self.rows) // count)))
        if len(even) <= count <= self.abreast * SLIDES:
            parts = even
        return [parts[at : at + self.abreast] for at in range(0, len(parts), self.abreast)][:SLIDES]

    def _parts(self, first: float, later: float, most: int) -> Iterator[range]:
        start, empty, given = 0, self.height(range(0)), 0
        used = empty
        for row in range(len(self.rows)):
            needed, room = self.row(row), first if given < self.abreast else later
            if row > start and (used + needed > room or row - start == most):
                yield range(start, row)
                start, used, given = row, empty, given + 1
            used += needed
        if start < len(self.rows):
            yield range(start, len(self.rows))


def words(cell: Cell, column: Column, t: Text) -> str:
    """A cell as it is read, on one line; nothing as an en dash."""
    return plain(said(cell, column, t)) or NOTHING


def draw(sheet: Sheet, grid: Grid, box: Box, rows: range) -> GraphicFrame:
    """The rows under their headings, from the top of the box."""
    places = map(Pt, (box.left, box.top, sum(grid.widths), grid.height(rows)))
    frame: GraphicFrame = sheet.shapes.add_table(len(rows) + 1, len(grid.columns), *places)
    table = frame.table
    table.horz_banding = False
    for style in frame.element.iter(qn("a:tableStyleId")):
        style.text = _NO_STYLE
    table.rows[0].height = Pt(grid.height(range(0)))
    for place, (column, wide) in enumerate(zip(grid.columns, grid.widths, strict=True)):
        table.columns[place].width = Pt(wide)
        line = Line("", grid.look.size, align=PP_ALIGN.RIGHT if _is_figure(column) else PP_ALIGN.LEFT)
        head = replace(line, words=plain(column.heading), tone=Tone.MUTED, bold=True)
        _write(table.cell(0, place), grid.look, wide, head, sheet.hand)
        for at, row in enumerate(rows, 1):
            shown = replace(line, words=grid.rows[row][place])
            if (row, place) in grid.states:
                shown = replace(shown, tone=Tone.MUTED, italic=True)
            _write(table.cell(at, place), grid.look, wide, shown, sheet.hand)
    for at, row in enumerate(rows, 1):
        table.rows[at].height = Pt(grid.row(row))
    return frame


def _write(cell: _Cell, look: Look, wide: float, line: Line, hand: Hand) -> None:
    """Write a cell, cut where it is longer than a cell may be, with a rule below it: strong below headings."""
    cell.margin_left = cell.margin_right = Pt(look.side)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if line.bold else MSO_ANCHOR.MIDDLE
    fill(cell.text_frame, [replace(line, words=_cut(line.words, look, wide, bold=line.bold))], hand)
    colour, points = ("tx1", 1.25) if line.bold else ("bg1", 0.5)
    shade = "" if line.bold else _RULE[hand.is_light]
    cell._tc.get_or_add_tcPr().append(  # python-pptx has no borders of cells
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="{Pt(points)}"><a:solidFill><a:schemeClr val="{colour}">{shade}</a:schemeClr>'
            "</a:solidFill></a:lnB>"
        )
    )


def _cut(words: str, look: Look, wide: float, *, bold: bool) -> str:
    """The words of a cell as far as it has room, after a whole sentence where one fills the better half of it."""
    room = Box(0, 0, wide - 2 * look.side, _most_lines(words) * look.size * LEADING)
    cut = shortened(words, look.size, room, bold=bold)
    end = cut.rfind(". ") + 1
    return f"{cut[:end]} …" if cut != words and end > len(cut) / 2 else cut


def _is_prose(words: str) -> bool:
    return len(words) >= _PROSE


def _most_lines(words: str) -> int:
    return _LINES_OF_PROSE if _is_prose(words) else _LINES


def _is_figure(column: Column) -> bool:
    return column.bounded or column.kind in {"count", "decimal", "fraction"}


def _needed(columns: Sequence[Column], rows: Sequence[Sequence[str]], look: Look) -> list[float]:
    """What each column needs for its words on one line; a heading of several words may take two."""
    return [
        2 * look.side
        + 2
        + max(
            30.0,
            width(plain(column.heading), look.size, bold=True) / (1.6 if " " in column.heading else 1),
            *(width(row[place], look.size) for row in rows),
        )
        for place, column in enumerate(columns)
    ]


def _shared(needed: Sequence[float], room: float) -> list[float]:
    """Widths within the room; where there is too little, the widest give way first. Few columns stay close together."""
    if (wanted := sum(needed)) <= room:
        spare = max(0.0, min(room, wanted * 1.4) - wanted) / len(needed)
        return [each + spare for each in needed]
    low, high = 0.0, max(needed)
    for _ in range(40):  # the width that, as a limit on all columns, makes them fill the room
        limit = (low + high) / 2
        low, high = (limit, high) if sum(min(each, limit) for each in needed) <= room else (low, limit)
    return [min(each, low) for each in needed]
