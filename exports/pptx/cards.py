"""Big figures: each with the sentence that says what it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from briefings.finding import Finding
from exports.pptx.measure import LEADING, Box, fitted, height, plain, shortened
from exports.pptx.sheet import Sheet
from exports.pptx.text import Line, Tone, write

MOST: Final = 6
"""Cards on one slide."""
_BIG: Final = (44, 36, 30, 26, 22, 18)
_SAID: Final = 14.0
_GAP: Final = 28.0


def draw(sheet: Sheet, findings: Sequence[Finding]) -> None:
    """The findings side by side, in one row of three at most or in two; all big figures of a size."""
    box = sheet.free
    columns = len(findings) if len(findings) <= 3 else math.ceil(len(findings) / 2)
    rows = math.ceil(len(findings) / columns)
    wide = (box.width - (columns - 1) * _GAP) / columns
    high = min((box.height - (rows - 1) * _GAP) / rows, 170.0)
    places = [
        Box(box.left + at % columns * (wide + _GAP), box.top + 6 + at // columns * (high + _GAP), wide, high)
        for at in range(len(findings))
    ]
    figures = [plain(next(iter(finding.numbers.values())).words) for finding in findings]
    size = min(fitted(said, Box(0, 0, wide, _BIG[0] * LEADING), _BIG, bold=True)[1] for said in figures)
    for place, said, finding in zip(places, figures, findings, strict=True):
        _card(sheet, place, (said, size), plain(finding.words))


def _card(sheet: Sheet, box: Box, figure: tuple[str, float], sentence: str) -> None:
    said, size = figure
    head, rest = box.from_top(height(said, size, box.width, bold=True), 4)
    write(sheet.shapes, head, [Line(said, size, Tone.ACCENT, bold=True)], sheet.t.language)
    write(sheet.shapes, rest, [Line(shortened(sentence, _SAID, rest), _SAID)], sheet.t.language)
