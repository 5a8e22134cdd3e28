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

ROWS: Final = 13
"""Rows on one slide."""
SLIDES: Final = 3
"""Slides of one table: whoever needs more rows is better served by the workbook."""
GAP: Final = 28.0
"""Points between parts of a table beside each other."""
_SIDE, _ABOVE = 6.0, 3.5
_MANY: Final = 6
"""Columns; a table of more has smaller letters."""
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class Look:
    """Type size in points, and the lines that a cell may take before it is cut."""

    size: float
    lines: int

    def height(self, cells: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float:
        """Points that a row takes."""
        lines = max(
            min(len(wrapped(plain(said), self.size, wide - 2 * _SIDE, bold=bold)), self.lines)
            for said, wide in zip(cells, widths, strict=True)
        )
        return lines * self.size * LEADING + 2 * _ABOVE


_NORMAL: Final = Look(12.0, 2)
_SMALL: Final = Look(10.5, 3)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words: its columns, the first of its rows, which cells say a state, and how wide each column is.

    `abreast`: a long table of few columns stands on a slide in so many parts beside each other.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    states: frozenset[tuple[int, int]]
    widths: tuple[float, ...]
    look: Look
    abreast: int = 1

    @classmethod
    def of(cls, table: Table, room: float, t: Text) -> Grid:
        """As many rows of the table as a deck shows, its columns sharing the room (points)."""
        rows = [
            tuple(words(cell, column, t) for cell, column in zip(row, table.columns, strict=True))
            for row in table.rows[: 2 * ROWS * SLIDES]
        ]
        look, abreast, half = _SMALL if len(table.columns) > _MANY else _NORMAL, 1, (room - GAP) / 2
        if len(rows) > ROWS and sum(_needed(table.columns, rows, _SMALL.size)) <= half:
            look, abreast = _SMALL, 2
        needed = _needed(table.columns, rows, look.size)
        shown = tuple(rows[: abreast * ROWS * SLIDES])
        states = frozenset(
            (at, place)
            for at, row in enumerate(table.rows[: len(shown)])
            for place, cell in enumerate(row)
            if isinstance(cell, Bounds) and cell.state != State.NILAI
        )
        widths = _shared(needed, half if abreast == 2 else room)
        return cls(table.columns, shown, states, tuple(widths), look, abreast)

    def height(self, rows: range) -> float:
        """Points that the headings and so many of the rows take."""
        head = self.look.height([column.heading for column in self.columns], self.widths, bold=True)
        return head + sum(self.row(row) for row in rows)

    def row(self, row: int) -> float:
        """Points that a row takes."""
        return self.look.height(self.rows[row], self.widths)

    def pages(self, room: float) -> list[list[range]]:
        """The rows of each slide with `room` points free, in parts beside each other; about as many on each.

        At most `SLIDES` slides: of more rows the first.
        """
        parts = list(self._parts(room, ROWS))
        count = -(-len(parts) // self.abreast) * self.abreast
        even = list(self._parts(room, -(-len(self.rows) // count)))
        if len(even) <= count <= self.abreast * SLIDES:
            parts = even
        return [parts[at : at + self.abreast] for at in range(0, len(parts), self.abreast)][:SLIDES]

    def _parts(self, room: float, most: int) -> Iterator[range]:
        start, empty = 0, self.height(range(0))
        used = empty
        for row in range(len(self.rows)):
            needed = self.row(row)
            if row > start and (used + needed > room or row - start == most):
                yield range(start, row)
                start, used = row, empty
            used += needed
        if start < len(self.rows):
            yield range(start, len(self.rows))


def words(cell: Cell, column: Column, t: Text) -> str:
    """A cell as it is read, on one line; nothing as an en dash."""
    return plain(said(cell, column, t)) or "–"


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
    cell.margin_left = cell.margin_right = Pt(_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if line.bold else MSO_ANCHOR.MIDDLE
    room = Box(0, 0, wide - 2 * _SIDE, look.lines * look.size * LEADING)
    fill(cell.text_frame, [replace(line, words=shortened(line.words, look.size, room, bold=line.bold))], hand)
    colour, points = ("tx1", 1.25) if line.bold else ("bg1", 0.5)
    shade = "" if line.bold else '<a:lumMod val="85000"/>'
    cell._tc.get_or_add_tcPr().append(  # python-pptx has no borders of cells
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="{Pt(points)}"><a:solidFill><a:schemeClr val="{colour}">{shade}</a:schemeClr>'
            "</a:solidFill></a:lnB>"
        )
    )


def _is_figure(column: Column) -> bool:
    return column.bounded or column.kind in {"count", "decimal", "fraction"}


def _needed(columns: Sequence[Column], rows: Sequence[Sequence[str]], size: float) -> list[float]:
    """What each column needs for its words on one line; a heading of several words may take two."""
    return [
        2 * _SIDE
        + 2
        + max(
            30.0,
            width(plain(column.heading), size, bold=True) / (1.6 if " " in column.heading else 1),
            *(width(row[place], size) for row in rows),
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
