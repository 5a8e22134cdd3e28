"""PDF and DOCX: paragraphs whole and in order, captions told, what is not the article's text left out."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from pypdf import PdfWriter

from etl.sources.articles import DEFAULT
from etl.sources.child.limits import MB

W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
LETTER = [
    "Ratusan ASN Pati Ikrar Netral di Pendopo",
    "",
    "PATI – Pemerintah Kabupaten Pati menggelar ikrar netra-",
    "litas ASN di Pendopo Pati, Jum’at (17/11/2023), dipimpin",
    "Sekretaris Daerah dan diikuti 640 pegawai dari dinas-",
    "dinas.",
    "Bupati meminta pegawai menjaga jarak dari politik praktis",
    "selama masa kampanye. Isi ikrar:",
    "1. Netral saat melayani masyarakat sebelum dan sesudah",
    "pemilihan.",
    "2. Menolak politik uang.",
]
PARAGRAPHS = [
    "Ratusan ASN Pati Ikrar Netral di Pendopo",
    f"PATI – Pemerintah Kabupaten Pati menggelar ikrar netralitas {LETTER[3][6:]} {LETTER[4]}dinas.",
    "Bupati meminta pegawai menjaga jarak dari politik praktis selama masa kampanye. Isi ikrar:",
    "1. Netral saat melayani masyarakat sebelum dan sesudah pemilihan.",
    "2. Menolak politik uang.",
]


def test_lines_of_a_pdf_become_paragraphs(pdf, lines_in) -> None:
    assert [line for _, line in lines_in(pdf([LETTER]))] == PARAGRAPHS


def test_a_paragraph_goes_on_over_pages_without_their_heads_and_feet(pdf, lines_in) -> None:
    pages = [
        ["SIARAN PERS PEMKAB PATI", *LETTER[:4], "Halaman 1 dari 3"],
        ["SIARAN PERS PEMKAB PATI", *LETTER[4:], "- 2 -"],
    ]
    pages.append(["SIARAN PERS PEMKAB PATI", "Kegiatan ditutup dengan doa bersama di halaman pendopo.", "3"])
    lines = [line for _, line in lines_in(pdf(pages))]
    assert lines == [*PARAGRAPHS, "Kegiatan ditutup dengan doa bersama di halaman pendopo."]


def test_a_text_before_many_photographs_is_no_scan(pdf, lines_in) -> None:
    assert [line for _, line in lines_in(pdf([LETTER, *[[]] * 30], picture=True))] == PARAGRAPHS


def _locked(data: bytes, user: str) -> bytes:
    writer, written = PdfWriter(clone_from=io.BytesIO(data)), io.BytesIO()
    writer.encrypt(user, "pemilik", algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


def test_a_pdf_that_anybody_may_open_is_read(pdf, lines_in) -> None:
    assert [line for _, line in lines_in(_locked(pdf([LETTER]), ""))] == PARAGRAPHS


def _holed(data: bytes) -> bytes:
    """A PDF whose last packed stream is damaged in its middle."""
    at = (data.rfind(b"\nstream\n") + data.rfind(b"\nendstream")) // 2
    return data[:at] + bytes(4) + data[at + 4 :]


PDFS = {
    "a scan": (lambda pdf: pdf([[], []], picture=True), "scan"),
    "a scan with the scanner's stamp": (lambda pdf: pdf([["Dipindai dengan CamScanner"]], picture=True), "scan"),
    "blank pages": (lambda pdf: pdf([[]]), "no_text"),
    "locked": (lambda pdf: _locked(pdf([LETTER]), "rahasia"), "password"),
    "too many pages": (lambda pdf: pdf([LETTER] * 4), "too_many_pages"),
    "cut off": (lambda pdf: pdf([LETTER])[:200], "broken"),
    "a stream with a hole": (lambda pdf: _holed(pdf([LETTER * 9])), "broken"),
}


@pytest.mark.parametrize(("make", "code"), PDFS.values(), ids=PDFS)
def test_a_pdf_without_text_to_read_says_why(pdf, code_of, make, code: str) -> None:
    assert code_of(make(pdf), replace(DEFAULT, pages=3))[0] == code


def _fill(document) -> None:
    document.add_heading("ASN Pati Ikrar Netral", 1)
    document.styles.add_style("Caption", WD_STYLE_TYPE.PARAGRAPH) if "Caption" not in document.styles else None
    document.add_paragraph("Sekda membaca ikrar", style="Caption")
    paragraph = document.add_paragraph("PATI – Ikrar diikuti ")
    paragraph._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>400</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>640</w:t></w:r></w:ins>"))
    paragraph.add_run(" pegawai.")
    table = document.add_table(2, 2)
    for at, words in enumerate(["Hari", "Jum’at, 17 November 2023", "Tempat", "Pendopo Pati"]):
        table.cell(at // 2, at % 2).text = words
    paragraph = document.add_paragraph("Pertama, netral.")
    paragraph.add_run().add_break()
    paragraph.add_run("Kedua, bijak.")
    document.add_heading("Penutup", 1)
    document.sections[0].footer.paragraphs[0].text = "Kop surat 2019"


EXPECTED = [
    ("headline", "ASN Pati Ikrar Netral"),
    ("caption", "Sekda membaca ikrar"),
    (None, "PATI – Ikrar diikuti 640 pegawai."),
    (None, "Hari Jum’at, 17 November 2023"),
    (None, "Tempat Pendopo Pati"),
    (None, "Pertama, netral."),
    (None, "Kedua, bijak."),
    (None, "Penutup"),
]


def test_a_word_document_is_read_in_its_order(word, lines_in) -> None:
    assert lines_in(word(_fill)) == EXPECTED


def test_macros_are_left_alone(word, changed, lines_in) -> None:
    plain, macros = b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
    data = changed(
        word(_fill),
        {
            "[Content_Types].xml": lambda types: types.replace(
                b"application/vnd.openxmlformats-officedocument." + plain, b"application/vnd." + macros
            ),
            "word/vbaProject.bin": lambda _: b"Sub AutoOpen",
        },
    )
    assert lines_in(data) == EXPECTED


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document/>'
DOCX = {
    "entities": ({"word/document.xml": lambda _: ENTITIES}, "declares_entities"),
    "no relations": ({"_rels/.rels": lambda _: b"<Relationships/>"}, "broken"),
    "broken XML": ({"word/document.xml": lambda xml: xml[:-20]}, "broken"),
    "unpacks to too much": ({"word/media/a.bin": lambda _: bytes(2 * MB)}, "too_expanded"),
}


@pytest.mark.parametrize(("changes", "code"), DOCX.values(), ids=DOCX)
def test_a_word_document_that_cannot_be_trusted_is_refused(word, changed, code_of, changes, code: str) -> None:
    assert code_of(changed(word(_fill), changes), replace(DEFAULT, expanded=2 * MB))[0] == code


OTHERS = {"xl/workbook.xml": "XLSX", "ppt/presentation.xml": "PowerPoint (PPTX)", "a.txt": "ZIP"}


@pytest.mark.parametrize(("member", "named"), OTHERS.items(), ids=OTHERS.values())
def test_another_zip_is_named(zipped, code_of, member: str, named: str) -> None:
    assert code_of(zipped({member: "x"})) == ("no_article", named)
