"""What an area is filled and outlined with, as DrawingML: a colour, or a pattern that tells a state without colour."""

from __future__ import annotations

from typing import Final

from pptx.util import Pt

BORDER: Final = "8A929A"
INK: Final = "5F6770"
_PAPER: Final = "FFFFFF"
_DARK: Final = "16181A"
_PATTERNS: Final = {"hatch": "wdUpDiag", "dots": "ltHorz", "cross": "smGrid"}
"""Lines stand for the screen's dots: LibreOffice draws every dotted pattern as slanted lines, like `hatch`."""


def fill(look: str, *, is_weak: bool) -> str:
    """The fill of a legend entry (`charts.map.Entry.fill`), hatched with what stands out on it for weak evidence."""
    if look in _PATTERNS:
        return _pattern(_PATTERNS[look], INK, _PAPER)
    colour = look[1:].upper()
    if is_weak:
        return _pattern("ltDnDiag", _ink_on(colour), colour)
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, points: float) -> str:
    """An outline."""
    return f'<a:ln w="{Pt(points)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:round/></a:ln>'


def _pattern(name: str, fore: str, back: str) -> str:
    ink, paper = f'<a:fgClr><a:srgbClr val="{fore}"/></a:fgClr>', f'<a:bgClr><a:srgbClr val="{back}"/></a:bgClr>'
    return f'<a:pattFill prst="{name}">{ink}{paper}</a:pattFill>'


def _ink_on(colour: str) -> str:
    """Dark or white, whichever is seen better on the colour."""
    red, green, blue = ((int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (0, 2, 4))
    return _DARK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 else _PAPER
