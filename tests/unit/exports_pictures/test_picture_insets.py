"""Insets of a map's picture: all that is too small to see, where the map has nothing to show."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

import geo
from briefings.briefing import Briefing
from briefings.picture import MapDrawing, Picture
from charts.map import MapRow
from exports.pictures import areas, draw
from exports.pictures.free import Free
from exports.pictures.insets import Placed, plan
from exports.pictures.outlines import Window, inside, meet, outlines
from geo import register
from geo.insets import insets
from i18n import text
from warehouse.vocabulary import State

T = text("id")
SVG = "{http://www.w3.org/2000/svg}"
LAYER = next(layer for layer in geo.layers(Path("none")) if layer.kind == "skematik")
WHOLE = outlines(LAYER)


def planned(focus: str | None, width: float, height: float) -> tuple[Window, tuple[Placed, ...]]:
    codes = tuple(code for code in sorted(WHOLE.regions) if not focus or code.startswith(f"{focus}."))
    return plan(LAYER, "kabupaten", focus, codes, view=areas.view(WHOLE, focus), room=(0.0, 0.0, width, height))


@pytest.mark.parametrize(
    ("focus", "width", "height"), [(None, 1013, 370), (None, 1013, 290), (None, 627, 190), ("21", 500, 160)]
)
def test_what_is_magnified_stands_beside_the_land(focus: str | None, width: float, height: float) -> None:
    window, found = planned(focus, width, height)
    assert found
    room = (0.0, 0.0, width, height)
    land = [window.box(area.box) for code, area in WHOLE.regions.items() if not focus or code.startswith(f"{focus}.")]
    for inset in found:
        assert inside(inset.card, room)
        assert not any(meet(inset.card, each) for each in land if each[2] - each[0] < 40), inset.letter
        assert not any(meet(inset.card, other.frame) for other in found)
        for code in inset.codes:
            assert inside(inset.window.box(WHOLE.regions[code].box), inset.box)
            assert inset.window.scale > 4 * window.scale
    for one, other in combinations(found, 2):
        assert not meet(one.card, other.card)
    assert [inset.letter for inset in found] == [*"ABCDEF"][: len(found)]


def test_a_map_of_the_nation_has_all_the_insets_that_it_needs() -> None:
    window, found = planned(None, 1013, 370)
    boxes = {code: area.box for code, area in sorted(WHOLE.regions.items())}
    wide = found[0].box[2] - found[0].box[0]
    assert [inset.codes for inset in found] == [inset.codes for inset in insets(boxes, 1 / window.scale, wide, 4)]
    assert "31.71" in {code for inset in found for code in inset.codes}, "Jakarta Pusat"


def test_an_inset_is_drawn_with_its_letter_and_what_it_is(small_briefing: Briefing, small_stamp: object) -> None:
    picture = next(section.picture for section in small_briefing.sections if section.picture)

    def words(drawn: Picture) -> list[str | None]:
        root = ElementTree.fromstring(draw(drawn, small_stamp, T, "svg"))  # type: ignore[arg-type]  # noqa: S314  # a form of the parametrisation; the bytes are ours
        return [element.text for element in root.iter(f"{SVG}text")]

    told = "Wilayah kecil diperbesar; huruf menunjukkan letaknya di peta"
    assert told not in words(picture), "a province whose regions are all large enough"
    rows = [MapRow(code, State.BELUM_ADA_BUKTI) for code in register.by_code() if "." in code]
    view = replace(picture.drawing.view, rows=rows, focus=None)
    nation = words(replace(picture, drawing=MapDrawing(view, picture.drawing.layer)))
    assert told in nation
    assert [nation.count(letter) for letter in "ABCDE"] == [2, 2, 2, 2, 0], "on the map and on the card"
    assert {"Bali", "Jawa Timur"} <= set(nation), "the provinces that are magnified"
    assert "Jawa Tengah …" in nation


def test_a_place_is_free_at_the_edge_nearest_to_a_spot_or_nowhere() -> None:
    free = Free.of(np.array([[0.0, 0.0, 200.0, 60.0], [-50.0, 90.0, 20.0, 130.0]]), (0, 0, 200, 100))
    assert free.nearest((90, 70, 110, 75), 40, 20) == (80, 80)
    free.take((60, 60, 140, 100))
    assert free.nearest((90, 70, 94, 75), 40, 20) == (20, 80)
    assert free.nearest((0, 0, 10, 10), 40, 44) is None
    assert free.nearest((0, 0, 10, 10), 400, 20) is None, "larger than the room"
