"""Maps as shapes of PowerPoint: each region one shape with its name, which a person can recolour or point at.

What is too small to see is magnified beside the land as in pictures (`exports.pictures.insets`), a point being a pixel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.group import GroupShape

from briefings.picture import MapDrawing
from charts.map import payload
from exports.pictures.areas import Painted, places
from exports.pictures.canvas import Box as Edges
from exports.pictures.canvas import corners, rectangle
from exports.pictures.insets import TOLD, Placed, plan
from exports.pictures.names import some
from exports.pictures.outlines import Area, Outlines, Window, meet, outlines
from exports.pptx import fills
from exports.pptx.freeform import freeform
from exports.pptx.legend import Legend
from exports.pptx.measure import Box, height, shortened, width
from exports.pptx.sheet import GAP, SMALL, Sheet
from exports.pptx.text import Hand, Line, Tone, describe, rgb, write
from geo import Layer
from i18n import Text

POINTS: Final = 40_000
"""Corners that a map on a slide may have. The bundled maps have a fifth of it; official outlines in full detail have
hundreds of thousands, which make PowerPoint slow on an office PC: such a map comes as a picture."""
_FIRST_ID: Final = 1000  # above the numbers that python-pptx gives to the shapes before it
_EDGE: Final = 4.0
_CARD: Final = "#ffffff"
_SEA: Final = "#f4f6f8"
_WORDS: Final = "#2f3437"


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map ready for a slide."""

    layer: Layer
    painted: Painted
    legend: Legend

    @classmethod
    def of(cls, drawing: MapDrawing, t: Text) -> DrawnMap | None:
        """The map; null where its outlines have more corners than `POINTS`, or where it has none of the regions."""
        given = payload(drawing.view, t)
        made = cls(drawing.layer, Painted.of(given, drawing.marked), Legend.of(drawing.view, given, t))
        size = sum(len(area.path) for area in (*made.areas.values(), *made.borders))
        return made if made.areas and size <= POINTS else None

    @property
    def whole(self) -> Outlines:
        """The outlines of its layer."""
        return outlines(self.layer)

    @property
    def areas(self) -> dict[str, Area]:
        """The regions that have a figure or a state, by code in its order."""
        return self.painted.areas(self.whole)

    @property
    def borders(self) -> list[Area]:
        """What is drawn over its regions: the provinces that they are in."""
        over = {code[:2] for code in self.areas} if self.painted.level == "kabupaten" else set()
        return [area for code, area in sorted(self.whole.provinces.items()) if code in over]

    @property
    def view(self) -> Edges:
        """The part of the layer that its regions take."""
        ends = np.array([area.box for area in self.areas.values()])
        (left, top), (right, bottom) = ends[:, :2].min(axis=0).tolist(), ends[:, 2:].max(axis=0).tolist()
        return left, top, max(right, left + 1), max(bottom, top + 1)

    def placed(self, room: Box) -> tuple[Window, tuple[Placed, ...]]:
        """Where it stands in a room, from whose upper left corner all is counted, and what is magnified."""
        painted = self.painted
        box = (0.0, 0.0, room.width, room.height)
        return plan(self.layer, painted.level, painted.focus, tuple(self.areas), view=self.view, room=box)

    def scale(self, room: Box) -> float:
        """Points of a unit in a room of that size."""
        return Window.fit(self.view, (0.0, 0.0, room.width, room.height)).scale


