"""The first slide: what it is about, whose data of which day, and the code that leads back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.util import Pt

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports import way_back
from exports.pptx import notes
from exports.pptx.measure import Box, fitted, plain, shortened
from exports.pptx.sheet import mark
from exports.pptx.stage import INSET, TITLES, Stage, box_of, cover_layout
from exports.pptx.text import Hand, Line, Tone, describe, write
from i18n import Text

_SIZES = (36, 32, 28, 24, 20, 18)
_QR = 96.0
_CODE = 22.0
_WIDE = 132.0


def add(deck: Presentation, briefing: Briefing, stamp: Stamp, t: Text) -> None:
    """Add the slide."""
    layout = cover_layout(deck)
    stage = Stage.of(deck, layout, t.language)
    slide = deck.slides.add_slide(layout)
    holders = {shape.placeholder_format.type: shape for shape in slide.placeholders}
    title = next((holder for kind, holder in holders.items() if kind in TITLES), None)
    below = holders.pop(PP_PLACEHOLDER.SUBTITLE, None)
    for kind, holder in holders.items():
        if kind not in TITLES:
            holder.element.getparent().remove(holder.element)
    first = _box(title) or Box(stage.title.left, stage.slide.height * 0.3, stage.title.width, stage.slide.height * 0.2)
    second = _box(below) or Box(first.left, first.bottom + 12, first.width, stage.slide.height * 0.2)
    words, size = fitted(plain(briefing.title), _inner(first), _SIZES, bold=True)
    _put(slide, title, first, [Line(words, size, bold=True)], stage.hand)
    facts = (briefing.campaign or t("All elections"), way_back.day(stamp, t))
    lines = [
        Line(shortened(fact, size, replace(_inner(second), height=size)), size, before=4)
        for fact, size in zip(map(plain, facts), (20, 16), strict=True)
    ]
    _put(slide, below, second, lines, stage.hand)
    _code(slide, _corner(stage, (first, second)), stamp, t, stage.hand)
    if band := way_back.example(stamp, t):
        mark(slide.shapes, Box(0, stage.slide.height - 30, stage.slide.width, 22), band, stage.hand)
    notes.write(slide, None, stamp, t)


def _box(shape: BaseShape | None) -> Box | None:
    return None if shape is None else box_of(shape)


def _inner(box: Box) -> Box:
    return Box(box.left + INSET, box.top, box.width - 2 * INSET, box.height)


def _put(slide: Slide, holder: SlidePlaceholder | None, box: Box, lines: Sequence[Line], hand: Hand) -> None:
    """The lines in the layout's placeholder with the layout's look and our sizes; without one, in a text box."""
    if holder is None:
        write(slide.shapes, box, lines, hand)
        return
    frame = holder.text_frame
    frame.text = "\n".join(line.words for line in lines)
    frame.auto_size = MSO_AUTO_SIZE.NONE
    for paragraph, line in zip(frame.paragraphs, lines, strict=True):
        for run in paragraph.runs:
            hand.dress(run.font, line.size)


def _corner(stage: Stage, used: Sequence[Box]) -> Box | None:
    """Room for the code in a corner where nothing else is: lower right first. Null = there is none."""
    wide, high = _WIDE, _QR + _CODE
    edge = stage.slide.width * 0.046
    tops, lefts = (stage.slide.height - edge - high, edge), (stage.slide.width - edge - wide, edge)
    corners = [Box(left, top, wide, high) for top in tops for left in lefts]
    return next((box for box in corners if not any(map(box.meets, (*used, *stage.taken)))), None)


def _code(slide: Slide, box: Box | None, stamp: Stamp, t: Text, hand: Hand) -> None:
    """The code as a square that a phone reads, and in letters below it. A file that is not on record has neither."""
    says = way_back.scanned(stamp)
    if box is None or says is None:
        return
    image = io.BytesIO()
    way_back.square(says).save(image, kind="png", scale=8, border=2)
    image.seek(0)
    left = box.left + (box.width - _QR) / 2
    picture = slide.shapes.add_picture(image, Pt(left), Pt(box.top), Pt(_QR), Pt(_QR))
    describe(picture, "QR", way_back.square_alt(says, t))
    line = Line(stamp.code, 12, Tone.MUTED, bold=True, align=PP_ALIGN.CENTER)
    write(slide.shapes, Box(box.left, box.top + _QR + 4, box.width, _CODE - 4), [line], hand)
