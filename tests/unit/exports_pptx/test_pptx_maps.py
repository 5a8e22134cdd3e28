"""Maps on slides: what is too small to see is magnified beside the land, with its letter and what it is."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

import geo
from briefings.briefing import Briefing
from briefings.stamp import Stamp
from charts.map import MapRow
from exports.pictures.outlines import outlines
from exports.pptx import deck
from exports.pptx.measure import Box
from geo import register
from i18n import text
from warehouse.vocabulary import State

LAYER = outlines(next(layer for layer in geo.layers(Path("none")) if layer.kind == "skematik"))
TOLD = {
    "id": "Wilayah kecil diperbesar; huruf menunjukkan letaknya di peta",
    "en": "Small areas, enlarged; the letter says where on the map",
}


def box(shape: Any) -> Box:
    return Box(*(Emu(each).pt for each in (shape.left, shape.top, shape.width, shape.height)))


def slide_of(briefing: Briefing, stamp: Stamp, language: str, focus: str | None) -> tuple[Any, list[Any], list[Any]]:
    """The map's group, what is in it, and the other shapes of its slide; of all regions without a focus."""
    section = next(section for section in briefing.sections if section.picture)
    drawing = section.picture.drawing
    if focus is None:
        rows = [MapRow(code, State.BELUM_ADA_BUKTI) for code in register.by_code() if "." in code]
        drawing = replace(drawing, view=replace(drawing.view, rows=rows, focus=None))
    section = replace(section, picture=replace(section.picture, drawing=drawing), tables=())
    made = deck(replace(briefing, sections=(section,)), stamp, text(language))
    shapes = list(Presentation(io.BytesIO(made)).slides[1].shapes)
    (group,) = [shape for shape in shapes if shape.shape_type == 6]
    return group, list(group.shapes), [shape for shape in shapes if shape is not group]


@pytest.mark.parametrize("language", ["id", "en"])
def test_small_areas_are_magnified_on_cards_beside_the_land(
    small_briefing: Briefing, small_stamp: Stamp, language: str
) -> None:
    group, inside, others = slide_of(small_briefing, small_stamp, language, None)
    letters = [shape.text_frame.text for shape in inside if shape.has_text_frame and len(shape.text_frame.text) == 1]
    count = len(set(letters))
    assert count > 2
    assert sorted(letters) == sorted(2 * "ABCDEF"[:count]), "on the map and on the card"
    captions = [shape for shape in inside if shape.has_text_frame and len(shape.text_frame.text) > 1]
    spoken = group.element.xpath(".//p:cNvPr")[0].get("descr")
    assert TOLD[language] in spoken
    assert [shape.text_frame.text for shape in others if shape.has_text_frame].count(TOLD[language]) == 1
    cards = [next(box(shape) for shape in inside if shape.name in spoken and holds(shape, each)) for each in captions]
    regions = inside[: len(LAYER.regions)]
    assert {shape.name for shape in regions} <= {region.name for region in register.by_code().values()}
    for card, land in product(cards, map(box, regions)):
        assert land.width > 60 or not card.meets(land), "a large region's box is larger than its land"
    for card, other in product(cards, others):
        assert other.is_placeholder or not card.meets(box(other)), "a short title leaves the map some of its place"
    assert len({(card.left, card.top) for card in cards}) == count
    for one, two in product(cards, cards):
        assert one == two or not one.meets(two)
    magnified = [box(shape) for shape in inside if any(within(box(shape), card) for card in cards)]
    assert len(magnified) > 5 * count
    assert all(within(box(shape), box(group)) for shape in inside)


def holds(card: Any, caption: Any) -> bool:
    """Whether a shape is the card that a caption stands on."""
    return within(box(caption), box(card)) and box(card).height > 40


def within(inner: Box, outer: Box) -> bool:
    spare = 0.1
    return (
        inner.left >= outer.left - spare
        and inner.top >= outer.top - spare
        and inner.right <= outer.right + spare
        and inner.bottom <= outer.bottom + spare
    )


def test_a_map_whose_regions_can_be_seen_has_nothing_beside_it(small_briefing: Briefing, small_stamp: Stamp) -> None:
    group, inside, others = slide_of(small_briefing, small_stamp, "id", "33")
    assert not any(shape.text_frame.text for shape in inside if shape.has_text_frame)
    assert TOLD["id"] not in group.element.xpath(".//p:cNvPr")[0].get("descr")
    assert TOLD["id"] not in [shape.text_frame.text for shape in others if shape.has_text_frame]
    assert [shape.name for shape in inside][-1] == "Jawa Tengah", "the province's border over its regions"