def draw(sheet: Sheet, drawn: DrawnMap, title: str) -> None:
    """The map and its legend in what is free, beside or below each other: whichever leaves the map larger."""
    room, key, columns = max(drawn.legend.places(sheet.free), key=lambda choice: drawn.scale(choice[0]))
    told = sheet.t(TOLD)
    above, foot = room.from_bottom(height(told, SMALL, room.width), GAP)
    window, insets = drawn.placed(above)
    if insets:
        write(sheet.shapes, foot, [Line(told, SMALL, Tone.MUTED)], sheet.hand)
        room = above
    else:
        window = Window.fit(drawn.view, (0.0, 0.0, room.width, room.height))
    pen = _Pen(sheet.shapes.add_group_shape(), room, sheet.hand)
    pen.map(drawn, window)
    named = [(inset, some(places(inset, drawn.whole, drawn.painted))) for inset in insets]
    for inset in insets:
        pen.rect(inset.letter, inset.mark, fills.fill(_CARD, is_weak=False))
        pen.rect(inset.letter, inset.frame, f"<a:noFill/>{fills.line(fills.INK, 1)}")
    for inset, names in named:
        pen.rect(names[0], inset.card, fills.fill(_CARD, is_weak=False))
        pen.rect(names[0], inset.box, fills.fill(_SEA, is_weak=False))
        pen.map(drawn, inset.window, inset.box)
        pen.rect(names[0], inset.box, f"<a:noFill/>{fills.line(fills.INK, 0.75)}")
        pen.rect(names[0], inset.card, f"<a:noFill/>{fills.line(fills.INK, 0.75)}")
    for inset, names in named:  # last: python-pptx numbers what it adds after all that there is
        pen.words(inset.mark, inset.letter, bold=True, align=PP_ALIGN.CENTER)
        left, _, right, bottom = inset.card
        beside = left + 2 * _EDGE + SMALL
        pen.words((left + _EDGE, inset.box[3], beside, bottom), inset.letter, bold=True)
        pen.words((beside, inset.box[3], right - _EDGE, bottom), _fitting(names, right - _EDGE - beside))
    shown = f"{title} {told}: {'; '.join(f'{inset.letter} {names[0]}' for inset, names in named)}"
    describe(pen.finished(), "Peta", shown if insets else title)
    drawn.legend.draw(sheet, key, columns)


def _fitting(names: Sequence[str], room: float) -> str:
    """The first of the names that has room, or as much of the last as has."""
    short = shortened(names[-1], SMALL, Box(0, 0, room, 0))
    return next((words for words in names if width(words, SMALL) <= room), short)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws into a group, which moves and scales as a whole and opens into single shapes; places are counted from the
    upper left corner of a room."""

    group: GroupShape
    room: Box
    hand: Hand
    numbers: Iterator[int] = field(default_factory=lambda: count(_FIRST_ID))

    def map(self, drawn: DrawnMap, window: Window, box: Edges | None = None) -> None:
        """The regions, or what of them is in an inset's box; there their own borders are to be seen, not others'."""
        painted, areas = drawn.painted, drawn.areas
        line = fills.line(fills.BORDER, 0.35) if box is None else fills.line(fills.INK, 0.75)
        for code, area in areas.items():
            self._area(area, window, box, fills.fill(painted.fill[code], is_weak=code in painted.weak) + line)
        for area in drawn.borders if box is None else ():
            self._area(area, window, box, f"<a:noFill/>{fills.line(fills.INK, 0.75)}")
        if painted.marked in areas:
            self._area(areas[painted.marked], window, box, f"<a:noFill/>{fills.line(fills.INK, 2.25)}")

    def _area(self, area: Area, window: Window, box: Edges | None, look: str) -> None:
        if box is None or meet(window.box(area.box), box):
            placed = Path(corners(area.path) * window.scale + (window.x, window.y), area.path.codes)
            self._shape(area.name, placed if box is None else placed.clip_to_bbox(Bbox.from_extents(*box)), look)

    def rect(self, name: str, box: Edges, look: str) -> None:
        """A rectangle."""
        self._shape(name, rectangle(box), look)

    def _shape(self, name: str, outline: Path, look: str) -> None:
        if len(outline):
            at = Path(corners(outline) + np.array([self.room.left, self.room.top]), outline.codes)
            self.group.element.append(freeform(next(self.numbers), name, at, look))

    def words(self, box: Edges, words: str, *, bold: bool = False, align: PP_ALIGN = PP_ALIGN.LEFT) -> None:
        """A line of small words on paper, dark on any template."""
        left, top, right, bottom = box
        at = Box(self.room.left + left, self.room.top + top, right - left, bottom - top)
        line = Line(words, SMALL, bold=bold, align=align)
        frame = write(self.group.shapes, at, [line], self.hand, anchor=MSO_ANCHOR.MIDDLE).text_frame
        frame.word_wrap = False
        frame.paragraphs[0].runs[0].font.color.rgb = rgb(_WORDS)

    def finished(self) -> GroupShape:
        """The group, as large as what is in it."""
        self.group.element.recalculate_extents()
        return self.group
