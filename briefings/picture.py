"""A chart or map as it is on the screen, and the same numbers as series for programs that draw their own charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plotly.graph_objs._figure import Figure

from briefings.finding import Query
from charts.map import MapView
from geo import Layer


@dataclass(frozen=True, slots=True)
class Series:
    """A value a category; null = none. A `hidden` one is not painted: it lifts the series stacked on it."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart that an office program draws and a person can edit: stacked bars across, stacked columns, or a line.

    `unit` names the value axis. Values are fractions where `is_fraction`.
    """

    kind: Literal["bars", "columns", "line"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    is_fraction: bool = False


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map: the view that the page's component takes, and the outlines that it is drawn on.

    `marked`: the code of the region that it is about among its neighbours; null = it is about all of them.
    """

    view: MapView
    layer: Layer
    marked: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or map with what must stand beside it wherever it goes.

    `title` is the finding in plain words and its text alternative. `key` explains a chart's marks, colour (`#rrggbb`)
    to words; a map brings its own legend. `source` is the source line. `native` null = drawn as a picture everywhere.
    `queries` are what was asked for its figures.
    """

    name: str
    title: str
    drawing: Figure | MapDrawing
    source: str
    key: tuple[tuple[str, str], ...] = ()
    native: NativeChart | None = None
    queries: tuple[Query, ...] = ()
