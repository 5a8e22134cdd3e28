"""Big figures: each with the sentence that says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefings.finding import Finding
from exports.pptx.measure import LEADING, Box, fitted, height, plain, shortened
from exports.pptx.sheet import Sheet
from exports.pptx.text import Line, Tone, write

MOST: Final = 9
"""Cards on one slide."""
_BIG: Final = (40, 36, 30, 26, 22, 18)
_SAID: Final = 14.0
_GAP: Final = 28.0
_BETWEEN: Final = 4.0
_BELOW: Final = 22.0


def draw(sheet: Sheet, findings: Sequence[Finding]) -> None:
    """The findings side by side, three in a row at most, from the top of what is free; all big figures of a size."""
    columns = 2 if len(findings) in {2, 4} else min(len(findings), 3)
    wide = (sheet.free.width - (columns - 1) * _GAP) / columns
    figures = [plain(_first(finding)) for finding in findings]
    size = min(fitted(said, Box(0, 0, wide, _BIG[0] * LEADING), _BIG, bold=True)[1] for said in figures)
    cards = [(said, plain(finding.words)) for said, finding in zip(figures, findings, strict=True)]
    rows = [cards[at : at + columns] for at in range(0, len(cards), columns)]
    for place, row in enumerate(rows):
        head = max(height(said, size, wide, bold=True) for said, _ in row)
        most = sheet.free.height / (len(rows) - place)
        high = min(most, head + _BETWEEN + max(height(words, _SAID, wide) for _, words in row))
        across, sheet.free = sheet.free.from_top(high, _BELOW)
        for at, (said, words) in enumerate(row):
            _card(sheet, replace(across, left=across.left + at * (wide + _GAP), width=wide), (said, size, head), words)


def _first(finding: Finding) -> str:
    """The number that the sentence says first."""
    places = {name: finding.message.find(f"{{{name}}}") for name in finding.numbers}
    return finding.numbers[min(places, key=places.__getitem__)].words


def _card(sheet: Sheet, box: Box, figure: tuple[str, float, float], sentence: str) -> None:
    """A figure (its words, type size, and the height that figures of its row take) over its sentence."""
    said, size, high = figure
    head, rest = box.from_top(high, _BETWEEN)
    write(sheet.shapes, head, [Line(said, size, Tone.ACCENT, bold=True)], sheet.t.language)
    write(sheet.shapes, rest, [Line(shortened(sentence, _SAID, rest), _SAID)], sheet.t.language)
