"""What Word knows and python-docx has no word for: fields, links, text alternatives."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """An element of Word's own, `w:tag` with `w:` attributes."""
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def add_field(paragraph: Paragraph, instruction: str, shown: str, *, bold: bool = False) -> None:
    """A field that Word reckons, PAGE for one; `shown` stands there until it does."""
    for kind in ("begin", None, "separate", "", "end"):
        run = paragraph.add_run()
        run.bold = bold or None
        if kind is None:
            code = element("w:instrText")
            code.text = f" {instruction} "
            run._r.append(code)
        elif kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            run.text = shown


def add_caption(document: Document, label: str, number: int, words: str, *, above: bool = False) -> None:
    """`Gambar 1. …` with a number that Word keeps right when captions move. `above`: it stays with what follows."""
    caption = document.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = above
    caption.paragraph_format.keep_together = True
    caption.add_run(f"{label} ").bold = True
    add_field(caption, f"SEQ {label} \\* ARABIC", str(number), bold=True)
    caption.add_run(".").bold = True
    caption.add_run(f" {words}")


def add_link(paragraph: Paragraph, address: str) -> None:
    """The address in full, which opens."""
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink")
    link.set(qn("r:id"), target)
    run = paragraph.add_run(address)
    run.font.color.rgb, run.font.underline = RGBColor(0x1B, 0x4B, 0x7A), True
    link.append(run._r)
    paragraph._p.append(link)


def describe(shape: InlineShape, words: str) -> None:
    """Give a picture its text alternative, and no space around it, which LibreOffice adds where nothing is said."""
    shape._inline.docPr.set("descr", words)
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")
