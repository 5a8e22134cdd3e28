"""The letters of a report: the typeface of the screen, and DejaVu Sans for what it lacks, as in pictures."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import matplotlib as mpl
import typst
from matplotlib.font_manager import get_font

_OWN = Path(str(files("font_source_sans_pro"))) / "files"
_OTHER = Path(mpl.get_data_path()) / "fonts" / "ttf"
_TEXT = re.compile(r"(<text[^>]*>)([^<]*)")


@cache
def typefaces() -> typst.Fonts:
    """Both, and those that Typst brings: the same on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_OWN), str(_OTHER)])


def spelt_out(svg: str) -> str:
    """The picture with each letter that the typeface lacks marked as one of the other.

    Typst would set the whole text in the other, wider than the room that it was given.
    """
    return _TEXT.sub(lambda text: text[1] + _lacking().sub(_marked, text[2]), svg)


def _marked(letters: re.Match[str]) -> str:
    return f"<tspan style=\"font-family: 'DejaVu Sans'\">{letters[0]}</tspan>"


@cache
def _lacking() -> re.Pattern[str]:
    known = get_font(_OWN / "SourceSansPro-Regular.ttf").get_charmap()
    return re.compile(f"[^{re.escape(''.join(map(chr, sorted(known))))}]+")
