"""A map as it is on the pages: areas in the look of their figure, the provinces around or over them, names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.path import Path

from exports.pictures import fills, fonts
from exports.pictures.canvas import Box, Look, Pane, Stroke
from exports.pictures.outlines import Area, Outlines, Window, outlines, thinned
from geo import Layer

_SEA = "#f4f6f8"
_AROUND = 0.06
_BORDER = Stroke("#8a929b", 0.6)
_PROVINCE, _NEIGHBOUR = Stroke("#4b545d", 0.9), Stroke("#aab1b8", 0.9)
_MARKED = Stroke("#16181a", 2.6)
_LAND = "#e6e9ec"
_CLEAR = "#00000000"
_NAMES = (11, 10)
_NAME_LINE = 1.15
_NAME = "#16181a"
_HALO = Stroke("#ffffff", 2.6)
_TYPE = re.compile(r"^Kabupaten( Administrasi)? |^Provinsi ")


@dataclass(frozen=True, slots=True)
class Painted:
    """What is drawn: the look of each region by code, whether its evidence is weak, the one that the map is about."""

    level: str
    focus: str | None
    fill: Mapping[str, str]
    weak: frozenset[str]
    marked: str | None = None

    @classmethod
    def of(cls, payload: Mapping[str, Any], marked: str | None = None) -> Painted:
        """The looks of a map's payload."""
        legend = payload["legend"]
        rows = payload["rows"]
        return cls(
            payload["level"],
            payload["focus"],
            {row[0]: legend[row[1]]["fill"] for row in rows},
            frozenset(row[0] for row in rows if len(row) > 3 and row[3]),
            marked,
        )


def view(whole: Outlines, focus: str | None) -> Box:
    """The part of a layer to show: one province with a margin, or all of it."""
    if not focus or focus not in whole.provinces:
        return 0, 0, whole.width, whole.height
    left, top, right, bottom = whole.provinces[focus].box
    edge = max(right - left, bottom - top) * _AROUND
    return left - edge, top - edge, right + edge, bottom + edge


def draw(pane: Pane, layer: Layer, painted: Painted) -> None:
    """The map over the whole pane."""
    box = (0.0, 0.0, pane.width, pane.height)
    pane.rect(box, _SEA)
    window = Window.fit(view(outlines(layer), painted.focus), box)
    drawn = thinned(layer, window.unseen)
    shapes = drawn.provinces if painted.level == "provinsi" else drawn.regions
    shown = [shapes[code] for code in sorted(painted.fill) if code in shapes]
    seen = (window.box(area.box) for area in drawn.provinces.values())
    near = [area for area, place in zip(drawn.provinces.values(), seen, strict=True) if _meet(place, box)]
    if painted.focus:
        _provinces(pane, window, near, painted.focus, box)
    _areas(pane, window, shown, painted, box)
    if not painted.focus and painted.level == "kabupaten":
        pane.shapes([window.path(area) for area in near], [_CLEAR], [_PROVINCE], clip=box)
    marked = [area for area in shown if area.code == painted.marked]
    pane.shapes([window.path(area) for area in marked], [_CLEAR], [_MARKED], clip=box)
    others = shown if painted.focus else drawn.provinces.values()
    _names(pane, window, marked, others, box)


def _provinces(pane: Pane, window: Window, near: Sequence[Area], focus: str, box: Box) -> None:
    """The neighbours of a province, and its own outline, under its areas."""
    around = [window.path(area) for area in near if area.code != focus]
    pane.shapes(around, [_LAND], [_NEIGHBOUR], clip=box)
    pane.shapes([window.path(area) for area in near if area.code == focus], [_CLEAR], [_PROVINCE], clip=box)


def _areas(pane: Pane, window: Window, shown: Sequence[Area], painted: Painted, box: Box) -> None:
    """The areas: all in plain colours with their borders, then patterns, then stripes."""
    paths = {area.code: window.path(area) for area in shown}
    looks: dict[str, list[Path]] = defaultdict(list)
    for code, path in paths.items():
        looks[painted.fill[code]].append(path)
    shapes = list(paths.values())
    pane.shapes(shapes, [fills.under(painted.fill[code]) for code in paths], [_BORDER], clip=box)
    for fill, these in sorted(looks.items()):
        fills.over(pane, fill, these, box)
    fills.weak(pane, [path for code, path in paths.items() if code in painted.weak], box)
    if painted.level == "provinsi":
        pane.shapes(shapes, [_CLEAR], [_PROVINCE], clip=box)


def _names(pane: Pane, window: Window, marked: Sequence[Area], areas: Iterable[Area], box: Box) -> None:
    """Names in the largest letters that their area holds, none over another; those of `marked` areas in any case."""
    taken: list[Box] = []
    written: list[tuple[tuple[float, float], str, Look]] = []
    for area in (*marked, *(area for area in areas if area not in marked)):
        left, top, right, bottom = window.box(area.box)
        name = _TYPE.sub("", area.name)
        found = _setting(name, right - left, bottom - top) or (([name], _NAMES[-1]) if area in marked else None)
        if found is None:
            continue
        lines, size = found
        x, y = window.place(area.centre)
        wide = max(fonts.width(line, size) for line in lines)
        tall = len(lines) * _NAME_LINE * size
        place = (x - wide / 2 - 1, y - tall / 2, x + wide / 2 + 1, y + tall / 2)
        inside = place[0] > box[0] and place[1] > box[1] and place[2] < box[2] and place[3] < box[3]
        if not inside or any(_meet(place, other) for other in taken):
            continue
        taken.append(place)
        for at, line in enumerate(lines):
            base = place[1] + ((at + 0.5) * _NAME_LINE + fonts.MIDDLE) * size
            written.append(((x, base), line, Look(size, colour=_NAME)))
    pane.halo(written, _HALO)
    for spot, line, look in written:
        pane.words(spot, line, look, "center")


def _setting(name: str, width: float, height: float) -> tuple[list[str], int] | None:
    """A name in the fewest and largest lines that fit."""
    for lines in ([name], name.split(" ", 1)):
        for size in _NAMES:
            if max(fonts.width(line, size) for line in lines) < width and len(lines) * _NAME_LINE * size < height:
                return lines, size
    return None


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
