"""Where things go on the slides of a deck, whichever master it has: found by kinds of placeholders, not by names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self, cast

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout, SlideMaster
from pptx.util import Emu

from exports.pptx.measure import Box
from exports.pptx.text import Hand
from i18n import Language

TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
FOOTERS = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
INSET = 7.2
"""Points between a placeholder's edge and its words, where the layout says nothing else."""
_GAP = 8.0
_EDGE = 0.045  # of the slide's width: the margin where the layout names none
_ROW = 20.0  # of our own footer, in points


@dataclass(frozen=True, slots=True)
class Stage:
    """A layout and its places, in points: the title, what is free for pictures and tables, the footer's line, the page
    number, and what no picture may cover. `from_top`: a title stands at the top of its place, so that what follows a
    short one may begin higher. `inset` is between its edge and its words.
    """

    layout: SlideLayout
    slide: Box
    title: Box
    body: Box
    footer: Box
    number: Box
    taken: tuple[Box, ...]
    from_top: bool
    inset: float
    hand: Hand

    @classmethod
    def of(cls, deck: Presentation, layout: SlideLayout, language: Language) -> Self:
        """The places of a layout. Logos and bars of the master are kept clear."""
        hand = Hand.of(_typeface(layout), language, is_light=_is_dark(layout))
        slide = Box(0, 0, Emu(deck.slide_width or 0).pt, Emu(deck.slide_height or 0).pt)
        titles = [shape for shape in placeholders(layout) if shape.placeholder_format.type in TITLES]
        from_top = bool(titles) and titles[0].text_frame.vertical_anchor == MSO_ANCHOR.TOP
        taken = tuple(box for box in _drawn(layout) if box.width * box.height < slide.width * slide.height / 2)
        edge = slide.width * _EDGE
        inset = titles[0].text_frame.margin_left.pt if titles else 0.0
        title = held = box_of(titles[0]) if titles else None
        if title is None or held is None or title.bottom > slide.height * 0.4 or title.width < slide.width / 2:
            title = held = _clear(Box(edge, edge * 0.8, slide.width - 2 * edge, slide.height * 0.13), taken)
        elif (beside := _clear(title, taken)).width > slide.width / 2 and beside.height > title.height * 0.6:
            title = beside  # many a template puts its logo where the titles end
        feet = [
            box
            for shape in placeholders(layout)
            if shape.placeholder_format.type in FOOTERS and (box := box_of(shape)) and box.top > slide.height * 0.8
        ]
        end = min((box.top for box in feet), default=slide.height - edge * 0.8 - _ROW)
        left, right = max(held.left, edge * 0.5), min(held.right, slide.width - edge * 0.5)
        body = _clear(Box(left, title.bottom + _GAP, right - left, end - title.bottom - 2 * _GAP), taken)
        row = Box(left, end, right - left, max((box.height for box in feet), default=_ROW))
        if row.height < _ROW or any(row.meets(box) for box in taken):
            body, row = body.from_bottom(_ROW, _GAP)
        footer, number = row.from_right(40, _GAP)
        return cls(layout, slide, title, body, footer, number, taken, from_top, inset, hand)


def placeholders(holder: Slide | SlideLayout | SlideMaster) -> Iterator[Any]:
    """The placeholders of a slide, layout or master: python-pptx's own collections are annotated wrongly."""
    return iter(cast("Iterable[Any]", holder.placeholders))


def content_layout(deck: Presentation) -> SlideLayout:
    """The layout with a title and as little else as there is; without any title, the emptiest."""

    def rank(layout: SlideLayout) -> tuple[bool, bool, int]:
        kinds = [shape.placeholder_format.type for shape in placeholders(layout)]
        rest = [kind for kind in kinds if kind not in TITLES | FOOTERS]
        return PP_PLACEHOLDER.TITLE not in kinds, not TITLES & set(kinds), len(rest)

    return min(deck.slide_layouts, key=rank)


def cover_layout(deck: Presentation) -> SlideLayout:
    """The layout of a title and a subtitle; without such, that of the other slides."""
    for layout in deck.slide_layouts:
        kinds = {shape.placeholder_format.type for shape in placeholders(layout)}
        if PP_PLACEHOLDER.SUBTITLE in kinds and kinds & TITLES:
            return layout
    return content_layout(deck)


def _theme(layout: SlideLayout) -> Any:
    return parse_xml(layout.slide_master.part.part_related_by(RT.THEME).blob)


def _typeface(layout: SlideLayout) -> str:
    """The theme's typeface for running text; empty where it names none."""
    found = _theme(layout).find(f".//{qn('a:minorFont')}/{qn('a:latin')}")
    return "" if found is None else str(found.get("typeface", ""))


def _is_dark(layout: SlideLayout) -> bool:
    """Whether the theme's words are lighter than its ground: then the slides are dark, whatever is painted there."""
    names = layout.slide_master.element.find(qn("p:clrMap"))
    words, ground = (
        _brightness(_theme(layout), default if names is None else names.get(name, default))
        for name, default in (("tx1", "dk1"), ("bg1", "lt1"))
    )
    return words > ground


def _brightness(theme: Any, name: str) -> float:
    """Of a colour of the theme, 0 black to 255 white; one that is not written down counts as its name says."""
    for colour in theme.iterfind(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}/*"):
        written = colour.get("lastClr") or colour.get("val", "")
        if re.fullmatch("[0-9A-Fa-f]{6}", written):
            red, green, blue = bytes.fromhex(written)
            return 0.3 * red + 0.59 * green + 0.11 * blue
    return 0.0 if name.startswith("dk") else 255.0


def _drawn(layout: SlideLayout) -> Iterator[Box]:
    """What the layout and its master draw on every slide."""
    holders: list[Any] = [layout] if layout.element.get("showMasterSp") == "0" else [layout, layout.slide_master]
    for holder in holders:
        for shape in holder.shapes:
            if not shape.is_placeholder and (box := box_of(shape)):
                yield box


def box_of(shape: BaseShape) -> Box | None:
    """Its place; null = none is given anywhere."""
    if shape.left is None or shape.top is None or shape.width is None or shape.height is None:
        return None
    return Box(*(Emu(each).pt for each in (shape.left, shape.top, shape.width, shape.height)))


def _clear(area: Box, taken: tuple[Box, ...]) -> Box:
    """The area without what is taken: for each thing in it, cut on the side that loses least."""
    for box in taken:
        if not area.meets(box):
            continue
        sides = (
            Box(area.left, box.bottom + _GAP, area.width, area.bottom - box.bottom - _GAP),
            Box(area.left, area.top, area.width, box.top - _GAP - area.top),
            Box(area.left, area.top, box.left - _GAP - area.left, area.height),
            Box(box.right + _GAP, area.top, area.right - box.right - _GAP, area.height),
        )
        area = max(sides, key=lambda side: max(side.width, 0) * max(side.height, 0))
    return area
