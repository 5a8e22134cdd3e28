"""A briefing → DOCX."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from briefings.briefing import Briefing
from briefings.progress import Begun, unheard
from briefings.stamp import Stamp
from exports.archive import repacked
from exports.docx.grid import add_facts, add_grid
from exports.docx.marks import add_caption, add_field, add_link, describe
from exports.docx.styles import FIGURE, NOTE, dress
from exports.pictures import bare
from exports.report import Part, Report, Shown, Source, compose
from exports.way_back import square
from i18n import Text

_SQUARE = Cm(2.4)
_SQUARE_SCALE = 10
"""Pixels of a QR module: more than 200 to the inch at that size."""


def report(briefing: Briefing, stamp: Stamp, t: Text, begun: Begun = unheard) -> bytes:
    """The report in the language of `t`. The same briefing and stamp give the same bytes.

    `begun` is told of each section, and of the writing.
    """
    said = compose(briefing, stamp, t)
    document = docx.Document()
    dress(document, said.language)
    _name(document, said, stamp)
    _frame(document, said)
    _head(document, said)
    for part in said.parts:
        begun(t("Composing: {section}", section=part.heading))
        _part(document, part, t)
    begun(t("Writing the file"))
    _sources(document, said)
    document.add_heading(said.closing_heading, level=1)
    for words in said.closing:
        # Kept together: no page for a last sentence.
        document.add_paragraph(words).paragraph_format.keep_with_next = words is not said.closing[-1]
    written = io.BytesIO()
    document.save(written)
    return repacked(written, stamp.made_at)


def _name(document: Document, said: Report, stamp: Stamp) -> None:
    """What lists of files show of it."""
    core = document.core_properties
    core.title = f"{said.head.title}: {said.head.subject[1]}"[:255]
    core.subject = said.description[:255]
    core.author = core.last_modified_by = "Ikrar"
    core.keywords = core.identifier = said.head.code[1]
    core.comments = said.band or ""
    core.language = said.language
    core.created = core.modified = stamp.made_at
    core.revision = 1


def _frame(document: Document, said: Report) -> None:
    """What stands on every page: the code, the day and the page's number, and above them that an example is one."""
    section = document.sections[0]
    if said.band:
        band = section.header.paragraphs[0]
        band.style = document.styles["Header"]
        band.add_run(said.band)
    line = section.footer.paragraphs[0]
    line.add_run(f"{said.footer}\t")
    before, between, after = said.page_words
    line.add_run(before)
    add_field(line, "PAGE", "1")
    line.add_run(between)
    add_field(line, "NUMPAGES", "1")
    line.add_run(after)


def _head(document: Document, said: Report) -> None:
    document.add_paragraph(said.head.title, style="Title")
    right = add_facts(document, (said.head.subject, *said.head.facts, said.head.code))
    if said.head.square_says is None:
        return
    picture = io.BytesIO()
    square(said.head.square_says).save(picture, kind="png", border=0, scale=_SQUARE_SCALE)
    place = right.paragraphs[0]
    place.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    place.paragraph_format.space_before, place.paragraph_format.space_after = Pt(6), Pt(4)
    describe(place.add_run().add_picture(picture, width=_SQUARE), said.head.square_alt)


def _part(document: Document, part: Part, t: Text) -> None:
    document.add_heading(part.heading, level=1)
    finding = document.add_paragraph()
    finding.add_run(part.finding).bold = True
    finding.paragraph_format.keep_with_next = bool(part.more or part.shown or part.grids)
    if part.more:
        document.add_paragraph(part.more)
    if part.shown:
        _picture(document, part.shown, t)
    for at, one in enumerate(part.grids):
        if at and not part.grids[at - 1].notes:
            document.add_paragraph(style=NOTE)  # two tables without a word between them are one
        add_grid(document, one)
    for words in (*part.notes, *filter(None, [part.cited])):
        document.add_paragraph(words, style=NOTE)


def _picture(document: Document, shown: Shown, t: Text) -> None:
    line = document.add_paragraph(style=FIGURE)
    image = io.BytesIO(bare(shown.picture, t, "png", shown.width, shown.height))
    describe(line.add_run().add_picture(image, width=Cm(shown.width)), shown.alt)
    add_caption(document, shown.label, shown.number, shown.caption)


def _sources(document: Document, said: Report) -> None:
    if not said.sources:
        return
    document.add_heading(said.sources_heading, level=1)
    for number, source in enumerate(said.sources, 1):
        _source(document, number, source)
    if said.sources_rest:
        document.add_paragraph(said.sources_rest, style=NOTE)


def _source(document: Document, number: int, source: Source) -> None:
    line = document.add_paragraph(style=NOTE)
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
    line.paragraph_format.space_after = Pt(2)
    line.add_run(f"[{number}]\t{source.words}")
    if source.url is None:
        return
    line.add_run().add_break()
    if source.opens:
        add_link(line, source.url)
    else:
        line.add_run(source.url)
