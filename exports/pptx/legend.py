"""A map's legend: a swatch and words a line, beside the map or below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Self

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from charts.map import MapView
from exports.pptx import fills
from exports.pptx.measure import Box, height, plain, width
from exports.pptx.sheet import Sheet
from exports.pptx.text import Line, unstyled, write
from i18n import Text

_SIZE: Final = 12.0
_SWATCH: Final = Box(0, 0, 20, 13)
_INDENT: Final = _SWATCH.width + 8
_SPACE: Final = 6.0
_GAP: Final = 16.0
_COLUMN: Final = 210.0
_SHARES: Final = (0.27, 0.34)
"""Of the width that a legend may take beside its map: the second where it is too high for the first."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line: its fill, whether it is hatched for weak evidence, and its words with the count of regions."""

    fill: str
    is_weak: bool
    words: str

    def height(self, room: float) -> float:
        """Points that it takes in a column of that width."""
        return max(height(self.words, _SIZE, room - _INDENT), _SWATCH.height) + _SPACE


@dataclass(frozen=True, slots=True)
class Legend:
    """All lines under their heading."""

    heading: str
    keys: tuple[Key, ...]

    @classmethod
    def of(cls, view: MapView, given: dict[str, Any], t: Text) -> Self:
        """The legend of a view, `given` being its payload."""
        return cls(plain(view.title), tuple(_keys(given, t)))

    def places(self, box: Box) -> Iterator[tuple[Box, Box, int]]:
        """Room for the map, for the legend, and the legend's columns: below the map, and beside it where it fits."""
        columns = max(1, int(box.width / _COLUMN))
        yield *box.from_bottom(self._whole(box.width, columns), _GAP), columns
        widest = max(width(key.words, _SIZE) for key in self.keys) + _INDENT + 2
        for share in _SHARES:
            left, right = box.from_right(min(widest, box.width * share), _GAP)
            if self._whole(right.width, 1) <= box.height:
                yield left, right, 1

    def draw(self, sheet: Sheet, box: Box, columns: int) -> None:
        """Draw it in the box: a single column in the middle of its height, several from the top, read downward."""
        if columns == 1:
            box = box.from_top(max(box.height - self._whole(box.width, 1), 0) / 2)[1]
        head, rest = box.from_top(self._head(box.width))
        write(sheet.shapes, head, [Line(self.heading, _SIZE, bold=True)], sheet.hand)
        rows = self._rows(box.width, columns)
        for place, key in enumerate(self.keys):
            column, row = divmod(place, len(rows))
            across = rest.width / columns
            left, top = rest.left + column * across, rest.top + sum(rows[:row])
            _draw(sheet, key, Box(left, top, across - (_GAP if columns > 1 else 0), rows[row]))

    def _rows(self, room: float, columns: int) -> list[float]:
        """Points that each row takes, the lines being read downward in each column."""
        count = -(-len(self.keys) // columns)
        wide = room / columns - (_GAP if columns > 1 else 0)
        return [max(key.height(wide) for key in self.keys[row::count]) for row in range(count)]

    def _whole(self, room: float, columns: int) -> float:
        return self._head(room) + sum(self._rows(room, columns))

    def _head(self, room: float) -> float:
        return height(self.heading, _SIZE, room, bold=True) + _SPACE


def _keys(given: dict[str, Any], t: Text) -> Iterator[Key]:
    for entry in given["legend"]:
        yield Key(entry["fill"], is_weak=False, words=plain(f"{entry['label']} ({t.number(entry['count'])})"))
    weak = [entry for entry in given["legend"] if entry["weak"]]
    if weak and given["weak_label"]:
        count = t.number(sum(entry["weak"] for entry in weak))
        yield Key(weak[0]["fill"], is_weak=True, words=plain(f"{given['weak_label']} ({count})"))


def _draw(sheet: Sheet, key: Key, box: Box) -> None:
    swatch = map(Pt, (box.left, box.top + 1, _SWATCH.width, _SWATCH.height))
    square = sheet.shapes.add_shape(MSO_SHAPE.RECTANGLE, *swatch)
    square.name = key.words
    unstyled(square)
    for look in (fills.fill(key.fill, is_weak=key.is_weak), fills.line(fills.BORDER, 0.75)):
        square.element.spPr.append(parse_xml(look.replace(">", f" {nsdecls('a')}>", 1)))
    label = Box(box.left + _INDENT, box.top, box.width - _INDENT, box.height - _SPACE)
    write(sheet.shapes, label, [Line(key.words, _SIZE)], sheet.hand, anchor=MSO_ANCHOR.TOP)
