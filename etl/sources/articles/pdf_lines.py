"""The lines of a PDF's pages put together to paragraphs: a page gives lines at heights, and no paragraphs. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_PAGE_NUMBER = re.compile(r"\W*(?:(?:halaman|hal|page)\W*)?\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")
_PARTED = re.compile(r"([^\W\d_]+)-$")
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[a-h][.)]|[-•–*])\s")
_FULL = 0.85
"""Of the width: a line below it did not end because the page did."""

_SHORT = 0.6
_APART = 1.3
"""Of the usual distance between lines: more is the gap between paragraphs."""

_SAME_SIZE = 1.1
_RUNNING = 3
"""Pages on which a line at head or foot is no part of the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, its height above the foot and the size of its type, both in points."""

    text: str
    height: float
    size: float

    @property
    def width(self) -> float:
        """How wide it is, near enough: larger type has fewer letters on a line."""
        return len(self.text) * self.size


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of all pages, without page numbers and running heads."""
    bodies = _bodies(pages)
    lines = [line for body in bodies for line in body]
    widths = sorted(line.width for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0.0
    steps = [_step(a, b) for body in bodies for a, b in pairwise(body) if a.height > b.height]
    usual = median(steps) if steps else 0.0
    gathered: list[str] = []
    last = None
    for line in lines:
        if last and (_apart(last, line, usual) or _ends(last, line, width)):
            yield "".join(gathered)
            gathered = []
        _append(gathered, line.text)
        last = line
    if gathered:
        yield "".join(gathered)


def _bodies(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without what stands at the head or foot of many, and without their numbers."""
    edges = Counter(text for lines in pages for text in {line.text for line in (*lines[:1], *lines[-1:])})
    running = {text for text, times in edges.items() if times >= _RUNNING}
    return [
        [
            line
            for at, line in enumerate(lines)
            if at not in {0, len(lines) - 1} or not (line.text in running or _PAGE_NUMBER.fullmatch(line.text))
        ]
        for lines in pages
    ]


def _apart(last: Line, line: Line, usual: float) -> bool:
    """Whether a gap or another size of type parts two lines; a new page alone does not."""
    sizes = sorted((last.size, line.size))
    return _step(last, line) > _APART * usual or sizes[1] > _SAME_SIZE * sizes[0]


def _step(last: Line, line: Line) -> float:
    """How far a line is below another, in sizes of its type: headlines stand further apart."""
    return (last.height - line.height) / line.size


def _ends(last: Line, line: Line, width: float) -> bool:
    """Whether a paragraph ends before a line by its words."""
    if _ITEM.match(line.text):
        return True
    if _SENTENCE_END.search(last.text):
        return last.width < _FULL * width
    return last.width < _SHORT * width and not line.text[:1].islower()


def _append(gathered: list[str], line: str) -> None:
    """Add a line to a paragraph; a word that was parted at the line's end is whole again, `kata-kata` stays."""
    if gathered:
        parted = _PARTED.search(gathered[-1])
        if parted is None or not line[0].islower():
            gathered.append(" ")
        elif not line.lower().startswith(parted[1].lower()):
            gathered[-1] = gathered[-1][:-1]
    gathered.append(line)
