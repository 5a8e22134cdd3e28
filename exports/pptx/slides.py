"""What is on the slides of a section: picture, tables, big figures or words, under one finding as their title."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pptx.util import Emu, Pt

from briefings.briefing import Section, SectionName
from briefings.finding import Finding
from briefings.needed import needed
from briefings.picture import MapDrawing, Picture
from briefings.sources import source_line
from briefings.table import Cell, Column, Table
from exports import pictures
from exports.pptx import blocks, cards, charts, maps, statement
from exports.pptx.blocks import continued
from exports.pptx.sheet import GAP, Maker, Sheet
from exports.pptx.text import describe
from i18n import Text
from indicators.words import GRADES, word

_CM: Final = 2.54 / 72
"""Centimetres in a point."""
_FEW: Final = 4
_LEAST: Final = 280.0
"""Points that a map and its notes take at least."""


def add(maker: Maker, section: Section) -> None:
    """Add the section's slides: at least one, however little it has to show."""
    listed = (*section.tables, *([_sources(section, maker.t)] if section.name == SectionName.METODE else ()))
    rest = [blocks.Block.of(table, section, maker) for table in listed if table.rows]
    source = source_line(section.sources, maker.t)
    sheet = None
    if section.picture:
        small = rest if len(rest) == 1 and rest[0].height <= _beside(section.picture, maker.room()) else []
        _picture(maker, section, section.picture, small)
        rest = [] if small else rest
    elif section.name == SectionName.RINGKASAN or not rest:
        sheet = _words(maker, section, source, rest[0].height if rest else 0)
    else:
        sheet = _opened(maker, section, source, [])
        sheet.is_young = True
    sheet = blocks.add(maker, rest, source, sheet)
    if sheet and rest:
        statement.ask(sheet, needed(section, maker.t))


def _picture(maker: Maker, section: Section, picture: Picture, small: Sequence[blocks.Block]) -> None:
    t = maker.t
    source = picture.source or source_line(section.sources, t)
    if isinstance(picture.drawing, MapDrawing):
        edition = t("Boundaries: {edition}.", edition=maker.stamp.boundaries) if maker.stamp.boundaries else ""
        sheet = _opened(maker, section, source, small, [edition])
        if drawn := maps.DrawnMap.of(picture.drawing, t):
            maps.draw(sheet, drawn, picture.title)
        else:
            _image(sheet, picture, t)
    elif picture.native and picture.native.categories:
        sheet = _opened(maker, section, source, small)
        end, parts = charts.most(picture.native), list(charts.pages(picture.native, sheet.free.height))
        for place, part in enumerate(parts, 1):
            if place > 1:
                sheet = maker.sheet(section, source)
                sheet.say([continued(section.heading, place, len(parts), t)])
            describe(charts.draw(sheet, part, end, maker.stamp.made_at), picture.name, picture.title)
    else:
        _image(_opened(maker, section, source, small), picture, t)


def _beside(picture: Picture, room: float) -> float:
    """Points that a table may take below a picture on a slide with that room; a longer one has a slide of its own."""
    if picture.native and len(picture.native.categories) <= _FEW:
        return room * 0.5
    most = room * 0.28
    return min(most, room - _LEAST) if isinstance(picture.drawing, MapDrawing) else most


def _opened(
    maker: Maker, section: Section, source: str, small: Sequence[blocks.Block], notes: Sequence[str] = ()
) -> Sheet:
    """A slide with the section's further sentences above, its notes below, and over those a small table."""
    sheet = maker.sheet(section, source)
    sheet.say([finding.words for finding in section.more if finding.words != section.finding.words])
    sheet.foot([*notes, *section.notes])
    for block in small:
        sheet.free, box = sheet.free.from_bottom(block.height, GAP)
        block.draw(replace(sheet, free=box))
    return sheet


def _image(sheet: Sheet, picture: Picture, t: Text) -> None:
    """What PowerPoint cannot draw itself comes as a sharp image."""
    box = sheet.free
    image = pictures.bare(picture, t, "png", box.width * _CM, box.height * _CM)
    shape = sheet.shapes.add_picture(io.BytesIO(image), Pt(box.left), Pt(box.top))
    scale = min(Pt(box.width) / shape.width, Pt(box.height) / shape.height)
    shape.width, shape.height = Emu(int(shape.width * scale)), Emu(int(shape.height * scale))
    shape.left = Emu(Pt(box.left) + (Pt(box.width) - shape.width) // 2)
    describe(shape, picture.name, picture.title)


def _has_digits(finding: Finding) -> bool:
    """True where a number of it is a figure; “the only one” is a word."""
    return any(letter.isdigit() for number in finding.numbers.values() for letter in number.words)


def _words(maker: Maker, section: Section, source: str, below: float) -> Sheet:
    """Big figures with the sentence that says each, or sentences alone. Returns the last slide, which `below` points
    are left of where that can be."""
    figures = [finding for finding in section.more if _has_digits(finding)]
    first = sheet = maker.sheet(section, source)
    others = [finding.words for finding in section.more if not _has_digits(finding)]
    if not (below or len(figures) > 1):
        statement.draw(first, [*(finding.words for finding in section.more), *section.notes], needed(section, maker.t))
        return first
    first.say(others)
    first.foot(section.notes)
    for place, part in enumerate(parts := cards.pages(first, figures), 1):
        sheet = first if place == 1 else maker.sheet(section, source)
        cards.draw(sheet, part, below if place == len(parts) else 0)
    return sheet


def _sources(section: Section, t: Text) -> Table:
    """The section's sources as a table; their addresses are in the notes."""
    columns = (
        Column("title", t("Source")),
        Column("publisher", t("Publisher")),
        Column("published_on", t("Published"), "day"),
        Column("grade", t("Evidence")),
    )
    rows: list[tuple[Cell, ...]] = [
        (source.title, source.publisher, source.published_on, f"{source.grade}, {word(GRADES, source.grade, t)}")
        for source in section.sources
    ]
    return Table("sumber", t("Sources"), columns, tuple(rows))
