"""Coded words of the page as people read them."""

from __future__ import annotations

from collections.abc import Mapping

from geo import register
from geo.boundaries.crs import SWAP
from geo.boundaries.join import BY_NAME
from geo.boundaries.values import LEAVE_OUT
from i18n import N_, Text

CHOICES: Mapping[str, str] = {
    SWAP: N_("yes, swap them"),
    BY_NAME: N_("yes, match by name"),
    "kemendagri": N_("Kemendagri’s"),
    "bps": N_("BPS’s"),
    LEAVE_OUT: N_("no region: leave it out"),
}

JOINS: Mapping[str, str] = {
    "kemendagri": N_("by Kemendagri’s code"),
    "bps": N_("by BPS’s code"),
    "iso": N_("by ISO 3166-2"),
    BY_NAME: N_("by name within the province"),
}

FORMATS: Mapping[str, str] = {
    "geoparquet": "GeoParquet",
    "geojson": "GeoJSON",
    "shapefile": "Shapefile",
    "geopackage": "GeoPackage",
}

LEVELS: Mapping[str, str] = {"kabupaten": N_("regencies and cities"), "provinsi": N_("provinces")}


def choice(code: str, t: Text) -> str:
    """An answer: a region's name with its code, or a word."""
    return t(CHOICES[code]) if code in CHOICES else f"{register.name_of(code)} · {code}"
