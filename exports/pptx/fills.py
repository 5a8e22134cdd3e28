"""What an area is filled and outlined with, as DrawingML: a colour, or a pattern that tells a state without colour."""

from __future__ import annotations

from typing import Final

from pptx.util import Pt

from exports.pictures.fills import ink_on

BORDER: Final = "8A929A"
INK: Final = "5F6770"
_PAPER: Final = "FFFFFF"
_PATTERNS: Final = {"hatch": "wdUpDiag", "dots": "ltHorz", "cross": "smGrid"}
"""Lines stand for the screen's dots: LibreOffice draws every dotted pattern as slanted lines, like `hatch`."""


def fill(look: str, *, is_weak: bool) -> str:
    """The fill of a legend entry (`charts.map.Entry.fill`), hatched with what stands out on it for weak evidence."""
    if look in _PATTERNS:
        return _pattern(_PATTERNS[look], INK, _PAPER)
    colour = look[1:].upper()
    if is_weak:
        return _pattern("ltDnDiag", ink_on(look)[1:].upper(), colour)
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line(colour: str, points: float) -> str:
    """An outline."""
    return f'<a:ln w="{Pt(points)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:round/></a:ln>'


def _pattern(name: str, fore: str, back: str) -> str:
    ink, paper = f'<a:fgClr><a:srgbClr val="{fore}"/></a:fgClr>', f'<a:bgClr><a:srgbClr val="{back}"/></a:bgClr>'
    return f'<a:pattFill prst="{name}">{ink}{paper}</a:pattFill>'
