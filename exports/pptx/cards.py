"""Big figures: each with the sentence that says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pptx.enum.text import MSO_ANCHOR

from briefings.finding import Finding
from exports.pptx.measure import Box, height, plain, shortened
from exports.pptx.sheet import Sheet
from exports.pptx.text import Line, Tone, write

_MOST: Final = (9, 6, 3)
"""Cards on one slide: as many as have room with their sentences."""
_BIG: Final = (40, 36, 30, 26, 24, 22, 20, 18)
_SAID: Final = 14.0
_GAP: Final = 28.0
_TALLEST: Final = 60.0  # a figure at its largest, or two lines of a long one
_BETWEEN: Final = 4.0
_BELOW: Final = 22.0

Card = tuple[str, str]
"""A big figure, and the sentence that says what it is."""


def pages(sheet: Sheet, findings: Sequence[Finding]) -> list[Sequence[Finding]]:
    """The findings of each slide that is free as this one is."""
    split = [[findings[at : at + most] for at in range(0, len(findings), most)] for most in _MOST]
    fitting = (
        parts for parts in split if all(_fits(*_rows(sheet, part), _BIG[-1], sheet.free.height) for part in parts)
    )
    return next(fitting, split[-1])


def draw(sheet: Sheet, findings: Sequence[Finding], below: float = 0) -> None:
    """The findings side by side, from the top of what is free; all big figures of a size.

    Three in a row at most; four where only so `below` points are left for what follows.
    """
    free = sheet.free.height
    rows, wide = _rows(sheet, findings)
    fitting = ((*_rows(sheet, findings, columns), size) for columns in (0, 4) for size in _BIG) if below else ()
    tight = (one for one in fitting if _fits(*one, free - below - _BELOW))
    loose = ((rows, wide, size) for size in _BIG if _fits(rows, wide, size, free))
    rows, wide, size = next(tight, None) or next(loose, (rows, wide, _BIG[-1]))
    for row in rows:
        head, words = _heights(row, wide, size)
        across, sheet.free = sheet.free.from_top(min(sheet.free.height, head + _BETWEEN + words), _BELOW)
        for at, (said, sentence) in enumerate(row):
            box = replace(across, left=across.left + at * (wide + _GAP), width=wide)
            _card(sheet, box, (said, size, head), sentence)


def _rows(sheet: Sheet, findings: Sequence[Finding], columns: int = 0) -> tuple[list[list[Card]], float]:
    """The cards row by row, and how wide each is; of so many in a row, 0 = as looks best."""
    columns = min(columns, len(findings)) or (2 if len(findings) in {2, 4} else min(len(findings), 3))
    cards = [(plain(_first(finding)), plain(finding.words)) for finding in findings]
    rows = [cards[at : at + columns] for at in range(0, len(cards), columns)]
    return rows, (sheet.free.width - (columns - 1) * _GAP) / columns


def _fits(rows: Sequence[Sequence[Card]], wide: float, size: float, room: float) -> bool:
    """Whether all fits that height at that size, with no figure on more than two lines."""
    heights = [_heights(row, wide, size) for row in rows]
    whole = sum(head + _BETWEEN + words + _BELOW for head, words in heights) - _BELOW
    return whole <= room and all(head <= _TALLEST for head, _ in heights)


def _heights(row: Sequence[Card], wide: float, size: float) -> tuple[float, float]:
    """Points that the figures of a row take, and its sentences."""
    figures, sentences = zip(*row, strict=True)
    return (
        max(height(said, size, wide, bold=True) for said in figures),
        max(height(words, _SAID, wide) for words in sentences),
    )


def _first(finding: Finding) -> str:
    """The number that the sentence says first."""
    places = {name: finding.message.find(f"{{{name}}}") for name in finding.numbers}
    return finding.numbers[min(places, key=places.__getitem__)].words


def _card(sheet: Sheet, box: Box, figure: tuple[str, float, float], sentence: str) -> None:
    """A figure (its words, type size, and the height that figures of its row take) over its sentence."""
    said, size, high = figure
    head, rest = box.from_top(high, _BETWEEN)
    line = Line(said, size, Tone.ACCENT, bold=True)
    write(sheet.shapes, head, [line], sheet.hand, anchor=MSO_ANCHOR.BOTTOM)
    write(sheet.shapes, rest, [Line(shortened(sentence, _SAID, rest), _SAID)], sheet.hand)
