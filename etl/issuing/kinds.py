"""The kinds of files there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from i18n import N_

PictureForm = Literal["png", "svg", "pdf"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name in commands and addresses, which is also its extension; its label is a message."""

    name: str
    label: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be wished of some kinds: `template`, an office's own deck (null = ours), and `semicolon`, the separator
    that Indonesian Excel reads without asking."""

    template: bytes | None = None
    semicolon: bool = False


_OFFICE = "application/vnd.openxmlformats-officedocument"

KINDS: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("pptx", N_("Deck (PowerPoint)"), f"{_OFFICE}.presentationml.presentation"),
        Kind("docx", N_("Report (Word)"), f"{_OFFICE}.wordprocessingml.document"),
        Kind("pdf", N_("Report (PDF)"), "application/pdf"),
        Kind("xlsx", N_("Workbook (Excel)"), f"{_OFFICE}.spreadsheetml.sheet"),
        Kind("png", N_("Picture (PNG)"), "image/png"),
        Kind("svg", N_("Picture (SVG)"), "image/svg+xml"),
        Kind("csv", N_("Table (CSV)"), "text/csv"),
        Kind("parquet", N_("Table (Parquet)"), "application/vnd.apache.parquet"),
        Kind("geojson", N_("Map data (GeoJSON)"), "application/geo+json"),
        Kind("gpkg", N_("Map data (GeoPackage)"), "application/geopackage+sqlite3"),
        Kind("zip", N_("Data package"), "application/zip"),
    )
}
"""Every kind, in the order offered."""
WHOLE: Final = ("pptx", "docx", "pdf", "xlsx", "zip")
"""The kinds that hold a whole briefing. The others hold one picture or table of it."""
WORKED_WITH: Final = ("xlsx", "zip")
"""The kinds of them that hold the figures of every region too."""
PICTURES: Final[tuple[PictureForm, ...]] = ("png", "svg", "pdf")
"""The kinds that a single picture comes in."""
TABLES: Final = ("xlsx", "csv", "parquet")
"""The kinds that a single table comes in."""
PLACES: Final = ("geojson", "gpkg")
"""The kinds that a table of regions comes in too, with their outlines."""
