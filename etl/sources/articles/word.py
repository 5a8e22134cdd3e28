"""DOCX: paragraphs and rows of tables in their order. Macros are data that nobody asks for; nothing is fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from etl.sources.articles.contents import Block, Contents, Kind
from etl.sources.articles.limits import Limits
from etl.sources.child.archive import TORN, Archive
from etl.sources.child.fault import Fault

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # type: ignore[import-untyped]  # lxml ships no types

_BODY = "word/document.xml"
_OTHERS = (
    ("xl/", "XLSX"),
    ("ppt/", "PowerPoint (PPTX)"),
    ("content.xml", "OpenDocument"),
)
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_HEADLINES = frozenset({"title", "heading 1"})
_ENTITIES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def read(data: bytes, limits: Limits) -> Contents:
    """The blocks of a Word document. Raises Fault for other zips, bombs, damage and locked files."""
    archive = Archive(data, limits.expanded)
    if _BODY not in archive:
        raise _named(archive)
    if any(mark in archive.head(_BODY) for mark in _ENTITIES):
        raise Fault("declares_entities")
    return Contents(tuple(_blocks(data)))


def _named(archive: Archive) -> Fault:
    for start, name in _OTHERS:
        if any(member.startswith(start) for member in archive.names()):
            return Fault("save_as_docx" if name == "OpenDocument" else "no_article", format=name)
    return Fault("no_article", format="ZIP")


def _blocks(data: bytes) -> Iterator[Block]:
    # here: only this format needs them, and a process reads one format
    from docx.opc.constants import CONTENT_TYPE
    from docx.opc.exceptions import OpcError
    from docx.opc.part import PartFactory
    from docx.package import Package
    from docx.parts.document import DocumentPart
    from lxml.etree import LxmlError

    # parts and relations that are named and not there, or are something else than their name says
    torn = (*TORN, OpcError, LxmlError, AttributeError, KeyError, ValueError)
    PartFactory.part_type_for[_MACROS] = DocumentPart
    try:
        part = Package.open(io.BytesIO(data)).main_document_part
    except torn as error:
        raise Fault("broken") from error
    if not isinstance(part, DocumentPart) or part.content_type not in {CONTENT_TYPE.WML_DOCUMENT_MAIN, _MACROS}:
        raise Fault("broken")
    document = part.document
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    headline = False
    for style, line in _lines(document.element.body):
        kind = _kind(names.get(style, ""))
        if kind == "headline":
            kind, headline = (None if headline else kind), True
        yield kind, line


def _kind(style: str) -> Kind | None:
    return "headline" if style in _HEADLINES else "caption" if style == "caption" else None


def _lines(element: Element) -> Iterator[tuple[str, str]]:
    """The lines inside an element, with the style of their paragraph; a row of cells with a line each is one line."""
    for child in element:
        match _local(child):
            case "p":
                yield from _paragraph(child)
            case "tr":
                cells = [list(_lines(cell)) for cell in child if _local(cell) == "tc"]
                if all(len(cell) <= 1 for cell in cells):
                    yield "", " ".join(line for cell in cells for _, line in cell)
                else:
                    yield from (line for cell in cells for line in cell)
            case "Fallback" | "sectPr" | "del":
                continue
            case _:
                yield from _lines(child)


def _paragraph(paragraph: Element) -> Iterator[tuple[str, str]]:
    """A paragraph's lines, deleted words left out, then those of the text boxes that hang on it."""
    style, text, boxes = "", "", []
    pending = list(reversed(paragraph))
    while pending:
        child = pending.pop()
        match _local(child):
            case "pStyle":
                style = next((value for name, value in child.items() if name.endswith("}val")), "")
            case "t":
                text += child.text or ""
            case "tab":
                text += " "
            case "br" | "cr":
                text += "\n"
            case "noBreakHyphen":
                text += "-"
            case "txbxContent":
                boxes.append(child)
            case "Fallback" | "del" | "moveFrom":
                continue
            case _:
                pending += reversed(child)
    yield from ((style, line) for line in text.split("\n") if line.strip())
    for box in boxes:
        yield from _lines(box)


def _local(element: Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
