"""A person's own template: checked, its sample slides taken out, its master, layouts, fonts and logo kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Final

import pptx
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation

from exports.pptx.stage import box_of
from i18n import N_, BadInput

_TYPES: Final = "[Content_Types].xml"
_TEMPLATE: Final = CT.PML_TEMPLATE_MAIN.encode()
_DECK: Final = CT.PML_PRESENTATION_MAIN.encode()
_OLD: Final = b"\xd0\xcf\x11\xe0"
_MOST: Final = 300 * 1024 * 1024
"""Bytes unpacked: a template full of photographs has a tenth of it."""
_DAMAGED: Final = N_("The template is not a PowerPoint file, or it is damaged.")
_SAVE: Final = N_(
    "Open it in PowerPoint, save it as .pptx or .potx without macros and without a password, and try again."
)


def opened(data: bytes, where: str) -> Presentation:
    """The template as a deck without slides. Any other file: BadInput with `where` and what to do."""

    def refuse(what: str) -> BadInput:
        return BadInput(what, where=where, next_step=_SAVE)

    deck = _read(data, refuse)
    try:
        _look_at(deck)
    # What python-pptx raises where a part is missing, is not XML, or is some other thing.
    except (LookupError, AttributeError, TypeError, ValueError, SyntaxError) as fault:
        raise refuse(_DAMAGED) from fault
    if not len(deck.slide_layouts):
        raise refuse(N_("The template has no slide layout."))
    _empty(deck)
    return deck


def _read(data: bytes, refuse: Callable[[str], BadInput]) -> Presentation:
    if data.startswith(_OLD):
        raise refuse(N_("The template is an old .ppt file or has a password."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise refuse(N_("The template is too large."))
            types = archive.read(_TYPES)
            if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in archive.namelist()):
                raise refuse(N_("The template contains macros."))
            if _TEMPLATE in types:
                data = _as_deck(archive, types)
        return pptx.Presentation(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError, PythonPptxError) as fault:
        raise refuse(_DAMAGED) from fault


def _look_at(deck: Presentation) -> None:
    """Read what slides will be made of: the master, its theme, and every layout."""
    parse_xml(deck.slide_master.part.part_related_by(RT.THEME).blob)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.shapes:
            box_of(shape)


def _as_deck(archive: zipfile.ZipFile, types: bytes) -> bytes:
    """A .potx as a .pptx: the two differ in one word."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as copy:
        for entry in archive.infolist():
            copy.writestr(
                entry.filename, types.replace(_TEMPLATE, _DECK) if entry.filename == _TYPES else archive.read(entry)
            )
    return buffer.getvalue()


def _empty(deck: Presentation) -> None:
    """Take out the slides and whatever names them: sections, shows, and links of layouts to them."""
    listed = deck.element.find(qn("p:sldIdLst"))
    for slide in [] if listed is None else list(listed):
        deck.part.drop_rel(slide.get(qn("r:id")))
        listed.remove(slide)
    for name in ("p:custShowLst", "p:extLst"):
        for found in deck.element.findall(qn(name)):
            deck.element.remove(found)
    for holder in (deck.slide_master, *deck.slide_layouts):
        links = [key for key, link in holder.part.rels.items() if link.reltype == RT.SLIDE]
        for element in [each for each in holder.element.iter() if each.get(qn("r:id")) in links]:
            element.getparent().remove(element)
        for key in links:
            holder.part.rels.pop(key)
