"""Maps as shapes of PowerPoint: each region one shape with its name, which a person can recolour or point at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import quoteattr

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from briefings.picture import MapDrawing
from charts.map import payload
from exports.pptx.measure import Box, height, plain, shortened, width
from exports.pptx.sheet import Sheet
from exports.pptx.text import Line, write
from i18n import Text

POINTS: Final = 40_000
"""Corners that a map on a slide may have. More make PowerPoint slow on an office PC: such a map comes as a picture."""
_PATTERNS: Final = {"hatch": "wdUpDiag", "dots": "dotGrid", "cross": "smGrid"}
_INK, _PAPER, _BORDER = "5F6770", "FFFFFF", "8A929A"
_SWATCH, _WIDE, _ROW, _LABEL = 13.0, 20.0, 20.0, 12.0
_GAP = 16.0
_NUMBER = re.compile(r"-?\d+")

Ring = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Area:
    """A region to draw: its rings in units of the layer."""

    code: str
    name: str
    rings: list[Ring]
    entry: dict[str, Any] | None
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map ready for a slide: regions with their legend entries, the borders of provinces over them, the legend."""

    areas: tuple[_Area, ...]
    borders: tuple[_Area, ...]
    legend: tuple[tuple[str, str, bool], ...]

    @classmethod
    def of(cls, drawing: MapDrawing, t: Text) -> DrawnMap | None:
        """The map; null where its outlines have more corners than `POINTS`, or none of its regions."""
        given, outlines = payload(drawing.view, t), json.loads(drawing.layer.body)
        shapes = outlines["provinces" if given["level"] == "provinsi" else "regions"]
        rows = {row[0]: row for row in given["rows"]}
        areas = [
            _Area(
                code,
                shapes[code]["n"],
                _rings(shapes[code]["d"]),
                given["legend"][row[1]],
                len(row) > 3 and row[3] == 1,
            )
            for code, row in sorted(rows.items())
            if code in shapes
        ]
        wanted = {code[:2] for code in rows} if given["level"] != "provinsi" else set()
        provinces = outlines["provinces"]
        borders = [
            _Area(code, provinces[code]["n"], _rings(provinces[code]["d"]), None)
            for code in sorted(wanted & set(provinces))
        ]
        corners = sum(len(ring) for area in (*areas, *borders) for ring in area.rings)
        return cls(tuple(areas), tuple(borders), tuple(_legend(given, t))) if areas and corners <= POINTS else None


def _rings(path: str) -> list[Ring]:
    """The rings of a layer's path: an absolute start, then steps."""
    rings = []
    for part in path.split("M")[1:]:
        numbers = [int(number) for number in _NUMBER.findall(part)]
        x, y, ring = 0, 0, []
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + right, y + down
            ring.append((x, y))
        rings.append(ring)
    return rings


def _legend(given: dict[str, Any], t: Text) -> Iterator[tuple[str, str, bool]]:
    """Fill, words with the count of regions, and whether the fill is hatched for weak evidence."""
    for entry in given["legend"]:
        yield entry["fill"], f"{entry['label']} ({t.number(entry['count'])})", False
    weak = [entry for entry in given["legend"] if entry["weak"]]
    if weak and given["weak_label"]:
        count = t.number(sum(entry["weak"] for entry in weak))
        yield weak[-1]["fill"], f"{given['weak_label']} ({count})", True


def draw(sheet: Sheet, drawn: DrawnMap, title: str, heading: str) -> None:
    """The map and its legend in the box, beside each other or below each other: whichever leaves the map larger."""
    corners = [corner for area in drawn.areas for ring in area.rings for corner in ring]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    extent = Box(left, top, max(right - left, 1), max(bottom - top, 1))
    room, key, columns = max(_arrangements(sheet.free, drawn.legend, heading), key=lambda each: _scale(extent, each[0]))
    scale = _scale(extent, room)
    place = Box(
        room.left + (room.width - extent.width * scale) / 2,
        room.top + (room.height - extent.height * scale) / 2,
        extent.width * scale,
        extent.height * scale,
    )
    sheet.shapes.element.append(parse_xml(_group(drawn, extent, place, scale, title)))
    _write_legend(sheet, key, columns, drawn.legend, heading)


def _scale(extent: Box, room: Box) -> float:
    return min(room.width / extent.width, room.height / extent.height)


