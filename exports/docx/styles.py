"""The look of the report: Word's own styles, so that an office can give it its own."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exports.docx.marks import element
from i18n import Language

FACE = "Arial"
"""On every office PC; others put letters of the same width in its place."""

INK, MUTED, ACCENT = RGBColor(0x2F, 0x34, 0x37), RGBColor(0x5C, 0x66, 0x70), RGBColor(0x1B, 0x4B, 0x7A)
BAND, BAND_FILL, BAND_EDGE = RGBColor(0x5F, 0x47, 0x00), "FFF4D1", "B98900"
NOTE, FIGURE, CELL, FACT = "Ikrar Note", "Ikrar Figure", "Ikrar Cell", "Ikrar Fact"
"""Styles for what Word has none of its own for."""

WIDTH = Cm(16.6)
_TAGS: dict[Language, str] = {"id": "id-ID", "en": "en-GB"}


def dress(document: Document, language: Language) -> None:
    """A4, the language of the words, and the styles that a report uses."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    section.header_distance = section.footer_distance = Cm(1)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), _TAGS[language])
    _thin_out(document)
    _style(document, "Normal", 9.5, INK, after=4)
    _style(document, "Title", 20, ACCENT, bold=True, after=6)
    _style(document, "Heading 1", 12, ACCENT, bold=True, before=11, after=3)
    _style(document, "Caption", 8, MUTED, before=2, after=4)
    _style(document, NOTE, 8, MUTED, before=2, after=2)
    _style(document, CELL, 8, INK, before=1.2, after=1.2)
    _style(document, FACT, 9.5, INK, before=1, after=1)
    _style(document, FIGURE, 9.5, INK, before=4, after=2).paragraph_format.keep_with_next = True
    _band(_style(document, "Header", 9, BAND, bold=True))
    stops = _style(document, "Footer", 8, MUTED).paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _thin_out(document: Document) -> None:
    """Take out the hundred looks of tables that python-docx's own template brings: each paragraph would search them."""
    for style in [one for one in document.styles if one.type == WD_STYLE_TYPE.TABLE and one.name != "Normal Table"]:
        style.delete()


def _style(
    document: Document,
    name: str,
    size: float,
    colour: RGBColor,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    """The style of that name, made where Word has none, without what Word's theme gives it."""
    known = name in document.styles
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no style of paragraphs")
    if not known:
        style.base_style, style.quick_style = document.styles["Normal"], True
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = FACE, Pt(size), bold, colour
    faces = style.element.rPr.rFonts
    for theme in [key for key in faces.attrib if key.lower().endswith("theme")]:
        del faces.attrib[theme]
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing_rule, shape.widow_control = WD_LINE_SPACING.SINGLE, True
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    return style


def _band(style: ParagraphStyle) -> None:
    """A frame and a fill, so that nobody takes an example for the country."""
    shape = style.element.get_or_add_pPr()
    edges = [
        element(f"w:{side}", val="single", sz="6", space="3", color=BAND_EDGE)
        for side in ("top", "left", "bottom", "right")
    ]
    shape.insert_element_before(
        element("w:pBdr", *edges), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
    shape.insert_element_before(
        element("w:shd", val="clear", color="auto", fill=BAND_FILL),
        "w:tabs",
        "w:spacing",
        "w:ind",
        "w:jc",
        "w:outlineLvl",
    )
