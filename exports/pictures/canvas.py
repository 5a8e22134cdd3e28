"""A drawing in CSS pixels, y downward, made with matplotlib and written as PNG, SVG or PDF.

A `Pane` is a part of it with pixels of its own size: what is drawn at a scale is drawn there as if there were none.
Everything is drawn in the order in which it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count
from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D, Bbox, Transform, TransformedBbox

from exports.pictures import fonts

PIXELS_PER_INCH = 96
POINT = 72 / PIXELS_PER_INCH
"""Points of a pixel."""

INK, MUTED = "#2f3437", "#5c6670"
CLEAR = "#00000000"
DASHES = {"solid": 0, "dot": 1, "dash": 3}
"""Plotly's kinds of line: lengths drawn and left out, in widths of the line (of at least 3 pixels)."""

_PARTS = 5
"""Of a pixel, to which a glow is rounded: short numbers, also as points."""

Anchor = Literal["left", "center", "right"]
Numbers = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def corners(path: Path) -> Numbers:
    """The points of a path, an array of x and y."""
    return np.asarray(path.vertices, dtype=np.float64)


def rectangle(box: Box) -> Path:
    """The outline of a box."""
    left, top, right, bottom = box
    return Path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], closed=True)


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: size in pixels, weight, slant, colour."""

    size: float
    weight: int = fonts.REGULAR
    italic: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line looks: colour, width in pixels, one of `DASHES`."""

    colour: str
    width: float = 1.0
    dash: str = "solid"


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of a drawing, `width` × `height` of its own pixels; `x`, `y` and `scale` place it on the whole."""

    figure: Figure
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    order: Iterator[int] = field(default_factory=count)

    @classmethod
    def whole(cls, width: float, height: float) -> Self:
        """A new drawing, white."""
        size = (width / PIXELS_PER_INCH, height / PIXELS_PER_INCH)
        return cls(Figure(figsize=size, dpi=PIXELS_PER_INCH, facecolor="#ffffff"), width, height)

    def part(self, x: float, y: float, width: float, height: float, scale: float = 1.0) -> Self:
        """What lies at `x`, `y` and is `width` × `height` of this pane's pixels, its own `scale` times as big."""
        return replace(
            self,
            width=width / scale,
            height=height / scale,
            x=self.x + x * self.scale,
            y=self.y + y * self.scale,
            scale=self.scale * scale,
        )

    @property
    def transform(self) -> Transform:
        """Own pixels to the device's."""
        tall = self.figure.get_figheight()
        inch = 1 / PIXELS_PER_INCH
        place = Affine2D().scale(self.scale).translate(self.x, self.y).scale(inch, -inch).translate(0, tall)
        return place + self.figure.dpi_scale_trans

    def _add(self, artist: Artist, clip: Box | Path | None, **more: Any) -> None:
        artist.set(zorder=next(self.order), **more)
        self.figure.add_artist(artist)
        if isinstance(clip, Path):
            artist.set_clip_path(clip, self.transform)
        elif clip:
            artist.set_clip_box(TransformedBbox(Bbox.from_extents(*clip), self.transform))

    def points(self, pixels: float) -> float:
        """Own pixels as points."""
        return pixels * self.scale * POINT

    def dashes(self, stroke: Stroke) -> Any:
        """The line's pattern as matplotlib takes it."""
        length = DASHES[stroke.dash] * max(stroke.width, 3) / stroke.width if stroke.width else 0
        return (0, (length, length)) if length else "solid"

    def line(
        self, x: Sequence[float] | Numbers, y: Sequence[float] | Numbers, stroke: Stroke, *, clip: Box | None = None,
        alpha: float | None = None,
    ) -> None:  # fmt: skip
        """A line through the points; a point that is not a number breaks it."""
        line = Line2D(
            x, y, color=stroke.colour, linewidth=self.points(stroke.width), linestyle=self.dashes(stroke),
            solid_capstyle="butt", dash_capstyle="butt", solid_joinstyle="round", alpha=alpha,
        )  # fmt: skip
        self._add(line, clip, transform=self.transform)

    def lines(self, segments: Numbers, stroke: Stroke, *, clip: Box | Path | None = None) -> None:
        """Many straight lines, an array of (line, end, x and y). As one path: a clip is worked out for each anew."""
        corners = segments.reshape(-1, 2)
        self.shape(Path(corners, np.tile([Path.MOVETO, Path.LINETO], len(segments))), None, stroke, clip=clip)

    def shape(
        self, path: Path, fill: str | None, stroke: Stroke | None = None, *, clip: Box | Path | None = None,
        alpha: float | None = None,
    ) -> None:  # fmt: skip
        """One shape of any number of rings."""
        patch = PathPatch(
            path,
            facecolor=fill or "none",
            edgecolor=stroke.colour if stroke else "none",
            linewidth=self.points(stroke.width) if stroke else 0,
            linestyle=self.dashes(stroke) if stroke else "solid",
            joinstyle="round",
            alpha=alpha,
        )
        self._add(patch, clip, transform=self.transform)

    def rect(
        self,
        box: Box,
        fill: str | None,
        stroke: Stroke | None = None,
        *,
        clip: Box | None = None,
        alpha: float | None = None,
    ) -> None:
        """A rectangle."""
        self.shape(rectangle(box), fill, stroke, clip=clip, alpha=alpha)

    def shapes(
        self, paths: Sequence[Path], fills: Sequence[str], strokes: Sequence[Stroke], *, clip: Box | None = None,
        alpha: float | None = None,
    ) -> None:  # fmt: skip
        """Many shapes, each with its fill and its stroke (or one for all)."""
        if not paths:
            return
        shapes = PathCollection(
            paths,
            facecolors=fills,
            edgecolors=[stroke.colour for stroke in strokes],
            linewidths=[self.points(stroke.width) for stroke in strokes],
            joinstyle="round",
            alpha=alpha,
        )
        self._add(shapes, clip, transform=self.transform)

    def words(
        self, place: tuple[float, float], words: str, look: Look, anchor: Anchor = "left", *, angle: float = 0.0
    ) -> None:
        """One line of text as it is typed; `place` is on its base line."""
        text = Text(
            *place, fonts.shown(words), color=look.colour, ha=anchor, va="baseline", rotation=angle,
            rotation_mode="anchor", parse_math=False,
            fontproperties=fonts.properties(self.points(look.size), look.weight, look.italic),
        )  # fmt: skip
        self._add(text, None, transform=self.transform)

    def halo(self, words: Sequence[tuple[tuple[float, float], str, Look]], stroke: Stroke) -> None:
        """A glow behind lines of text, each in the middle of its place, so that they are read on any ground."""
        outlines = []
        for (x, y), line, look in words:
            left = x - fonts.width(line, look.size, look.weight, italic=look.italic) / 2
            outline = _angular(line, look)
            outlines.append(Path(np.rint((corners(outline) + np.array([left, y])) * _PARTS) / _PARTS, outline.codes))
        if outlines:
            self.shape(Path.make_compound_path(*outlines), stroke.colour, stroke)


@lru_cache(maxsize=1024)  # names come again in every picture, and their outlines take longer than all else of a glow
def _angular(words: str, look: Look) -> Path:
    """The outline of words without curves, y downward from where they begin: under a glow nobody sees curves, and it
    is a quarter of the file. Never changed by who gets it."""
    face = fonts.properties(look.size, look.weight, look.italic)
    path = TextPath((0, 0), fonts.shown(words), look.size, face)
    codes = np.asarray(path.codes)
    kept = np.ones(len(codes), dtype=bool)
    kept[np.flatnonzero(codes == Path.CURVE3)[::2]] = False  # each curve is its middle, then its end
    straight = np.where(codes == Path.CURVE3, Path.LINETO, codes)
    return Path(corners(path)[kept] * (1, -1), straight[kept])
