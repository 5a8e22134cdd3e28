"""Makes the shapes that are checked in."""

from __future__ import annotations

from geopandas.geodataframe import GeoDataFrame

from geo import register
from geo.layer import LayerKind, dissolve, layer_document, serialise
from geo.schematic import schematic
from geo.shapes import LABELS
from geo.tiles import tiles
from i18n import text


def documents() -> dict[str, bytes]:
    """Name to bytes of every map: the same register and the same library versions give the same bytes."""
    edition = register.edition()
    indonesian = text("id")
    maps: tuple[tuple[LayerKind, GeoDataFrame], ...] = (("skematik", schematic()), ("petak", tiles()))
    return {
        kind: serialise(
            layer_document(frame, dissolve(frame), kind=kind, edition=edition, label=indonesian(LABELS[kind]))
        )
        for kind, frame in maps
    }
