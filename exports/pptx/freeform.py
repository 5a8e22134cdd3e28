"""A shape of any outline as DrawingML: python-pptx builds one far more slowly, and without holes."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import quoteattr

import numpy as np
from matplotlib.path import Path
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from exports.pictures.canvas import corners
from exports.pptx.measure import plain

_EMU: Final = int(Pt(1))


def freeform(number: int, name: str, outline: Path, look: str) -> Any:
    """The element of a shape: its number on the slide, its name, closed rings in points, its fill and line."""
    points = np.rint(corners(outline) * _EMU).astype(np.int64)
    left, top = points.min(axis=0).tolist()
    wide, high = (max(size, 1) for size in (points.max(axis=0) - (left, top)).tolist())
    starts = np.flatnonzero(np.asarray(outline.codes) == Path.MOVETO)
    path = "".join(_ring(ring[:-1].tolist()) for ring in np.split(points - (left, top), starts[1:]))
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(plain(name))}/>'
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:custGeom><a:avLst/><a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{look}</p:spPr></p:sp>"
    )


def _ring(points: list[list[int]]) -> str:
    (x, y), *rest = points
    steps = "".join(f'<a:lnTo><a:pt x="{right}" y="{down}"/></a:lnTo>' for right, down in rest)
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{steps}<a:close/>'
