"""A picture that stands alone: its finding above it, and below it where it comes from and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.path import Path

from briefings.picture import MapDrawing, Picture
from briefings.stamp import Stamp
from exports import way_back
from exports.pictures import body, fonts
from exports.pictures.canvas import INK, MUTED, Look, Pane, Stroke
from i18n import Text

WIDTH, HEIGHT = 1280.0, 720.0
_EDGE = 32.0
_INSIDE = WIDTH - 2 * _EDGE
_TITLE, _TITLE_LINE, _TITLE_LINES = 26, 34, 3
_SMALL, _SMALL_LINE = 13, 18
_BAND = 34
_CODE = 76
_APART = 14
_LEAST, _MOST = 1.0, 1.45
_QUIET = 2


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the picture, in lines."""

    band: str
    title: tuple[str, ...]
    foot: tuple[str, ...]

    @classmethod
    def of(cls, picture: Picture, stamp: Stamp, t: Text) -> Words:
        """The words of a picture and its stamp, wrapped to their room."""
        room = _INSIDE - _CODE - _APART
        told = [way_back.day(stamp, t), t("Snapshot {number}", number=stamp.per)]
        if stamp.boundaries and isinstance(picture.drawing, MapDrawing):
            told.insert(1, t("Outlines: {edition}", edition=stamp.boundaries))
        lines = [
            *fonts.wrap(picture.source, _SMALL, room, 2),
            *fonts.wrap(" · ".join(told), _SMALL, room, 2),
            *fonts.wrap(_way_back(stamp, t), _SMALL, room, 2),
        ]
        title = fonts.wrap(picture.title, _TITLE, _INSIDE, _TITLE_LINES, fonts.SEMIBOLD)
        return cls(way_back.example(stamp, t) or "", tuple(title), tuple(lines))

    @property
    def above(self) -> int:
        """The height of the band and the title with the room around them."""
        return (_BAND if self.band else 0) + 2 * _APART + len(self.title) * _TITLE_LINE

    @property
    def below(self) -> float:
        """The height of the foot with the room around it."""
        return _APART + max(len(self.foot) * _SMALL_LINE, _CODE) + 2 * _APART


def draw(picture: Picture, stamp: Stamp, t: Text) -> Pane:
    """The whole: 1280 × 720 pixels; a chart of rows is as high as its rows."""
    drawn = body.of(picture, t)
    words = Words.of(picture, stamp, t)
    least = drawn.least(_INSIDE)
    tall = HEIGHT - words.above - words.below
    if least is not None:
        tall = max(least * _LEAST, min(tall, least * _MOST))
    pane = Pane.whole(WIDTH, round(words.above + tall + words.below))
    _above(pane, words)
    drawn.draw(pane.part(_EDGE, words.above, _INSIDE, tall), _MOST)
    _below(pane, words, stamp)
    return pane


def _above(pane: Pane, words: Words) -> None:
    top = _APART
    if words.band:
        pane.rect((0, 0, pane.width, _BAND), "#7a2e0e")
        base = _BAND / 2 + fonts.MIDDLE * 15
        pane.words((_EDGE, base), words.band, Look(15, fonts.BOLD, colour="#ffffff"))
        top += _BAND
    for at, line in enumerate(words.title):
        base = top + (at + 0.5) * _TITLE_LINE + fonts.MIDDLE * _TITLE
        pane.words((_EDGE, base), line, Look(_TITLE, fonts.SEMIBOLD))


def _below(pane: Pane, words: Words, stamp: Stamp) -> None:
    top = pane.height - words.below + _APART
    pane.line([_EDGE, pane.width - _EDGE], [top, top], Stroke("#d4d8dc"))
    for at, line in enumerate(words.foot):
        base = top + _APART / 2 + (at + 1) * _SMALL_LINE
        pane.words((_EDGE, base), line, Look(_SMALL, colour=MUTED))
    _square(pane.part(pane.width - _EDGE - _CODE, top + _APART / 2, _CODE, _CODE), stamp)


def _way_back(stamp: Stamp, t: Text) -> str:
    """How to find these figures again."""
    if way_back.scanned(stamp) is None:
        return way_back.without_code(stamp, t)
    if stamp.address:
        return f"{t('Check this figure: {address}', address=stamp.address)} · {stamp.code}"
    return t("Check this figure with code {code}", code=stamp.code)


def _square(pane: Pane, stamp: Stamp) -> None:
    """The way back for a phone."""
    if (says := way_back.scanned(stamp)) is None:
        return
    matrix = way_back.square(says).matrix
    cell = pane.width / (len(matrix) + 2 * _QUIET)
    pane.shape(_cells(matrix, cell), INK)


def _cells(matrix: tuple[bytearray, ...], cell: float) -> Path:
    """The dark cells, those beside each other as one."""
    rings = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            length = next((n for n, dark in enumerate(row[x:]) if not dark), len(row) - x)
            if length:
                left, top = (x + _QUIET) * cell, (y + _QUIET) * cell
                right, bottom = left + length * cell, top + cell
                rings.append([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
            x += length + 1
    return Path.make_compound_path(*(Path(ring, closed=True) for ring in rings))
