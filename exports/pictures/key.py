"""What explains a picture: swatches with words, and counts where they are a map's classes and states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exports.pictures import fills, fonts
from exports.pictures.canvas import INK, MUTED, Box, Look, Pane, Stroke, rectangle
from i18n import Text

SIZE = 13
_ROW = 24
_SWATCH = (22, 14)
_GAP, _APART = 7, 22
_EDGE = Stroke("#8a929b", 1)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the key: one or two fills side by side, striped where it tells of weak evidence; `count` in words."""

    fills: tuple[str, ...]
    words: str
    count: str = ""
    weak: bool = False


def of_map(payload: Mapping[str, Any], t: Text) -> list[Item]:
    """The lines of a map's legend; the cells of two measures have a table of their own."""
    cells = 9 if payload["legend_grid"] else 0
    lines = payload["legend"]
    items = [Item((line["fill"],), line["label"], t.number(line["count"])) for line in lines[cells:]]
    if payload["weak_label"]:
        plain = [line["fill"] for line in lines if line["state"] == "nilai"]
        dark = next((fill for fill in plain if fills.ink_on(fill) == "#ffffff"), plain[-1])
        count = t.number(sum(line["weak"] for line in lines))
        items.append(Item((plain[0], dark), payload["weak_label"].removesuffix("."), count, weak=True))
    return items


def rows(items: Sequence[Item], room: float) -> list[list[Item]]:
    """The items in rows no wider than `room`."""
    made: list[list[Item]] = []
    used, room = room, room - _EDGE.width
    for item in items:
        need = _width(item)
        if not made or used + need > room:
            made.append([])
            used = 0.0
        made[-1].append(item)
        used += need + _APART
    return made


def height(items: Sequence[Item], room: float) -> float:
    """How high the items are in rows."""
    return len(rows(items, room)) * _ROW


def draw(pane: Pane, items: Sequence[Item]) -> None:
    """The items in rows over the whole width of the pane."""
    for at, row in enumerate(rows(items, pane.width)):
        x, middle = _EDGE.width / 2, (at + 0.5) * _ROW
        for item in row:
            swatch(pane, (x, middle - _SWATCH[1] / 2, x + _SWATCH[0], middle + _SWATCH[1] / 2), item)
            left, base = x + _SWATCH[0] + _GAP, middle + fonts.MIDDLE * SIZE
            room = pane.width - left - _count_width(item)
            words = fonts.cut(item.words, SIZE, room)
            pane.words((left, base), words, Look(SIZE, colour=INK))
            pane.words((left + fonts.width(words, SIZE) + _GAP, base), item.count, Look(SIZE, fonts.SEMIBOLD))
            x += _width(item) + _APART


def swatch(pane: Pane, box: Box, item: Item) -> None:
    """A little picture of an item."""
    left, top, right, bottom = box
    wide = (right - left) / len(item.fills)
    for at, fill in enumerate(item.fills):
        half = (left + at * wide, top, left + (at + 1) * wide, bottom)
        pane.rect(half, fills.under(fill))
        fills.over(pane, fill, [rectangle(half)], half)
    if item.weak:
        fills.weak(pane, [rectangle(box)], box)
    pane.rect(box, None, _EDGE)


def _count_width(item: Item) -> float:
    return _GAP + fonts.width(item.count, SIZE, fonts.SEMIBOLD) if item.count else 0.0


def _width(item: Item) -> float:
    return _SWATCH[0] + _GAP + fonts.width(item.words, SIZE) + _count_width(item)


_CELL, _INNER = (70, 34), (67, 31)
_BESIDE, _SMALL, _SMALL_LINE = 92, 11.5, 13
_TABLE = (_BESIDE + 3 * _CELL[0], 2 * _SMALL_LINE + 3 * _CELL[1] + 3 * _SMALL_LINE)


def grid_size() -> tuple[float, float]:
    """Width and height of the table of two measures."""
    return _TABLE


def draw_grid(pane: Pane, grid: Mapping[str, Any], t: Text) -> None:
    """The nine cells of two measures with their counts, low at the left and at the bottom."""
    small, strong = Look(_SMALL, colour=MUTED), Look(_SMALL, fonts.SEMIBOLD)
    upward = fonts.cut(f"{grid['y']['title']} ↑", _SMALL, pane.width, fonts.SEMIBOLD)
    pane.words((0, _SMALL), upward, strong)
    first, foot = 2 * _SMALL_LINE, 2 * _SMALL_LINE + 3 * _CELL[1]
    for row, (shades, counts) in enumerate(zip(grid["fills"], grid["counts"], strict=True)):
        top = first + (2 - row) * _CELL[1]
        for column, (fill, count) in enumerate(zip(shades, counts, strict=True)):
            x = _BESIDE + column * _CELL[0]
            pane.rect((x, top, x + _INNER[0], top + _INNER[1]), fill, _EDGE)
            base = top + _INNER[1] / 2 + fonts.MIDDLE * SIZE
            look = Look(SIZE, fonts.SEMIBOLD, colour=fills.ink_on(fill))
            pane.words((x + _INNER[0] / 2, base), t.number(count), look, "center")
        lines = fonts.wrap(grid["y"]["labels"][row], _SMALL, _BESIDE - _GAP, 2)
        for at, line in enumerate(lines):
            base = top + _INNER[1] / 2 + (at - (len(lines) - 1) / 2) * _SMALL_LINE + fonts.MIDDLE * _SMALL
            pane.words((_BESIDE - _GAP, base), line, small, "right")
    for column, label in enumerate(grid["x"]["labels"]):
        middle = _BESIDE + column * _CELL[0] + _INNER[0] / 2
        for at, line in enumerate(fonts.wrap(label, _SMALL, _INNER[0], 2)):
            pane.words((middle, foot + (at + 0.8) * _SMALL_LINE), line, small, "center")
    across = fonts.cut(f"{grid['x']['title']} →", _SMALL, pane.width, fonts.SEMIBOLD)
    pane.words((pane.width, foot + 2.9 * _SMALL_LINE), across, strong, "right")
