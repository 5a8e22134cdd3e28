"""Tables of PowerPoint: columns as wide as their words need, rows as many as a slide has room for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.graphfrm import GraphicFrame
from pptx.table import _Cell
from pptx.util import Pt

from briefings.table import Bounds, Cell, Column, Table
from exports.pptx.measure import LEADING, Box, plain, shortened, width, wrapped
from exports.pptx.sheet import Sheet
from exports.pptx.text import Line, Tone, fill
from i18n import Text
from warehouse.vocabulary import State

ROWS: Final = 12
"""Rows on one slide."""
SLIDES: Final = 4
"""Slides of one table: whoever needs more rows is better served by the workbook."""
SIZE: Final = 12.0
_SIDE, _ABOVE = 6.0, 3.5
_LINES: Final = 2
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in words: heading and cells of each column, which columns are figures, which cells say a state."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    states: frozenset[tuple[int, int]]
    widths: tuple[float, ...]

    @classmethod
    def of(cls, table: Table, room: float, t: Text) -> Grid:
        """The first rows of a table, its columns sharing the room (points)."""
        given = table.rows[: ROWS * SLIDES]
        rows = tuple(
            tuple(words(cell, column, t) for cell, column in zip(row, table.columns, strict=True)) for row in given
        )
        states = frozenset(
            (at, place)
            for at, row in enumerate(given)
            for place, cell in enumerate(row)
            if isinstance(cell, Bounds) and cell.state != State.NILAI
        )
        return cls(table.columns, rows, states, tuple(_widths(table.columns, rows, room)))

    def height(self, row: int) -> float:
        """Points that a row takes."""
        return _height(self.rows[row], self.widths, bold=False)

    def head(self) -> float:
        """Points that the headings take."""
        return _height([column.heading for column in self.columns], self.widths, bold=True)

    def pages(self, room: float) -> Iterator[range]:
        """The rows of each slide, of which `room` points are free."""
        start, used = 0, self.head()
        for row in range(len(self.rows)):
            needed = self.height(row)
            if row > start and (used + needed > room or row - start == ROWS):
                yield range(start, row)
                start, used = row, self.head()
            used += needed
        yield range(start, len(self.rows))


def words(cell: Cell, column: Column, t: Text) -> str:
    """A cell as it is read: bounds by their words, numbers and days in the reader's form; nothing as an en dash."""
    match cell:
        case Bounds():
            said = cell.words
        case str():
            said = cell
        case dt.date():
            said = t.date(cell, "short")
        case int() | float() if column.kind == "fraction":
            said = t.percent(cell)
        case int() | float():
            said = t.number(cell, 0 if cell == int(cell) else 1)
        case None:
            said = "–"
    return plain(said)


def draw(sheet: Sheet, grid: Grid, rows: range) -> GraphicFrame:
    """The rows under their headings, from the top of what is free."""
    box, t = sheet.free, sheet.t
    wide = sum(grid.widths)
    place = (Pt(box.left), Pt(box.top), Pt(wide), Pt(grid.head() + sum(map(grid.height, rows))))
    frame: GraphicFrame = sheet.shapes.add_table(len(rows) + 1, len(grid.columns), *place)
    table = frame.table
    table.horz_banding = False
    for style in frame.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"):
        style.text = _NO_STYLE
    for place_of, each in enumerate(grid.widths):
        table.columns[place_of].width = Pt(each)
    table.rows[0].height = Pt(grid.head())
    for place_of, column in enumerate(grid.columns):
        _write(table.cell(0, place_of), column.heading, column, t, grid.widths[place_of], is_head=True)
    for at, row in enumerate(rows, 1):
        table.rows[at].height = Pt(grid.height(row))
        for place_of, (said, column) in enumerate(zip(grid.rows[row], grid.columns, strict=True)):
            is_state = (row, place_of) in grid.states
            _write(table.cell(at, place_of), said, column, t, grid.widths[place_of], is_state=is_state)
    return frame


def _write(
    cell: _Cell, said: str, column: Column, t: Text, wide: float, *, is_head: bool = False, is_state: bool = False
) -> None:
    cell.margin_left = cell.margin_right = Pt(_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(_ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if is_head else MSO_ANCHOR.MIDDLE
    align = PP_ALIGN.RIGHT if _is_figure(column) else PP_ALIGN.LEFT
    tone = Tone.MUTED if is_head or is_state else Tone.INK
    room = Box(0, 0, wide - 2 * _SIDE, _LINES * SIZE * LEADING)
    shown = shortened(plain(said), SIZE, room, bold=is_head)
    fill(cell.text_frame, [Line(shown, SIZE, tone, bold=is_head, italic=is_state, align=align)], t.language)
    colour, points = ("tx1", 1.25) if is_head else ("bg1", 0.5)
    shade = "" if is_head else '<a:lumMod val="85000"/>'
    cell._tc.get_or_add_tcPr().append(  # python-pptx has no borders of cells
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="{Pt(points)}"><a:solidFill><a:schemeClr val="{colour}">{shade}</a:schemeClr>'
            "</a:solidFill></a:lnB>"
        )
    )


def _is_figure(column: Column) -> bool:
    return column.bounded or column.kind in {"count", "fraction"}


def _height(cells: Sequence[str], widths: Sequence[float], *, bold: bool) -> float:
    lines = max(
        min(len(wrapped(plain(said), SIZE, wide - 2 * _SIDE, bold=bold)), _LINES)
        for said, wide in zip(cells, widths, strict=True)
    )
    return lines * SIZE * LEADING + 2 * _ABOVE


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: float) -> Iterator[float]:
    """What each column needs for its words on one line; the widest give way first where that is too much."""
    needed = [
        max(
            width(plain(column.heading), SIZE, bold=True) / (2 if " " in column.heading else 1),
            *(width(row[place], SIZE) for row in rows),
            30.0,
        )
        + 2 * _SIDE
        + 2
        for place, column in enumerate(columns)
    ]
    if sum(needed) <= room:
        return iter(
            needed
            if sum(needed) > room * 0.75
            else [each + (room * 0.75 - sum(needed)) / len(needed) for each in needed]
        )
    low, high = 0.0, max(needed)
    for _ in range(40):  # the width that, as a limit on all columns, makes them fill the room
        limit = (low + high) / 2
        low, high = (limit, high) if sum(min(each, limit) for each in needed) <= room else (low, limit)
    return (min(each, low) for each in needed)
