"""Figures of regions → what the map draws: a class or state each, the legend with its counts. No outlines, no Polars.

`rows` is a region's figure, `classes` how figures are put into classes, `scale` the legend of one measure, `bivariate`
that of two, `payload` all of it as JSON types. What the script is given is told in `docs/map-payload.md`.
"""

from charts.map.bivariate import Axis, Grid
from charts.map.classes import METHODS, Classes, Method, classes
from charts.map.payload import Choice, MapLevel, MapView, Moment, payload
from charts.map.rows import MapRow
from charts.map.scale import Entry, Scale, explained

__all__ = [
    "METHODS",
    "Axis",
    "Choice",
    "Classes",
    "Entry",
    "Grid",
    "MapLevel",
    "MapRow",
    "MapView",
    "Method",
    "Moment",
    "Scale",
    "classes",
    "explained",
    "payload",
]
