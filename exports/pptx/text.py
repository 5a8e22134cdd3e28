"""Words on a slide: boxes whose letters take the deck's own fonts and colours, so that a template keeps its look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Self

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.text.text import Font
from pptx.util import Pt

from exports.pptx.measure import Box, plain
from i18n import Language

LANGUAGES = {"id": MSO_LANGUAGE_ID.INDONESIAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
"""Said of every run, so that no word is underlined as a spelling mistake of another language."""


_NO_WIDER: Final = frozenset(
    {"aptos", "arial", "calibri", "calibri light", "cambria", "candara", "carlito", "corbel", "garamond"}
    | {"gill sans mt", "helvetica", "lato", "liberation sans", "roboto", "segoe ui", "source sans pro"}
    | {"source sans 3", "times new roman", "tw cen mt"}
)
"""Typefaces of office PCs and common templates whose words take no more room than Arial's."""
_SMALLER: Final = 0.85  # Verdana, the widest in common use, runs a sixth wider


class Tone(Enum):
    """A colour of the theme, lightened by so much: the words are dark on light or light on dark as the template is."""

    INK = (MSO_THEME_COLOR.TEXT_1, 0.0)
    MUTED = (MSO_THEME_COLOR.TEXT_1, 0.3)
    ACCENT = (MSO_THEME_COLOR.ACCENT_1, 0.0)


@dataclass(frozen=True, slots=True)
class Hand:
    """How all words of a deck are set: their language, the size of letters over Arial's in the same room, and whether
    they are light on dark."""

    language: Language
    scale: float = 1.0
    is_light: bool = False

    @classmethod
    def of(cls, typeface: str, language: Language, *, is_light: bool) -> Self:
        """That of a typeface. One that may run wider than Arial is set smaller, so that it takes no more room."""
        return cls(language, 1.0 if typeface.lower() in _NO_WIDER else _SMALLER, is_light)

    def dress(self, font: Font, size: float) -> None:
        """Give letters their size (points, in Arial) and language."""
        font.size, font.language_id = Pt(round(size * self.scale, 1)), LANGUAGES[self.language]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its words, type size in points, and look. `before` is the space above it in points."""

    words: str
    size: float
    tone: Tone = Tone.INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    align: PP_ALIGN = PP_ALIGN.LEFT


def write(
    shapes: SlideShapes | GroupShapes,
    box: Box,
    lines: Sequence[Line],
    hand: Hand,
    *,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> Shape:
    """A text box with the lines, without margins: words begin where the box begins."""
    shape = shapes.add_textbox(Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    fill(frame, lines, hand)
    return shape


def fill(frame: Any, lines: Sequence[Line], hand: Hand) -> None:
    """Make the lines the whole text of a `TextFrame`, whose methods are not annotated."""
    frame.clear()
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = line.align
        paragraph.space_before = Pt(line.before)
        run = paragraph.add_run()
        run.text = plain(line.words)
        hand.dress(run.font, line.size)
        run.font.bold, run.font.italic = line.bold, line.italic
        paint(run.font, line.tone)


def paint(font: Font, tone: Tone) -> None:
    """Give letters a colour of the theme."""
    colour, lighter = tone.value
    font.color.theme_color = colour
    font.color.brightness = lighter


def describe(shape: BaseShape, name: str, words: str) -> None:
    """Name what is drawn, and give it the words that stand for it where it cannot be seen."""
    shape.name = plain(name)
    for properties in shape.element.iter(qn("p:cNvPr")):
        properties.set("descr", plain(words))
        return


def unstyled(shape: Shape) -> None:
    """Take away the theme's effects, a shadow in most, which is no part of what is shown."""
    for style in shape.element.findall(qn("p:style")):
        shape.element.remove(style)


def rgb(colour: str) -> RGBColor:
    """`#1b4b7a` as PowerPoint's colour."""
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]  # has none
