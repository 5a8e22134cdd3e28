"""The letters of pictures: one family in the look of the pages, measured without drawing.

Rule for what Source Sans Pro has no glyph for: DejaVu Sans, which matplotlib brings; what that lacks too is a box, and
space and control characters are a space.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

import font_source_sans_pro  # type: ignore[import-untyped]  # a folder of fonts without types
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

FAMILY, FALLBACK = "Source Sans Pro", "DejaVu Sans"
REGULAR, SEMIBOLD, BOLD = 400, 600, 700
LINE = 1.3
"""Height of a line, in sizes of its letters."""
MIDDLE = 0.35
"""How far the base line of letters lies below their middle, in sizes."""

_BOX = "\u25a1"
_FILES = {
    (REGULAR, False): "Regular",
    (REGULAR, True): "It",
    (SEMIBOLD, False): "Semibold",
    (SEMIBOLD, True): "SemiboldIt",
    (BOLD, False): "Bold",
    (BOLD, True): "BoldIt",
}
OWN_FILES = Path(font_source_sans_pro.__file__).parent / "files"
FALLBACK_FILES = Path(mpl.get_data_path(), "fonts", "ttf")
"""Folders of the two families."""


def _path(weight: int, italic: bool) -> Path:  # noqa: FBT001 (half of the key of a face)
    return OWN_FILES / f"SourceSansPro-{_FILES[weight, italic]}.ttf"


def register() -> None:
    """Put our faces before those of the PC, so that every PC draws the same letters."""
    faces = [font_manager.ttfFontProperty(get_font(_path(*face))) for face in _FILES]
    bold = font_manager.ttfFontProperty(get_font(_fallback("-Bold")))
    font_manager.fontManager.ttflist[:0] = [*faces, replace(bold, weight=SEMIBOLD)]


@cache
def properties(size: float, weight: int, italic: bool) -> FontProperties:  # noqa: FBT001 (a face)
    """Letters of a size in points. Shared: never changed."""
    style: Literal["italic", "normal"] = "italic" if italic else "normal"
    return FontProperties(family=[FAMILY, FALLBACK], weight=weight, style=style, size=size)


@cache
def _fallback(face: str = "") -> Path:
    return FALLBACK_FILES / f"DejaVuSans{face}.ttf"


@cache
def _glyph(letter: str, weight: int, italic: bool) -> tuple[str, float]:  # noqa: FBT001 (a face)
    """The letter as it is drawn, and its width in sizes."""
    if letter.isspace() or not letter.isprintable():
        letter = letter if letter == "\u00a0" else " "
    for path in (_path(weight, italic), _fallback()):
        font = get_font(path)
        if font.get_char_index(ord(letter)):
            font.set_size(font.units_per_EM, 72)
            advance = font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance
            return letter, advance / 65536 / font.units_per_EM
    return _glyph(_BOX, weight, italic)


def shown(words: str) -> str:
    """The words with the letters that there are."""
    return "".join(_glyph(letter, REGULAR, False)[0] for letter in words)  # noqa: FBT003 (upright)


def width(words: str, size: float, weight: int = REGULAR, *, italic: bool = False) -> float:
    """How wide the words are, in the unit of `size`."""
    return size * sum(_glyph(letter, weight, italic)[1] for letter in words)


def wrap(words: str, size: float, room: float, lines: int, weight: int = REGULAR) -> list[str]:
    """The words in at most `lines` lines no wider than `room`; what does not fit is cut with an ellipsis."""
    made: list[str] = []
    rest = words.split()
    while rest:
        line, rest = _line(rest, size, room, weight)
        made.append(line)
        if len(made) == lines and rest:
            made[-1] = _cut(f"{line} {' '.join(rest)}", size, room, weight)
            break
    return made


def _line(words: list[str], size: float, room: float, weight: int) -> tuple[str, list[str]]:
    """As many words as fit, at least one letter; a word wider than the room is broken."""
    line = ""
    for at, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if width(longer, size, weight) <= room:
            line = longer
        elif line:
            return line, words[at:]
        else:
            fits = next((n for n in range(len(word) - 1, 0, -1) if width(word[:n], size, weight) <= room), 1)
            return word[:fits], [word[fits:], *words[at + 1 :]] if word[fits:] else words[at + 1 :]
    return line, []


def _cut(words: str, size: float, room: float, weight: int) -> str:
    while words and width(f"{words}…", size, weight) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


def cut(words: str, size: float, room: float, weight: int = REGULAR) -> str:
    """The words on one line no wider than `room`, cut with an ellipsis where they are longer."""
    return words if width(words, size, weight) <= room else _cut(words, size, room, weight)
