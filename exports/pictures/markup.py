"""Plotly's label text as lines of letters: `<br>`, `<b>`, `<i>` and escaped text, all that `charts` writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape

from exports.pictures import fonts
from exports.pictures.canvas import Anchor, Look, Pane
from exports.pictures.fault import NotDrawn

_TAG = re.compile(r"(<[^>]*>)")
_TAGS = {"<b>", "</b>", "<i>", "</i>"}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look."""

    words: str
    bold: bool = False
    italic: bool = False


Lines = tuple[tuple[Run, ...], ...]


def parse(text: str) -> Lines:
    """The lines of a label."""
    lines: list[list[Run]] = [[]]
    look = Run("")
    for part in _TAG.split(text):
        if part == "<br>":
            lines.append([])
        elif part in _TAGS:
            on = not part.startswith("</")
            look = replace(look, bold=on) if "b" in part else replace(look, italic=on)
        elif part.startswith("<") and part.endswith(">"):
            raise NotDrawn(f"label with {part}")
        elif part:
            lines[-1].append(replace(look, words=unescape(part)))
    return tuple(map(tuple, lines))


def of_run(run: Run, look: Look) -> Look:
    """The look of a part of a label."""
    return replace(look, weight=fonts.SEMIBOLD if run.bold else look.weight, italic=run.italic)


def line_width(line: Sequence[Run], look: Look) -> float:
    """How wide a line is."""
    looks = [(run, of_run(run, look)) for run in line]
    return sum(fonts.width(run.words, each.size, each.weight, italic=each.italic) for run, each in looks)


def size(lines: Lines, look: Look) -> tuple[float, float]:
    """Width and height of the lines."""
    return max(line_width(line, look) for line in lines), len(lines) * look.size * fonts.LINE


def write(pane: Pane, place: tuple[float, float], lines: Lines, look: Look, anchor: Anchor = "left") -> None:
    """The lines downward from the top at `place`."""
    x, top = place
    for at, line in enumerate(lines):
        base = top + ((at + 0.5) * fonts.LINE + fonts.MIDDLE) * look.size
        if len(line) == 1:
            pane.words((x, base), line[0].words, of_run(line[0], look), anchor)
            continue
        left = x - line_width(line, look) * {"left": 0.0, "center": 0.5, "right": 1.0}[anchor]
        for run in line:
            pane.words((left, base), run.words, of_run(run, look))
            left += line_width((run,), look)
