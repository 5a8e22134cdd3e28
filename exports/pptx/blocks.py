"""Tables on slides: small ones below each other on one, long ones over several."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefings.briefing import Section
from briefings.table import Table
from exports.pptx import tables
from exports.pptx.measure import LEADING
from exports.pptx.sheet import BODY, GAP, SMALL, Maker, Sheet
from exports.pptx.text import describe
from exports.table_words import left_out
from i18n import Text

_TITLE: Final = BODY * LEADING + 4
_NOTES: Final = 2 * SMALL * LEADING + GAP


@dataclass(frozen=True, slots=True)
class Block:
    """A table with its title above and what must be known to read it below."""

    table: Table
    grid: tables.Grid
    section: Section

    @classmethod
    def of(cls, table: Table, section: Section, maker: Maker) -> Block:
        """The table as wide as the deck's slides have room."""
        return cls(table, tables.Grid.of(table, maker.stage.body.width, maker.t), section)

    @property
    def height(self) -> float:
        """Points that it takes as a whole; infinite where it must not stand on one slide."""
        rows = len(self.grid.rows)
        if rows > tables.ROWS or rows < len(self.table.rows):
            return math.inf
        notes = _NOTES if self.table.notes or (self.table.total or rows) > rows else 0
        return _TITLE + self.grid.height(range(rows)) + notes

    def draw(self, sheet: Sheet) -> None:
        """Draw all of it from the top of what is free on the slide."""
        self._draw(sheet, [range(len(self.grid.rows))], self.table.title)
        sheet.note(self._notes([range(len(self.grid.rows))], sheet.t))

    def over_slides(self, maker: Maker, source: str, first: Sheet) -> None:
        """Draw it on a slide that is free below its first sentences, and on further ones."""
        pages = self.grid.pages(first.free.height - _TITLE - GAP - _NOTES)
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


def add(maker: Maker, blocks: Sequence[Block], source: str, sheet: Sheet | None) -> None:
    """Add slides with the tables, as many of the small ones on each as there is room for.

    `sheet`: a slide that has room left, null = none.
    """
    for block in blocks:
        if sheet is None or block.height > sheet.free.height:
            sheet = sheet if sheet and sheet.is_young else maker.sheet(block.section, source)
        if block.height <= sheet.free.height:
            block.draw(sheet)
        else:
            block.over_slides(maker, source, sheet)
            sheet = None


def continued(words: str, place: int, count: int, t: Text) -> str:
    """A title and which part of what it names this is."""
    return words if count == 1 else t("{title} (part {place} of {count})", title=words, place=place, count=count)
