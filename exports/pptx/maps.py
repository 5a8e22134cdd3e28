"""Maps as shapes of PowerPoint: each region one shape with its name, which a person can recolour or point at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from briefings.picture import MapDrawing
from charts.map import payload
from exports.pptx import fills
from exports.pptx.legend import Legend
from exports.pptx.measure import Box, plain
from exports.pptx.sheet import Sheet
from i18n import Text

POINTS: Final = 40_000
"""Corners that a map on a slide may have. The bundled maps have a fifth of it; official outlines in full detail have
hundreds of thousands, which make PowerPoint slow on an office PC: such a map comes as a picture."""
_NUMBER = re.compile(r"-?\d+")
_FIRST_ID: Final = 1000  # above the numbers that python-pptx gives to the shapes before it

Ring = list[tuple[int, int]]
Place = Callable[[tuple[int, int]], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Area:
    """A region: its rings in units of the layer; `fill` null = a border drawn over the regions: of their province, or
    of the one that the map is about (`is_marked`)."""

    name: str
    rings: list[Ring]
    fill: str | None
    is_weak: bool = False
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map ready for a slide."""

    areas: tuple[Area, ...]
    legend: Legend

    @classmethod
    def of(cls, drawing: MapDrawing, t: Text) -> DrawnMap | None:
        """The map; null where its outlines have more corners than `POINTS`, or where it has none of the regions."""
        given, outlines = payload(drawing.view, t), json.loads(drawing.layer.body)
        of_provinces = given["level"] == "provinsi"
        shapes, borders = outlines["provinces" if of_provinces else "regions"], outlines["provinces"]
        rows = {row[0]: row for row in given["rows"] if row[0] in shapes}
        areas = [
            Area(shapes[code]["n"], rings(shapes[code]["d"]), given["legend"][row[1]]["fill"], row[3:4] == [1])
            for code, row in sorted(rows.items())
        ]
        over = [] if of_provinces else sorted({code[:2] for code in rows} & set(borders))
        areas += [Area(borders[code]["n"], rings(borders[code]["d"]), None) for code in over]
        if drawing.marked in rows:
            own = shapes[drawing.marked]
            areas.append(Area(own["n"], rings(own["d"]), None, is_marked=True))
        corners = sum(len(ring) for area in areas for ring in area.rings)
        return cls(tuple(areas), Legend.of(drawing.view, given, t)) if areas and corners <= POINTS else None


def rings(path: str) -> list[Ring]:
    """The rings of a layer's path (`geo.layer`): an absolute start, then steps."""
    found = []
    for part in path.split("M")[1:]:
        numbers = [int(number) for number in _NUMBER.findall(part)]
        x, y = 0, 0
        ring: Ring = []
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            ring.append((x, y))
        found.append(ring)
    return found


def draw(sheet: Sheet, drawn: DrawnMap, title: str) -> None:
    """The map and its legend in what is free, beside or below each other: whichever leaves the map larger."""
    corners = [corner for area in drawn.areas for ring in area.rings for corner in ring]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(max(x for x, _ in corners) - left, 1), max(max(y for _, y in corners) - top, 1)

    def scale_in(room: Box) -> float:
        return min(room.width / wide, room.height / high)

    room, key, columns = max(drawn.legend.places(sheet.free), key=lambda choice: scale_in(choice[0]))
    scale = scale_in(room)
    box = Box(
        room.left + (room.width - wide * scale) / 2, room.top + (room.height - high * scale) / 2,
        wide * scale, high * scale,
    )  # fmt: skip

    def place(corner: tuple[int, int]) -> tuple[int, int]:
        return Pt(box.left + (corner[0] - left) * scale), Pt(box.top + (corner[1] - top) * scale)

    sheet.shapes.element.append(parse_xml(_group(drawn, box, place, title)))
    drawn.legend.draw(sheet, key, columns)


def _group(drawn: DrawnMap, box: Box, place: Place, title: str) -> str:
    """All regions as one group: it moves and scales as a whole, and opens into single regions."""
    inside = "".join(_shape(number, area, place) for number, area in enumerate(drawn.areas, _FIRST_ID + 1))
    at, size = f'x="{Pt(box.left)}" y="{Pt(box.top)}"', f'cx="{Pt(box.width)}" cy="{Pt(box.height)}"'
    frame = f"<a:off {at}/><a:ext {size}/><a:chOff {at}/><a:chExt {size}/>"
    return (
        f'<p:grpSp {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="{_FIRST_ID}" name="Peta" '
        f"descr={quoteattr(plain(title))}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )


def _shape(number: int, area: Area, place: Place) -> str:
    placed = [[place(corner) for corner in ring] for ring in area.rings]
    left, top = min(x for ring in placed for x, _ in ring), min(y for ring in placed for _, y in ring)
    wide = max(max(x for ring in placed for x, _ in ring) - left, 1)
    high = max(max(y for ring in placed for _, y in ring) - top, 1)
    path = "".join(_ring([(x - left, y - top) for x, y in ring]) for ring in placed)
    if area.fill is None:
        look = f"<a:noFill/>{fills.line(fills.INK, 2.25 if area.is_marked else 0.75)}"
    else:
        look = fills.fill(area.fill, is_weak=area.is_weak) + fills.line(fills.BORDER, 0.35)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(plain(area.name))}/>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{look}</p:spPr></p:sp>"
    )


def _ring(corners: Ring) -> str:
    (x, y), *rest = corners
    steps = "".join(f'<a:lnTo><a:pt x="{right}" y="{down}"/></a:lnTo>' for right, down in rest)
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{steps}<a:close/>'
