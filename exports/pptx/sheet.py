"""A slide being made: title, the band over example data, the footer, and what is still free between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide
from pptx.util import Pt

from briefings.briefing import Briefing, Section
from briefings.stamp import Stamp
from exports import way_back
from exports.pptx import notes
from exports.pptx.measure import LEADING, Box, fitted, height, plain, shortened, width
from exports.pptx.stage import FOOTERS, TITLES, Stage
from exports.pptx.text import LANGUAGES, Hand, Line, Tone, fill, rgb, unstyled, write
from i18n import Text

TITLE_SIZES: Final = (24, 22, 20, 18, 16)
BODY: Final = 14.0
SMALL: Final = 10.0
NOTES: Final = 3  # lines of small print
LARGE: Final = 18.0
_BAND: Final = 18.0
_LEAST: Final = 60.0  # points: less of a source line says nothing
GAP: Final = 8.0


@dataclass(frozen=True, slots=True)
class Maker:
    """What all slides of a deck share."""

    deck: Presentation
    stage: Stage
    briefing: Briefing
    stamp: Stamp
    t: Text

    def room(self) -> float:
        """How high what is free on a new slide is, in points."""
        return self.stage.body.height - (_BAND + GAP if self.stamp.is_simulated else 0)

    def sheet(self, section: Section, source: str) -> Sheet:
        """A new slide whose title is the section's finding. `source` is its source line."""
        slide = self.deck.slides.add_slide(self.stage.layout)
        taken = _title(slide, self.stage, section.finding.words)
        free = self.stage.body
        if self.stage.from_top:  # the body moves up under a short title
            spare = self.stage.title.height - taken
            free = replace(free, top=free.top - spare, height=free.height + spare)
        if words := way_back.example(self.stamp, self.t):
            band, free = free.from_top(_BAND, GAP)
            mark(slide.shapes, band, words, self.stage.hand)
        known = (way_back.day(self.stamp, self.t), self.stamp.code)
        footer(slide, self.stage, source, " · ".join(words.rstrip(".") for words in known if words))
        notes.write(slide, section, self.stamp, self.t)
        return Sheet(slide.shapes, free, self.t, self.stage.hand)


@dataclass(slots=True)
class Sheet:
    """A slide whose lower part is still free. `is_young`: nothing but sentences is on it yet."""

    shapes: SlideShapes
    free: Box
    t: Text
    hand: Hand
    is_young: bool = False

    def say(self, sentences: Sequence[str], share: float = 0.3, *, size: float = BODY) -> None:
        """Write sentences at the top of what is free, as many as have room in that share of it."""
        shown: list[Line] = []
        used = 0.0
        for words in map(plain, sentences):
            space = size * 0.3 if shown else 0
            needed = height(words, size, self.free.width) + space
            if used + needed > self.free.height * share:
                break
            shown.append(Line(words, size, Tone.MUTED, before=space))
            used += needed
        if shown:
            box, self.free = self.free.from_top(used, GAP)
            write(self.shapes, box, shown, self.hand)

    def foot(self, sentences: Sequence[str]) -> None:
        """Write small print at the end of what is free, as many sentences as three lines hold: the notes have all."""
        if words := self._small(sentences):
            self.free, box = self.free.from_bottom(height(words, SMALL, self.free.width), GAP)
            write(self.shapes, box, [Line(words, SMALL, Tone.MUTED)], self.hand)

    def note(self, sentences: Sequence[str]) -> None:
        """Write small print at the top of what is free, in the same way."""
        if words := self._small(sentences):
            box, self.free = self.free.from_top(height(words, SMALL, self.free.width), GAP)
            write(self.shapes, box, [Line(words, SMALL, Tone.MUTED)], self.hand)

    def _small(self, sentences: Sequence[str]) -> str:
        first, *others = [words for words in map(plain, sentences) if words] or [""]
        box = Box(0, 0, self.free.width, NOTES * SMALL * LEADING)
        words = shortened(first, SMALL, box)
        for sentence in others:
            if height(f"{words} {sentence}", SMALL, box.width) > box.height + 0.01:
                break
            words = f"{words} {sentence}"
        return words


def mark(shapes: SlideShapes, box: Box, words: str, hand: Hand) -> None:
    """The band over example data. Its colours are its own: it must be seen on any template."""
    band = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (box.left, box.top, box.width, box.height)))
    band.name = "DATA CONTOH"
    band.fill.solid()
    band.fill.fore_color.rgb = rgb("#f3d98b")
    band.line.fill.background()
    unstyled(band)
    frame = band.text_frame
    frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    fill(frame, [Line(words, 11, bold=True, align=PP_ALIGN.LEFT)], hand)
    frame.paragraphs[0].runs[0].font.color.rgb = rgb("#2f3437")


def footer(slide: Slide, stage: Stage, source: str, known: str) -> None:
    """The line at the foot, and the number of the slide as a field that follows the slide.

    Where the line is too long the source gives way, which the notes tell in full; the data date and the code never do.
    """
    box = stage.footer
    room = Box(0, 0, box.width - width(plain(f" · {known}"), SMALL), SMALL * LEADING)
    named = shortened(plain(source.rstrip(".")), SMALL, room) if room.width > _LEAST else ""
    said = f"{named} · {plain(known)}" if named else plain(known)
    write(slide.shapes, box, [Line(said, SMALL, Tone.MUTED)], stage.hand, anchor=MSO_ANCHOR.MIDDLE)
    number = write(slide.shapes, stage.number, [], stage.hand, anchor=MSO_ANCHOR.MIDDLE)
    number.name = "Nomor"
    paragraph = number.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    at = slide.part.package.presentation_part.presentation.slides.index(slide) + 1
    paragraph._p.append(  # python-pptx has no fields
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGES[stage.hand.language].xml_value}" sz="1000"/><a:t>{at}</a:t></a:fld>'
        )
    )


def _title(slide: Slide, stage: Stage, words: str) -> float:
    """The finding as large as it fits. Returns how much of its place it takes downward, in points."""
    box = stage.title
    inner = replace(box, width=box.width - 2 * stage.inset)
    said, size = fitted(plain(words), inner, TITLE_SIZES, bold=True)
    title = slide.shapes.title
    for shape in list(slide.placeholders):
        if shape.placeholder_format.type not in TITLES | FOOTERS:
            shape.element.getparent().remove(shape.element)
    if title is None:
        write(slide.shapes, box, [Line(said, size, bold=True)], stage.hand)
        return box.height
    title.left, title.top, title.width, title.height = map(Pt, (box.left, box.top, box.width, box.height))
    frame = title.text_frame
    frame.text = said
    frame.auto_size = MSO_AUTO_SIZE.NONE
    font = frame.paragraphs[0].runs[0].font
    stage.hand.dress(font, size)
    return height(said, size, inner.width, bold=True)
