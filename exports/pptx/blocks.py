"""Tables on slides: small ones below each other on one, long ones over several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefings.briefing import Section
from briefings.table import Table
from exports.pptx import tables
from exports.pptx.measure import LEADING, plain, wrapped
from exports.pptx.sheet import BODY, GAP, NOTES, SMALL, Maker, Sheet
from exports.pptx.text import describe
from exports.table_words import left_out
from i18n import Text

_TITLE: Final = BODY * LEADING + 4
_NOTES: Final = NOTES * SMALL * LEADING + GAP


@dataclass(frozen=True, slots=True)
class Block:
    """A table with its title above and what must be known to read it below."""

    table: Table
    grid: tables.Grid
    section: Section
    below: float
    """Points that its small print takes where it is drawn in one piece."""

    @classmethod
    def of(cls, table: Table, section: Section, maker: Maker) -> Block:
        """The table as the deck's slides have room for it."""
        room = replace(maker.stage.body, height=maker.room() - _TITLE - GAP - _NOTES)
        grid = tables.Grid.of(table, room, maker.t)
        made = cls(table, grid, section, 0)
        words = plain(" ".join(made._notes([range(len(grid.rows))], maker.t)))
        lines = min(len(wrapped(words, SMALL, room.width)), NOTES) if words else 0
        return replace(made, below=lines * SMALL * LEADING + (GAP if lines else 0))

    @property
    def height(self) -> float:
        """Points that it takes as a whole; infinite where it is not drawn in one piece."""
        rows = len(self.grid.rows)
        if self.grid.abreast > 1 or rows < len(self.table.rows):
            return math.inf
        return _TITLE + self.grid.height(range(rows)) + GAP + self.below

    def larger(self, room: float) -> Block:
        """The same in larger letters, where so much is free."""
        return replace(self, grid=self.grid.larger(room - _TITLE - GAP - self.below))

    def draw(self, sheet: Sheet) -> None:
        """Draw all of it from the top of what is free on the slide."""
        self._draw(sheet, [range(len(self.grid.rows))], self.table.title)
        sheet.note(self._notes([range(len(self.grid.rows))], sheet.t))

    def over_slides(self, maker: Maker, source: str, first: Sheet) -> None:
        """Draw it on a slide that is free below its first sentences, and on further ones."""
        around = _TITLE + GAP + _NOTES
        pages = self.grid.pages(first.free.height - around, maker.room() - around)
        for place, parts in enumerate(pages, 1):
            sheet = first if place == 1 else maker.sheet(self.section, source)
            if place == len(pages):
                sheet.foot(self._notes([part for page in pages for part in page], maker.t))
            self._draw(sheet, parts, continued(self.table.title, place, len(pages), maker.t))

    def _draw(self, sheet: Sheet, parts: Sequence[range], title: str) -> None:
        sheet.is_young = False
        sheet.say([title], 1)
        beside = sum(self.grid.widths) + tables.GAP
        for place, rows in enumerate(parts):
            box = replace(sheet.free, left=sheet.free.left + place * beside)
            drawn = tables.draw(sheet, self.grid, box, rows)
            describe(drawn, self.table.name, f"{self.section.finding.words} {title}")
        sheet.free = sheet.free.from_top(max(map(self.grid.height, parts)), GAP)[1]

    def _notes(self, parts: Sequence[range], t: Text) -> tuple[str, ...]:
        """What is said of rows that are not on the slides, and what must be known to read the table."""
        held = len(self.table.rows)
        left = left_out(sum(map(len, parts)), held, self.table.total or held, t)
        return (left, *self.table.notes) if left else self.table.notes


def add(maker: Maker, blocks: Sequence[Block], source: str, sheet: Sheet | None) -> Sheet | None:
    """Add slides with the tables, as many of the small ones on each as there is room for.

    `sheet`: a slide that has room left, null = none; and so is what is returned.
    """
    is_alone = True
    for place, block in enumerate(blocks, 1):
        if sheet is None or block.height > sheet.free.height:
            sheet = sheet if sheet and sheet.is_young else maker.sheet(block.section, source)
            is_alone = True
        room = sheet.free.height
        if block.height <= room:
            is_alone = is_alone and not any(block.height + each.height <= room for each in blocks[place : place + 1])
            (block.larger(room) if is_alone else block).draw(sheet)
            is_alone = False
        else:
            block.over_slides(maker, source, sheet)
            sheet = None
    return sheet


def continued(words: str, place: int, count: int, t: Text) -> str:
    """A title and which part of what it names this is."""
    return words if count == 1 else t("{title} (part {place} of {count})", title=words, place=place, count=count)
