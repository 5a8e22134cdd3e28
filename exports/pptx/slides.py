"""What is on the slides of a section: picture, tables, big figures or words, under one finding as their title."""

from __future__ import annotations

import io
from typing import Final

from pptx.util import Emu, Pt

from briefings.briefing import Section, SectionName
from briefings.picture import MapDrawing, Picture
from briefings.table import Cell, Column, Table
from exports import pictures
from exports.pptx import cards, charts, maps, tables
from exports.pptx.measure import LEADING
from exports.pptx.sheet import BODY, SMALL, Maker, Sheet
from exports.pptx.text import describe
from i18n import Text
from indicators.words import GRADES, word

_CM: Final = 2.54 / 72
"""Centimetres in a point."""
_NAMED: Final = 3
"""Publishers that a source line names; all sources are in the notes."""
_AROUND_TABLE: Final = BODY * LEADING + 2 * SMALL * LEADING + 20
"""What a table's title above and its notes below take."""


def add(maker: Maker, section: Section) -> None:
    """Add the section's slides: at least one, however little it has to show."""
    if section.picture:
        _picture(maker, section, section.picture)
    elif not section.tables or any(finding.numbers for finding in section.more):
        _words(maker, section)
    for table in section.tables:
        _table(maker, section, table)
    if section.name == SectionName.METODE and section.sources:
        _table(maker, section, _sources(section, maker.t))


def _picture(maker: Maker, section: Section, picture: Picture) -> None:
    t = maker.t
    source = picture.source or _publishers(section, t)
    if isinstance(picture.drawing, MapDrawing):
        edition = t("Boundaries: {edition}.", edition=maker.stamp.boundaries) if maker.stamp.boundaries else ""
        sheet = _opened(maker, section, source, edition)
        if drawn := maps.DrawnMap.of(picture.drawing, t):
            maps.draw(sheet, drawn, picture.title, picture.drawing.view.title)
        else:
            _image(sheet, picture, t)
    elif picture.native and picture.native.categories:
        end, parts = charts.most(picture.native), list(charts.pages(picture.native))
        for place, part in enumerate(parts, 1):
            sheet = _opened(maker, section, source, part=(place, len(parts)))
            frame = charts.draw(sheet, part, end, maker.stamp.made_at)
            describe(frame, picture.name, picture.title)
    else:
        _image(_opened(maker, section, source), picture, t)


def _opened(maker: Maker, section: Section, source: str, extra: str = "", part: tuple[int, int] = (1, 1)) -> Sheet:
    """A slide with the section's further sentences above and its notes below."""
    sheet = maker.sheet(section, source, extra)
    if part[1] > 1:
        sheet.say([_continued(section.heading, part, maker.t)])
    if part[0] == 1:
        sheet.say([finding.words for finding in section.more if finding.words != section.finding.words])
        sheet.foot(section.notes)
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


def _words(maker: Maker, section: Section) -> None:
    """Big figures with the sentence that says each, or sentences alone."""
    with_figures = [finding for finding in section.more if finding.numbers] or (
        [section.finding] if section.finding.numbers else []
    )
    others = [finding.words for finding in section.more if not finding.numbers]
    pages = [with_figures[at : at + cards.MOST] for at in range(0, len(with_figures), cards.MOST)] or [[]]
    for place, page in enumerate(pages):
        sheet = maker.sheet(section, _publishers(section, maker.t))
        if place == 0:
            sheet.say(others)
        if page:
            sheet.foot(section.notes)
            cards.draw(sheet, page)
        else:
            sheet.say(section.notes, 1)


def _table(maker: Maker, section: Section, table: Table) -> None:
    t = maker.t
    grid = tables.Grid.of(table, maker.stage.body.width, t)
    parts = list(grid.pages(maker.room() - _AROUND_TABLE))
    for place, rows in enumerate(parts, 1):
        sheet = maker.sheet(section, _publishers(section, t))
        title = _continued(table.title, (place, len(parts)), t)
        sheet.say([title])
        rest = [] if place < len(parts) else _left_out(table, grid, t)
        sheet.foot([*rest, *(table.notes if place == 1 else ())])
        if len(rows):
            describe(tables.draw(sheet, grid, rows), table.name, f"{section.finding.words} {title}")


def _left_out(table: Table, grid: tables.Grid, t: Text) -> list[str]:
    total = table.total or len(table.rows)
    if len(grid.rows) == total:
        return []
    shown = {"shown": t.number(len(grid.rows)), "total": t.number(total)}
    return [t("Shown: {shown} of {total} rows; the rest is in the workbook and the CSV file.", **shown)]


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


def _publishers(section: Section, t: Text) -> str:
    """The source line of slides without a picture: who published, in the order of the sources."""
    names = list(dict.fromkeys(source.publisher for source in section.sources))
    if not names:
        return ""
    said = ", ".join(names[:_NAMED])
    return t("Source: {names} and others", names=said) if len(names) > _NAMED else t("Source: {names}", names=said)


def _continued(words: str, part: tuple[int, int], t: Text) -> str:
    place, count = part
    return words if count == 1 else t("{title} (part {place} of {count})", title=words, place=place, count=count)
