"""A file that could not be put on record says so in every format, and shows no square that leads nowhere."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from briefings.briefing import Briefing
from briefings.stamp import Stamp
from exports import data, pictures, way_back
from exports import pptx as decks
from exports import xlsx as workbooks
from i18n import text

T = text("id")


def said_by_picture(briefing: Briefing, stamp: Stamp) -> tuple[str, int]:
    picture = next(section.picture for section in briefing.sections if section.picture)
    root = ElementTree.fromstring(pictures.draw(picture, stamp, T, "svg"))  # noqa: S314 (our own file)
    return " ".join(root.itertext()), 0


def said_by_deck(briefing: Briefing, stamp: Stamp) -> tuple[str, int]:
    cover = pptx.Presentation(io.BytesIO(decks.deck(briefing, stamp, T))).slides[0]
    frame = cover.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text, sum(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in cover.shapes)


def said_by_package(briefing: Briefing, stamp: Stamp) -> tuple[str, int]:
    with zipfile.ZipFile(io.BytesIO(data.package(briefing, stamp, T))) as archive:
        return " ".join(archive.read("README.txt").decode().split()), 0


def said_by_workbook(briefing: Briefing, stamp: Stamp) -> tuple[str, int]:
    front = openpyxl.load_workbook(io.BytesIO(workbooks.workbook(briefing, stamp, T))).worksheets[0]
    return " ".join(str(cell.value) for row in front for cell in row), len(front._images)


@pytest.mark.parametrize("said_by", [said_by_picture, said_by_deck, said_by_package, said_by_workbook])
def test_it_names_the_snapshot_instead(
    said_by: Callable[[Briefing, Stamp], tuple[str, int]], small_briefing: Briefing, small_stamp: Stamp
) -> None:
    said, squares = said_by(small_briefing, replace(small_stamp, code="tidak tercatat", address=None))
    assert "“ikrar query … --as-of 12”" in said
    assert squares == 0
    assert "kode tidak tercatat" not in said


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({}, "https://ikrar.example.go.id/cek?kode=IKR-4F7K-Q2XM"),
        ({"address": None}, "IKR-4F7K-Q2XM"),
        ({"code": "tidak tercatat", "address": None}, None),
    ],
)
def test_what_the_square_says(changed: dict[str, str | None], says: str | None, small_stamp: Stamp) -> None:
    assert way_back.scanned(replace(small_stamp, **changed)) == says
