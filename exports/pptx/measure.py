"""How much room words take: Arial's widths, so that a deck is laid out the same whatever fonts the maker's PC has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from exports.printable import printable

LEADING: Final = 1.2
"""Line height over type size."""

_BY_WIDTH: Final = {
    222: "'`ijl’‘",
    278: " !,./:;I[\\]ft\u00a0|",
    334: "()-r{}“”·",
    400: '"*',
    500: "Jcksvxyz^",
    556: "#$0123456789?L_abdeghnopqu–",
    611: "FTZ+<=>~",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    1015: "@W—…",
}
"""Thousandths of the type size, from the widths that Adobe published for Helvetica; Arial has the same."""
_WIDTHS: Final = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_OTHER: Final = 1000
_BOLD: Final = 1.06
_SPARE: Final = 1.03  # programs differ a little in where they break a line

_BREAKS = re.compile("[ \t\r\n\v\f]+")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in points from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def from_top(self, height: float, gap: float = 0) -> tuple[Self, Self]:
        """The part of that height at the top, and what is left below it and the gap."""
        rest = height + gap
        return (
            type(self)(self.left, self.top, self.width, height),
            type(self)(self.left, self.top + rest, self.width, self.height - rest),
        )

    def from_bottom(self, height: float, gap: float = 0) -> tuple[Self, Self]:
        """What is left above the gap, and the part of that height at the bottom."""
        return (
            type(self)(self.left, self.top, self.width, self.height - height - gap),
            type(self)(self.left, self.bottom - height, self.width, height),
        )

    def from_right(self, width: float, gap: float = 0) -> tuple[Self, Self]:
        """What is left before the gap, and the part of that width at the right."""
        return (
            type(self)(self.left, self.top, self.width - width - gap, self.height),
            type(self)(self.right - width, self.top, width, self.height),
        )

    def meets(self, other: Self) -> bool:
        """Whether the two have an area in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def plain(text: str) -> str:
    """The text on one line, without what no document can show."""
    return _BREAKS.sub(" ", printable(text))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Points that a line of text takes."""
    return _thousandths(text) * size / 1000 * (_BOLD if bold else 1) * _SPARE


@lru_cache(maxsize=4096)  # the same words are measured at several sizes
def _thousandths(text: str) -> int:
    return sum(_WIDTHS.get(letter) or _of_other(letter) for letter in text)


def _of_other(letter: str) -> int:
    base = unicodedata.normalize("NFKD", letter)[0]
    return _WIDTHS.get(base, _OTHER)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The lines that the text breaks into; a word longer than a line is broken too."""
    if width(text, size, bold=bold) <= room:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if not line or width(joined, size, bold=bold) <= room:
            line = joined
        else:
            lines.append(line)
            line = word
        while width(line, size, bold=bold) > room and len(line) > 1:
            fits = next(n for n in range(len(line) - 1, 0, -1) if n == 1 or width(line[:n], size, bold=bold) <= room)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line]


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Points that the wrapped text takes downward."""
    return len(wrapped(text, size, room, bold=bold)) * size * LEADING


def fitted(text: str, box: Box, sizes: Sequence[float], *, bold: bool = False) -> tuple[str, float]:
    """The text and the largest of the sizes (descending) at which it fits the box; cut with an ellipsis at the last."""
    for size in sizes:
        if height(text, size, box.width, bold=bold) <= box.height + 0.01:
            return text, size
    return shortened(text, sizes[-1], box, bold=bold), sizes[-1]


def shortened(text: str, size: float, box: Box, *, bold: bool = False) -> str:
    """The text cut with an ellipsis so that it fits the box; at least one line."""
    most = max(1, int((box.height + 0.01) / (size * LEADING)))
    lines = wrapped(text, size, box.width, bold=bold)
    if len(lines) <= most:
        return text
    last = lines[most - 1]
    while last and width(f"{last}…", size, bold=bold) > box.width:
        last = last[:-1]
    return " ".join([*lines[: most - 1], f"{last.rstrip()}…"])
