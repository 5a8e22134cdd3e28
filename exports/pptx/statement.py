"""A slide with nothing but words: what is said under its title, and what would fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from exports.pptx.measure import LEADING, Box, fitted, height, plain
from exports.pptx.sheet import GAP, LARGE, Sheet
from exports.pptx.text import Line, Tone, unstyled, write

_SIZES: Final = (20, 18, 16, 14, 12)
_ALONE: Final = (24, 22, 20, 18, 16, 14)
_RULE: Final = 4.0
_APART: Final = 28.0
_LEAST: Final = 180.0  # points that the columns take in letters that are read from afar


def draw(sheet: Sheet, said: Sequence[str], needed: Sequence[str]) -> None:
    """The sentences, large where nothing follows them; below them what is needed, side by side, each under a rule."""
    if not needed:
        _alone(sheet, said)
        return
    sheet.say(said, 0.4, size=LARGE)
    ask(sheet, needed)


def ask(sheet: Sheet, needed: Sequence[str]) -> None:
    """What is needed, in what is free; nothing where that is too little."""
    if not needed or sheet.free.height < _LEAST:
        return
    room = sheet.free.from_top(sheet.free.height * 0.16)[1]
    head, room = room.from_top(LARGE * LEADING, GAP)
    heading = Line(sheet.t("What is needed to fill this page"), LARGE, Tone.ACCENT, bold=True)
    write(sheet.shapes, head, [heading], sheet.hand)
    wide = (room.width - (len(needed) - 1) * _APART) / len(needed)
    columns = [replace(room, left=room.left + at * (wide + _APART), width=wide) for at in range(len(needed))]
    size = min(_fitted(words, column)[1] for words, column in zip(needed, columns, strict=True))
    for words, column in zip(needed, columns, strict=True):
        rule, box = column.from_top(_RULE, GAP * 1.5)
        _bar(sheet, rule)
        write(sheet.shapes, box, [Line(_fitted(words, column)[0], size)], sheet.hand)


def _fitted(words: str, column: Box) -> tuple[str, float]:
    return fitted(plain(words), column.from_top(_RULE, GAP * 1.5)[1], _SIZES)


def _alone(sheet: Sheet, said: Sequence[str]) -> None:
    """The sentences in the upper middle, beside a bar."""
    inset, words = 20.0, [plain(each) for each in said]
    room = replace(sheet.free, left=sheet.free.left + inset, width=min(sheet.free.width - inset, 720))

    def needs(size: float) -> float:
        return sum(height(each, size, room.width) + size * 0.6 for each in words) - size * 0.6

    size = next((size for size in _ALONE if needs(size) <= room.height * 0.7), _ALONE[-1])
    high = min(needs(size), room.height) if words else 0
    if not words:
        return
    box = room.from_top(max(0.0, (room.height - high) * 0.3))[1].from_top(high)[0]
    _bar(sheet, replace(box, left=sheet.free.left, width=_RULE))
    lines = [Line(each, size, before=size * 0.6 if at else 0) for at, each in enumerate(words)]
    write(sheet.shapes, box, lines, sheet.hand, anchor=MSO_ANCHOR.MIDDLE)


def _bar(sheet: Sheet, box: Box) -> None:
    """A thin bar in the accent of the deck's theme."""
    bar = sheet.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (box.left, box.top, box.width, box.height)))
    bar.fill.solid()
    bar.fill.fore_color.theme_color = Tone.ACCENT.value[0]
    bar.line.fill.background()
    unstyled(bar)
