"""Tables on slides: small ones below each other on one, long ones over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefings.briefing import Section
from briefings.table import Table
from exports.pptx import tables
from exports.pptx.measure import LEADING
from exports.pptx.sheet import BODY, GAP, SMALL, Maker, Sheet
from exports.pptx.text import describe
from i18n import Text

_TITLE: Final = BODY * LEADING + 4
_NOTES: Final = 2 * SMALL * LEADING + GAP


@dataclass(frozen=True, slots=True)
class Block:
    """A table with its title above and what must be known to read it below."""

    table: Table
    grid: tables.Grid
    notes: tuple[str, ...]
    wide: float

    @classmethod
    def of(cls, table: Table, maker: Maker) -> Block:
        """The table as wide as the deck's slides have room."""
        wide = maker.stage.body.width
        grid = tables.Grid.of(table, wide, maker.t)
        return cls(table, grid, (*_left_out(table, grid, maker.t), *table.notes), wide)

    @property
    def height(self) -> float:
        """Points that it takes as a whole."""
        if not self.grid.rows:
            return 0.0
        return _TITLE + self.grid.height(range(len(self.grid.rows))) + (_NOTES if self.notes else 0)

    def draw(self, sheet: Sheet, section: Section) -> None:
        """Draw all of it from the top of what is free on the slide."""
        if self.grid.rows:
            self._draw(sheet, section, [range(len(self.grid.rows))], self.table.title)
            sheet.note(self.notes)

    def over_slides(self, maker: Maker, section: Section, source: str) -> None:
        """Draw it on slides of its own."""
        pages = self.grid.pages(maker.room() - _TITLE - GAP - _NOTES)
        for place, parts in enumerate(pages, 1):
            sheet = maker.sheet(section, source)
            sheet.foot(self.notes if place == len(pages) else ())
            self._draw(sheet, section, parts, continued(self.table.title, place, len(pages), maker.t))

    def _draw(self, sheet: Sheet, section: Section, parts: Sequence[range], title: str) -> None:
        sheet.say([title], 1)
        beside = sum(self.grid.widths) + tables.GAP
        for place, rows in enumerate(parts):
            box = replace(sheet.free, left=sheet.free.left + place * beside)
            drawn = tables.draw(sheet, self.grid, box, rows)
            describe(drawn, self.table.name, f"{section.finding.words} {title}")
        sheet.free = sheet.free.from_top(max(map(self.grid.height, parts)), GAP)[1]


def add(maker: Maker, section: Section, blocks: Sequence[Block], source: str, sheet: Sheet | None) -> None:
    """Add slides with the tables, as many of the small ones on each as there is room for.

    `sheet`: a slide that has room left, null = none.
    """
    for block in blocks:
        if not block.grid.rows:
            continue
        if sheet and block.height + GAP <= sheet.free.height and block.grid.abreast == 1:
            block.draw(sheet, section)
        elif block.height <= maker.room() and block.grid.abreast == 1 and len(block.grid.rows) <= tables.ROWS:
            sheet = maker.sheet(section, source)
            block.draw(sheet, section)
        else:
            sheet = None
            block.over_slides(maker, section, source)


def continued(words: str, place: int, count: int, t: Text) -> str:
    """A title and which part of what it names this is."""
    return words if count == 1 else t("{title} (part {place} of {count})", title=words, place=place, count=count)


def _left_out(table: Table, grid: tables.Grid, t: Text) -> tuple[str, ...]:
    """What is said of rows that are not on the slides: those of the table are in the workbook, the others nowhere."""
    shown, total = len(grid.rows), table.total or len(table.rows)
    values = {"shown": t.number(shown), "total": t.number(total)}
    if shown < len(table.rows):
        return (t("Shown: {shown} of {total} rows; the rest is in the workbook and the CSV file.", **values),)
    return (t("Shown: {shown} of {total} rows.", **values),) if shown < total else ()
