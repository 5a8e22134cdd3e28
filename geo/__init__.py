"""Where things are: the register of regions, their names, and the maps."""

from __future__ import annotations

from pathlib import Path

from geo import shapes
from geo.boundaries import editions
from geo.shapes import Layer
from i18n import Damaged

__all__ = ["Layer", "layers"]


def layers(store: Path | None = None) -> tuple[Layer, ...]:
    """The maps there are, the one shown first in front: the bundled ones, and the official one of a store.

    Imported boundaries that are damaged are no map; `ikrar boundaries status` says so.
    """
    try:
        official = editions.layer(store) if store else None
    except Damaged:
        official = None
    return shapes.layers() if official is None else (*shapes.layers(), official)
