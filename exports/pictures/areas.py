"""A map as it is on the pages: areas in the look of their figure, the provinces around or over them, names, insets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.path import Path

from charts.map import MapLevel
from exports.pictures import fills, names
from exports.pictures.canvas import CLEAR, Box, Pane, Stroke
from exports.pictures.insets import Placed, card, frames, plan
from exports.pictures.outlines import Area, Outlines, Window, outlines, thinned
from geo import Layer

_SEA = "#f4f6f8"
_AROUND = 0.06
_BORDER = Stroke("#8a929b", 0.6)
_PROVINCE, _NEIGHBOUR = Stroke("#4b545d", 0.9), Stroke("#aab1b8", 0.9)
_MARKED = Stroke("#16181a", 2.6)
_LAND = "#e6e9ec"


@dataclass(frozen=True, slots=True)
class Painted:
    """What is drawn: the look of each region by code, whether its evidence is weak, the one that the map is about.

    The looks are in the order of the figures, highest first.
    """

    level: MapLevel
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

    def areas(self, of: Outlines) -> dict[str, Area]:
        """The areas that are painted, by code in its order."""
        shapes = of.provinces if self.level == "provinsi" else of.regions
        return {code: shapes[code] for code in sorted(self.fill) if code in shapes}


def view(whole: Outlines, focus: str | None) -> Box:
    """The part of a layer to show: one province with a margin, or all of it."""
    if not focus or focus not in whole.provinces:
        return 0, 0, whole.width, whole.height
    left, top, right, bottom = whole.provinces[focus].box
    edge = max(right - left, bottom - top) * _AROUND
    return left - edge, top - edge, right + edge, bottom + edge


def draw(pane: Pane, layer: Layer, painted: Painted) -> bool:
    """The map over the whole pane, with insets for what is too small to see. True where there is any."""
    box = (0.0, 0.0, pane.width, pane.height)
    whole = outlines(layer)
    codes = tuple(painted.areas(whole))
    window, insets = plan(layer, painted.level, painted.focus, codes, view=view(whole, painted.focus), room=box)
    taken = tuple(place for inset in insets for place in (inset.card, inset.mark))
    # Five hundred names fit nowhere: the nation is named by its provinces.
    named = None if painted.focus else whole.provinces
    _Scene(pane, window, box, painted, taken).draw(thinned(layer, window.unseen), named)
    frames(pane, insets)
    for inset in insets:
        card(pane, inset, places(inset, whole, painted))
        _Scene(pane, inset.window, inset.box, painted, is_inset=True).draw(whole)
        pane.rect(inset.box, None, Stroke(names.INK))
    return bool(insets)


def places(inset: Placed, whole: Outlines, painted: Painted) -> list[str]:
    """Where the areas of an inset are: their provinces on a map of the nation's regions, else they themselves."""
    areas, of_regions = painted.areas(whole), painted.level == "kabupaten" and not painted.focus
    named = [whole.provinces.get(code[:2], areas[code]) if of_regions else areas[code] for code in inset.codes]
    return [area.name for area in named]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A part of a map being drawn in a box. No name covers what is `taken`. In an inset borders are to be seen."""

    pane: Pane
    window: Window
    box: Box
    painted: Painted
    taken: tuple[Box, ...] = ()
    is_inset: bool = False

    def draw(self, of: Outlines, named: Mapping[str, Area] | None = None) -> None:
        """The areas with what is around or over them and their names, or those of `named` areas."""
        self.pane.rect(self.box, _SEA)
        painted, areas = self.painted, self.painted.areas(of)
        near = self.window.paths(of.provinces.values(), self.box)
        shapes = self.window.paths(areas.values(), self.box)
        if painted.focus:
            self._outline([path for code, path in near.items() if code != painted.focus], _NEIGHBOUR, _LAND)
            self._outline([path for code, path in near.items() if code == painted.focus], _PROVINCE)
        self._areas(shapes)
        if painted.level == "provinsi" or self.is_inset:
            self._outline(list(shapes.values()), _PROVINCE)
        elif not painted.focus:
            self._outline(list(near.values()), _PROVINCE)
        marked = [code for code in shapes if code == painted.marked]
        self._outline([shapes[code] for code in marked], _MARKED)
        # The highest figures come first, those without one last: of two that have room for one name, it is theirs.
        named = {code: areas[code] for code in painted.fill if code in areas} if named is None else named
        names.write(
            self.pane, self.window, self.box, [areas[code] for code in marked], named.values(), taken=self.taken
        )

    def _outline(self, paths: Sequence[Path], stroke: Stroke, fill: str = CLEAR) -> None:
        self.pane.shapes(paths, [fill], [stroke], clip=self.box)

    def _areas(self, paths: Mapping[str, Path]) -> None:
        """All in plain colours with their borders, then patterns, then stripes."""
        looks: dict[str, list[Path]] = defaultdict(list)
        for code, path in paths.items():
            looks[self.painted.fill[code]].append(path)
        under = [fills.under(self.painted.fill[code]) for code in paths]
        self.pane.shapes(list(paths.values()), under, [_BORDER], clip=self.box)
        for fill, these in sorted(looks.items()):
            fills.over(self.pane, fill, these, self.box)
        fills.weak(self.pane, [path for code, path in paths.items() if code in self.painted.weak], self.box)
