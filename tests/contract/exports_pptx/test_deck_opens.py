"""A deck opens in an office program, stays the same, and holds nothing that a file could do harm with."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import openpyxl
import pytest
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pypdf import PdfReader

from briefings.briefing import Briefing, SectionName
from briefings.finding import Finding
from briefings.stamp import Stamp
from exports.pptx import deck
from i18n import text


def _opened(data: bytes):
    return Presentation(io.BytesIO(data))


def _drawn(shapes) -> Iterator[BaseShape]:
    """Pictures, charts, tables and groups: what has to be told to whoever cannot see it."""
    return (shape for shape in shapes if shape.shape_type in {3, 6, 13, 19})


@pytest.mark.parametrize("language", ["id", "en"])
def test_libreoffice_shows_as_many_pages_as_there_are_slides(
    small_briefing: Briefing, small_stamp: Stamp, office: Callable[[bytes, str], bytes], language
) -> None:
    data = deck(small_briefing, small_stamp, text(language))
    assert len(PdfReader(io.BytesIO(office(data, ".pptx"))).pages) == len(_opened(data).slides)


def test_the_same_stamp_gives_the_same_bytes(small_briefing: Briefing, small_stamp: Stamp) -> None:
    assert deck(small_briefing, small_stamp, text("id")) == deck(small_briefing, small_stamp, text("id"))


def test_no_workbook_in_it_has_a_formula_or_a_link(small_briefing: Briefing, small_stamp: Stamp) -> None:
    charts = [
        shape.chart
        for slide in _opened(deck(small_briefing, small_stamp, text("id"))).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert charts
    for chart in charts:
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert "=SUM(A1:A9)" in {cell.value for cell in cells}
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in cells)


def test_every_slide_has_notes_with_the_code_and_every_picture_words(
    small_briefing: Briefing, small_stamp: Stamp
) -> None:
    for slide in _opened(deck(small_briefing, small_stamp, text("id"))).slides:
        assert small_stamp.code in slide.notes_slide.notes_text_frame.text
        for shape in _drawn(slide.shapes):
            assert shape.element.xpath(".//p:cNvPr")[0].get("descr"), shape.name


def test_text_that_would_break_a_file_is_shown_without_what_breaks_it(
    small_briefing: Briefing, small_stamp: Stamp, office: Callable[[bytes, str], bytes]
) -> None:
    """Control characters, halves of characters and markup, in every kind of text that comes from data."""
    wild = '\x00\x0b\ud800\uffff<a:t>"&\x1b _x0041_ ]]>'
    tame = '<a:t>"& _x0041_ ]]>'
    section = small_briefing.sections[2]
    native = replace(section.picture.native, categories=(wild, "=1+1", "@"), unit=wild)
    table = replace(section.tables[0], title=wild, rows=((wild, 1, None, None),))
    section = replace(
        section, finding=Finding("{wild}", names={"wild": wild}), notes=(wild,), tables=(table,),
        picture=replace(section.picture, title=wild, source=wild, native=native),
    )  # fmt: skip
    briefing = replace(small_briefing, title=wild, place=wild, sections=(section,))
    data = deck(briefing, small_stamp, text("id"))
    read = _opened(data)
    assert [slide.shapes.title.text for slide in read.slides][:2] == [tame, tame]
    (chart,) = [shape.chart for slide in read.slides for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == [tame, "=1+1", "@"]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert [cell.value for cell in sheet["A"]][1:] == [tame, "=1+1", "@"]
    assert office(data, ".pptx").startswith(b"%PDF")


def test_a_simulated_deck_says_so_on_every_slide(small_briefing: Briefing, small_stamp: Stamp) -> None:
    made = _opened(deck(small_briefing, replace(small_stamp, is_simulated=True), text("id")))
    for slide in made.slides:
        assert any("DATA CONTOH" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_section_with_nothing_to_show_says_what_would_fill_it(small_briefing: Briefing, small_stamp: Stamp) -> None:
    asked_for = {}
    for slide in list(_opened(deck(small_briefing, small_stamp, text("id"))).slides)[1:]:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        asked_for[slide.shapes.title.text] = "Yang diperlukan untuk mengisi halaman ini" in said
    assert asked_for == {
        section.finding.words: section.name == SectionName.LINIMASA for section in small_briefing.sections
    }
