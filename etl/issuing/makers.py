"""What makes the bytes of each kind, from a briefing, a picture or a table. Pure.

A maker is imported when its kind is asked for: a PC on which one cannot be loaded still makes the others.
"""

from __future__ import annotations

from typing import Final

from briefings.briefing import Briefing
from briefings.picture import Picture
from briefings.progress import Begun
from briefings.stamp import Stamp
from briefings.table import Table
from etl.issuing.kinds import PictureForm, Wishes
from geo.boundaries.editions import Outlines
from i18n import Text

BY_SECTION: Final = frozenset({"pptx", "docx", "pdf"})
"""The kinds that are made section by section, and then written."""


def of_briefing(kind: str, briefing: Briefing, stamp: Stamp, t: Text, wishes: Wishes, *, begun: Begun) -> bytes:
    """A file of a kind that holds a whole briefing. `begun`: of its sections (`BY_SECTION`), then of the writing."""
    if kind not in BY_SECTION:
        begun(t("Writing the file"))
    match kind:
        case "pptx":
            from exports import pptx

            return pptx.deck(briefing, stamp, t, wishes.template, begun)
        case "docx":
            from exports import docx

            return docx.report(briefing, stamp, t, begun)
        case "pdf":
            from exports import pdf

            return pdf.report(briefing, stamp, t, begun)
        case "xlsx":
            from exports import xlsx

            return xlsx.workbook(briefing, stamp, t)
        case "zip":
            from exports import data

            return data.package(briefing, stamp, t)
    raise LookupError(kind)


def of_picture(form: PictureForm, picture: Picture, stamp: Stamp, t: Text) -> bytes:
    """A single picture."""
    from exports import pictures

    return pictures.draw(picture, stamp, t, form)


def of_table(kind: str, table: Table, stamp: Stamp, t: Text, wishes: Wishes) -> bytes:
    """A single table."""
    match kind:
        case "xlsx":
            from exports import xlsx

            return xlsx.sheet(table, stamp, t)
        case "csv":
            from exports import data

            return data.csv(table, stamp, t, semicolon=wishes.semicolon)
        case "parquet":
            from exports import data

            return data.parquet(table, stamp, t)
    raise LookupError(kind)


def of_places(kind: str, table: Table, stamp: Stamp, t: Text, outlines: Outlines | None) -> bytes:
    """A single table of regions as map data."""
    from exports import data

    return (data.geojson if kind == "geojson" else data.geopackage)(table, stamp, t, outlines)