def _arrangements(box: Box, legend: Sequence[tuple[str, str, bool]], heading: str) -> list[tuple[Box, Box, int]]:
    """Room for the map, room for the legend, and the legend's columns: legend at the right, or below."""
    widest = max(width(words, _LABEL) for _, words, _ in legend) + _WIDE + 14
    beside = box.from_right(min(widest, box.width * 0.35), _GAP)
    columns = max(1, int(box.width / (widest + _GAP)))
    below = box.from_bottom(_heading(heading, box) + _ROW * -(-len(legend) // columns), _GAP)
    return [(*beside, 1), (*below, columns)]


def _group(drawn: DrawnMap, extent: Box, place: Box, scale: float, title: str) -> str:
    """All regions as one group: it moves and scales as a whole, and opens into single regions."""

    def emu(x: float, y: float) -> tuple[int, int]:
        return Pt(place.left + (x - extent.left) * scale), Pt(place.top + (y - extent.top) * scale)

    start = 1000  # above the numbers that python-pptx gives to other shapes of the slide
    inside = "".join(_shape(number, area, emu) for number, area in enumerate((*drawn.areas, *drawn.borders), start + 1))
    frame = f'x="{Pt(place.left)}" y="{Pt(place.top)}"', f'cx="{Pt(place.width)}" cy="{Pt(place.height)}"'
    return (
        f'<p:grpSp {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="{start}" name="Peta" descr={quoteattr(plain(title))}/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {frame[0]}/><a:ext {frame[1]}/>"
        f"<a:chOff {frame[0]}/><a:chExt {frame[1]}/></a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )


def _shape(number: int, area: _Area, emu: Callable[[float, float], tuple[int, int]]) -> str:
    rings = [[emu(x, y) for x, y in ring] for ring in area.rings]
    left, right = min(x for ring in rings for x, _ in ring), max(x for ring in rings for x, _ in ring)
    top, bottom = min(y for ring in rings for _, y in ring), max(y for ring in rings for _, y in ring)
    path = "".join(_ring([(x - left, y - top) for x, y in ring]) for ring in rings)
    wide, high = max(right - left, 1), max(bottom - top, 1)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(plain(area.name))}/>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{_look(area)}</p:spPr></p:sp>"
    )


def _ring(corners: Ring) -> str:
    (x, y), *rest = corners
    steps = "".join(f'<a:lnTo><a:pt x="{right}" y="{down}"/></a:lnTo>' for right, down in rest)
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{steps}<a:close/>'


def _look(area: _Area) -> str:
    if area.entry is None:
        return f"<a:noFill/>{_line(_INK, 0.75)}"
    return f"{_fill(area.entry['fill'], is_weak=area.is_weak)}{_line(_BORDER, 0.35)}"


def _line(colour: str, points: float) -> str:
    return f'<a:ln w="{Pt(points)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:round/></a:ln>'


def _fill(fill: str, *, is_weak: bool) -> str:
    """A colour as it is, a state's pattern, or a colour hatched for weak evidence with what stands out on it."""
    if fill in _PATTERNS:
        return _pattern(_PATTERNS[fill], _INK, _PAPER)
    colour = fill[1:].upper()
    if is_weak:
        return _pattern("ltDnDiag", _ink_on(colour), colour)
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _pattern(name: str, fore: str, back: str) -> str:
    ink, paper = f'<a:fgClr><a:srgbClr val="{fore}"/></a:fgClr>', f'<a:bgClr><a:srgbClr val="{back}"/></a:bgClr>'
    return f'<a:pattFill prst="{name}">{ink}{paper}</a:pattFill>'


def _ink_on(colour: str) -> str:
    red, green, blue = ((int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (0, 2, 4))
    return "16181A" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 else _PAPER


def _write_legend(sheet: Sheet, box: Box, columns: int, legend: Sequence[tuple[str, str, bool]], heading: str) -> None:
    """The legend's heading and lines, top down, in so many columns. Each swatch is filled as the map is."""
    rows = -(-len(legend) // columns)
    high = _heading(heading, box)
    if columns == 1:
        box = box.from_top(max(box.height - high - rows * _ROW, 0) / 2)[1]
    head, rest = box.from_top(high)
    write(sheet.shapes, head, [Line(heading, _LABEL, bold=True)], sheet.t.language)
    across = rest.width / columns
    for place, (fill, words, is_weak) in enumerate(legend):
        left, top = rest.left + place // rows * across, rest.top + place % rows * _ROW
        swatch = map(Pt, (left, top + (_ROW - _SWATCH) / 2, _WIDE, _SWATCH))
        square = sheet.shapes.add_shape(MSO_SHAPE.RECTANGLE, *swatch)
        properties = square.element.spPr
        for look in (_fill(fill, is_weak=is_weak), _line(_BORDER, 0.75)):
            properties.append(parse_xml(look.replace(">", f" {nsdecls('a')}>", 1)))
        square.shadow.inherit = False  # after fill and line, where the schema wants it
        label = Box(left + _WIDE + 8, top, across - _WIDE - 12, _ROW)
        said = [Line(shortened(words, _LABEL, label), _LABEL)]
        write(sheet.shapes, label, said, sheet.t.language, anchor=MSO_ANCHOR.MIDDLE)


def _heading(words: str, box: Box) -> float:
    return height(words, _LABEL, box.width, bold=True) + 6
