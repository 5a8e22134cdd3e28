"""The deck's own master: 16:9, white, one accent, and two layouts. Made from python-pptx's blank deck."""

from __future__ import annotations

import re

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Pt

from charts import theme
from exports.pptx.measure import Box
from exports.pptx.stage import placeholders

WIDTH, HEIGHT = 960.0, 540.0
FONT = "Arial"
"""On every Windows and macOS PC, and LibreOffice has letters of the same widths for it: nothing moves or is cut where
Source Sans, the typeface of the screen, is not installed. A deck cannot bring its fonts along for all programs."""

_TITLE = Box(44, 30, 872, 66)
_BODY = Box(44, 104, 872, 394)
_COVER_TITLE = Box(44, 120, 780, 130)
_COVER_SUBTITLE = Box(44, 268, 640, 110)
_FOOTERS = {
    PP_PLACEHOLDER.DATE: Box(44, 506, 120, 20),
    PP_PLACEHOLDER.FOOTER: Box(180, 506, 600, 20),
    PP_PLACEHOLDER.SLIDE_NUMBER: Box(866, 506, 50, 20),
}
_ANCHORS = {PP_PLACEHOLDER.CENTER_TITLE: MSO_ANCHOR.BOTTOM}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_COVER, _TITLE_ONLY = 0, 5  # of python-pptx's blank deck
_COLOURS = {
    "dk1": theme.INK, "lt1": "#ffffff", "dk2": theme.ACCENT, "lt2": theme.GRID, "accent1": theme.ACCENT,
    "accent2": theme.ACCENT_SOFT, "accent3": theme.ASIDE, "accent4": theme.MUTED, "accent5": "#4f92cb",
    "accent6": theme.PHASE, "hlink": theme.ACCENT, "folHlink": theme.MUTED,
}  # fmt: skip


def blank() -> Presentation:
    """A deck without slides."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    kept = [deck.slide_layouts[_COVER], deck.slide_layouts[_TITLE_ONLY]]
    for layout in [layout for layout in deck.slide_layouts if layout not in kept]:
        deck.slide_layouts.remove(layout)
    _colour(deck.slide_master)
    _place(deck.slide_master, _TITLE, _BODY)
    _place(kept[1], _TITLE, _BODY)
    _place(kept[0], _COVER_TITLE, _COVER_SUBTITLE)
    _rule(deck.slide_master)
    return deck


def _colour(master: SlideMaster) -> None:
    """Our colours and font in the theme, where whoever edits the deck finds them."""
    part = master.part.part_related_by(RT.THEME)
    xml = part.blob.decode("utf-8")
    for name, colour in _COLOURS.items():
        value = f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", value, xml, flags=re.DOTALL)
    xml = re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=)"[^"]*"', rf'\1"{FONT}"', xml)
    part.blob = xml.encode("utf-8")


def _place(holder: SlideMaster | SlideLayout, title: Box, rest: Box) -> None:
    """Put the placeholders where they belong, their words at the left, and the page number at the right."""
    for shape in placeholders(holder):
        kind = shape.placeholder_format.type
        box = _FOOTERS.get(kind) or (title if kind in _TITLES else rest)
        shape.left, shape.top, shape.width, shape.height = map(Pt, (box.left, box.top, box.width, box.height))
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = _ANCHORS.get(kind, MSO_ANCHOR.MIDDLE if kind in _FOOTERS else MSO_ANCHOR.TOP)
        for tint in list(shape.element.iter(qn("a:tint"))):
            tint.getparent().remove(tint)  # grey words that are too pale to read
        for style in shape.element.iter(qn("a:lvl1pPr")):
            style.set("algn", "r" if kind == PP_PLACEHOLDER.SLIDE_NUMBER else "l")
    for style in holder.element.iter(qn("p:titleStyle")):
        for level in style.iter(qn("a:lvl1pPr")):
            level.set("algn", "l")
            level.find(qn("a:defRPr")).set("b", "1")


def _rule(master: SlideMaster) -> None:
    """A short line in the accent over every title: the one ornament. python-pptx itself adds shapes to slides only."""
    left, top, width, height = map(Pt, (_TITLE.left, 16, 44, 4))
    master.shapes.element.insert_element_before(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Garis"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
            f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
            "</p:spPr></p:sp>"
        ),
        "p:sp",
    )
