"""The workbook of a briefing: findings, charts, tables, sources, notes and a dictionary, in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from briefings.briefing import Briefing, Section, SectionName
from briefings.stamp import Stamp
from briefings.table import Table
from exports.xlsx import back, figures, front
from exports.xlsx.cells import Worksheet, sheet_names, writing
from exports.xlsx.page import Page
from i18n import Text

Draw = Callable[[Page, Worksheet, str], None]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet to be written: the name wanted, its title, what writes it, the table it shows if it is one."""

    name: str
    title: str
    draw: Draw
    table: Table | None = None


def workbook(briefing: Briefing, stamp: Stamp, t: Text) -> bytes:
    """A briefing as XLSX.

    Figures are numbers with a format of the reader's language, an unknown one is blank, a text is never a formula.
    """
    shown = [one for section in briefing.sections for one in _of_section(section, t)]
    if briefing.regions is not None:
        shown.append(_of_table(t("Every region"), briefing.regions))
    if briefing.refusals is not None:
        shown.append(_of_table(t("Refused"), briefing.refusals))
    shown.append(_Sheet(t("Sources"), t("Sources of the figures"), partial(back.sources_sheet, briefing=briefing)))
    shown.append(_Sheet(t("Notes"), t("Notes, states and definitions"), partial(back.notes_sheet, briefing=briefing)))
    names = sheet_names([t("Summary"), *(one.name for one in shown), t("Dictionary")])
    tables = {name: one.table for name, one in zip(names[1:], shown, strict=False) if one.table is not None}
    shown.append(_Sheet(t("Dictionary"), t("What each column means"), partial(back.dictionary_sheet, tables=tables)))
    buffer = BytesIO()
    with writing(buffer, stamp.made_at) as book:
        page = Page.of(book, stamp, t)
        first, *others = [book.add_worksheet(name) for name in names]
        titles = [(name, one.title) for name, one in zip(names[1:], shown, strict=True)]
        front.front_sheet(page, first, briefing, titles)
        for number, (one, sheet) in enumerate(zip(shown, others, strict=True), start=1):
            one.draw(page, sheet, f"Ikrar_{number}")
    return buffer.getvalue()


def sheet(table: Table, stamp: Stamp, t: Text) -> bytes:
    """A single table as XLSX, with its dictionary."""
    buffer = BytesIO()
    own, dictionary = sheet_names([table.title, t("Dictionary")])
    with writing(buffer, stamp.made_at) as book:
        page = Page.of(book, stamp, t)
        figures.table_sheet(page, book.add_worksheet(own), "Ikrar_1", table)
        back.dictionary_sheet(page, book.add_worksheet(dictionary), "Ikrar_2", {own: table})
    return buffer.getvalue()


def _of_section(section: Section, t: Text) -> Iterator[_Sheet]:
    picture, tables = section.picture, section.tables
    taken = picture is not None and picture.native is None
    if picture is not None:
        name = section.heading if taken else t("Chart {of}", of=section.heading)
        yield _Sheet(name, picture.title, partial(figures.picture_sheet, picture=picture))
    taken = taken or section.name == SectionName.RINGKASAN  # by the first sheet
    own = t("Table {of}", of=section.heading) if taken else section.heading
    for table in () if section.name == SectionName.METODE else tables:  # the notes say the same, and more
        yield _of_table(own if len(tables) == 1 else table.title, table)


def _of_table(name: str, table: Table) -> _Sheet:
    return _Sheet(name, table.title, partial(figures.table_sheet, table=table), table)
