"""Where things are: the register of regions, their names, and the maps."""

from geo.shapes import Layer, layers

__all__ = ["Layer", "layers"]
