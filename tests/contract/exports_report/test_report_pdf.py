"""The PDF: its own letters, vectors, tags for reading aloud, and an archive's promises."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pypdf
from docx import Document
from pypdf.generic import ArrayObject, DictionaryObject

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports import docx, pdf
from i18n import text

T = text("id")
NOW = dt.datetime(2026, 11, 22, 8, 30, 15, 123456, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def _reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def _resources(holder: DictionaryObject, kind: str) -> Iterator[DictionaryObject]:
    """What a page and the forms in it use of a kind."""
    own = holder.get("/Resources", DictionaryObject()).get_object()
    for one in own.get(kind, DictionaryObject()).get_object().values():
        yield one.get_object()
    for form in own.get("/XObject", DictionaryObject()).get_object().values():
        if form.get_object().get("/Subtype") == "/Form":
            yield from _resources(form.get_object(), kind)
    for pattern in own.get("/Pattern", DictionaryObject()).get_object().values():
        yield from _resources(pattern.get_object(), kind)


def _tags(node: Any) -> Iterator[DictionaryObject]:
    """The structure's elements in reading order."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, DictionaryObject):
        yield node
        if "/K" in node:
            yield from _tags(node["/K"])


def test_pages_say_what_they_are(made: Any) -> None:
    pages = _reader(made.pdf).pages
    assert 2 <= len(pages) <= 4
    for number, page in enumerate(pages, 1):
        words = page.extract_text()
        assert made.stamp.code in words
        assert f"Halaman {number} dari {len(pages)}" in words
        assert ("DATA CONTOH" in words) == made.stamp.is_simulated
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)


def test_letters_are_in_the_file_and_pictures_are_vectors(made: Any) -> None:
    for page in _reader(made.pdf).pages:
        for font in _resources(page, "/Font"):
            for one in font.get("/DescendantFonts", [font]):
                descriptor = one.get_object().get("/FontDescriptor")
                if font["/Subtype"] != "/Type3":
                    assert descriptor.get_object().keys() & {"/FontFile2", "/FontFile3"}
        assert [one for one in _resources(page, "/XObject") if one.get("/Subtype") == "/Image"] == []


def test_an_archive_and_a_screen_reader_can_use_it(made: Any) -> None:
    reader = _reader(made.pdf)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "id-ID"
    assert root["/MarkInfo"]["/Marked"].value
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "pdfuaid" in metadata
    assert "pdfaid" in metadata
    assert reader.metadata.title == f"Laporan: {made.briefing.title}"
    marks = [one.title for one in reader.outline if not isinstance(one, list)]
    assert [mark for mark in marks if mark in {one.heading for one in made.briefing.sections}] == [
        one.heading for one in made.briefing.sections
    ]
    said = [tag["/Alt"] for tag in _tags(root["/StructTreeRoot"]) if "/Alt" in tag]
    assert said == [f"Kode QR berisi {made.stamp.address}", *(one.shown.alt for one in made.said.parts if one.shown)]


def test_the_same_briefing_gives_the_same_bytes(reports: Any) -> None:
    made = reports["buatan"]
    assert pdf.report(made.briefing, made.stamp, T) == made.pdf


def test_markup_is_text_and_a_letter_that_no_typeface_has_stops_nothing(
    small_briefing: Briefing, small_stamp: Stamp
) -> None:
    place = "#x *y* _z_ $q$ @cite <b>b</b> \\ `c` [d] // = - + 中 Baru"
    made = _reader(pdf.report(replace(small_briefing, place=place), replace(small_stamp, made_at=NOW), T))
    assert place in made.pages[0].extract_text()


def test_twenty_at_once_do_not_mix(small_briefing: Briefing, small_stamp: Stamp) -> None:
    titles = [f"Laporan nomor {number:03}" for number in range(20)]

    def make(title: str) -> tuple[str, bytes]:
        briefing = replace(small_briefing, title=title, sections=small_briefing.sections[2:])
        return pdf.report(briefing, small_stamp, T), docx.report(briefing, small_stamp, T)

    with ThreadPoolExecutor(20) as pool:
        made = list(pool.map(make, titles))
    assert [_reader(one).metadata.title for one, _ in made] == [f"Laporan: {title}" for title in titles]
    words = [Document(io.BytesIO(one)).core_properties.title for _, one in made]
    assert words == [f"Laporan: {title}" for title in titles]
