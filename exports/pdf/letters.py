"""The letters of a report: the typeface of the screen, and DejaVu Sans for what it lacks, as in pictures."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import typst
from matplotlib.font_manager import get_font

from exports.pictures.fonts import FALLBACK, FALLBACK_FILES, OWN_FILES, REGULAR, width

_TEXT = re.compile(r'<text style="([^"]*)" x="([^"]*)" ([^>]*)>([^<]*)')
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


@cache
def typefaces() -> typst.Fonts:
    """Both, and those that Typst brings: the same on every machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(OWN_FILES), str(FALLBACK_FILES)])


def spelt_out(svg: str) -> str:
    """The picture with each letter that the typeface lacks put in its place in the other.

    Typst would set the whole text in the other, wider than the room that it was given.
    """
    return _TEXT.sub(_placed, svg)


def _placed(text: re.Match[str]) -> str:
    style, left, more, words = text.groups()
    runs = [run for run in _lacking().split(words) if run]
    if all(not _lacking().match(run) for run in runs):
        return text[0]
    look = dict(part.split(": ", 1) for part in style.split("; "))
    size, weight = float(look["font-size"].removesuffix("px")), int(look.get("font-weight", REGULAR))
    widths = [width(unescape(run), size, weight, italic="font-style" in look) for run in runs]
    at = float(left) - sum(widths) * _ANCHORS[look.get("text-anchor", "start")]
    spans = []
    for run, wide in zip(runs, widths, strict=True):
        family = f"font-family: '{FALLBACK}'; " if _lacking().match(run) else ""
        spans.append(f'<tspan x="{at:.3f}" style="{family}text-anchor: start">{run}</tspan>')
        at += wide
    return f'<text style="{style}" {more}>{"".join(spans)}'.replace("<text ", f'<text x="{left}" ', 1)


@cache
def _lacking() -> re.Pattern[str]:
    """Letters in a row that the typeface lacks."""
    known = get_font(OWN_FILES / "SourceSansPro-Regular.ttf").get_charmap()
    return re.compile(f"([^{re.escape(''.join(map(chr, sorted(known))))}]+)")
