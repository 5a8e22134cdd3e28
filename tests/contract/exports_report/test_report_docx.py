"""The Word file: opens without repair, is made of Word's own styles, and can be read aloud."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pypdf
from docx.oxml.ns import qn

from exports.docx import report
from i18n import text


def test_it_opens_and_has_as_many_pages_as_a_report_may_have(made: Any, office: Callable[[bytes, str], bytes]) -> None:
    pages = pypdf.PdfReader(io.BytesIO(office(made.docx, ".docx"))).pages
    assert 2 <= len(pages) <= 4
    for number, page in enumerate(pages, 1):
        words = page.extract_text()
        assert made.stamp.code in words
        assert f"Halaman {number} dari {len(pages)}" in words
        assert ("DATA CONTOH" in words) == made.stamp.is_simulated


def test_styles_are_words_own(made: Any) -> None:
    document = docx.Document(io.BytesIO(made.docx))
    by_style: dict[str, list[str]] = {}
    for line in document.paragraphs:
        by_style.setdefault(line.style.name, []).append(line.text)
    sections, parts = made.briefing.sections, made.said.parts
    assert by_style["Title"] == ["Laporan"]
    assert [heading for heading in by_style["Heading 1"] if heading in {one.heading for one in sections}] == [
        one.heading for one in sections
    ]
    things = sum(len(one.grids) + (one.shown is not None) for one in parts)
    assert len(by_style.get("Caption", [])) == things


def test_language_and_properties(made: Any) -> None:
    document = docx.Document(io.BytesIO(made.docx))
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"id-ID"}
    core = document.core_properties
    assert (core.author, core.language, core.identifier) == ("Ikrar", "id", made.stamp.code)
    assert core.title == f"Laporan: {made.briefing.title}"
    assert core.created.timestamp() == made.stamp.made_at.timestamp()


def test_pictures_say_their_finding_and_tables_name_their_header(made: Any) -> None:
    document = docx.Document(io.BytesIO(made.docx))
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    pictures = [one.shown.picture.title for one in made.said.parts if one.shown]
    assert said == [f"Kode QR berisi {made.stamp.address}", *pictures]
    for table in document.tables[1:]:
        first, *others = (row._tr.trPr for row in table.rows)
        assert first.find(qn("w:tblHeader")) is not None
        assert all(one.find(qn("w:tblHeader")) is None for one in others)


def test_the_same_briefing_gives_the_same_bytes(reports: Any) -> None:
    made = reports["buatan"]
    assert report(made.briefing, made.stamp, text("id")) == made.docx


def test_in_english(small_briefing: Any, small_stamp: Any) -> None:
    document = docx.Document(io.BytesIO(report(small_briefing, small_stamp, text("en"))))
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert "Checking the figures" in [line.text for line in document.paragraphs]
