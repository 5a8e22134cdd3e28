"""Which areas are too small to see at a scale, and what is magnified for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import geo
from geo.insets import SHAPE, Box, insets


def square(left: float, top: float, side: float) -> Box:
    return left, top, left + side, top + side


def test_what_is_large_needs_no_inset() -> None:
    assert insets({"a": square(0, 0, 11), "b": square(50, 50, 40)}, 1, 240, 4) == ()
    assert insets({}, 1, 240, 4) == ()


def test_what_is_too_small_is_magnified_with_what_is_near() -> None:
    areas = {"a": square(0, 0, 5), "b": square(10, 0, 5), "c": square(400, 0, 2), "d": square(5, 8, 100)}
    near, far = insets(areas, 1, 240, 4)
    assert (near.codes, far.codes) == (("c",), ("a", "b")), "the smaller need it more than two that are larger"
    assert insets(areas, 1, 240, 1) == (near,)
    assert [inset.codes for inset in insets(areas, 0.1, 240, 4)] == [], (
        "on a screen ten times as large nothing is small"
    )


@pytest.mark.parametrize("units", [3.0, 8.0, 21.0])
@pytest.mark.parametrize("focus", ["", "21", "33", "73"])
def test_insets_hold_what_they_are_for(units: float, focus: str, tmp_path: Path) -> None:
    regions = json.loads(geo.layers(tmp_path)[0].body)["regions"]
    areas = {code: tuple(regions[code]["bbox"]) for code in sorted(regions) if code.startswith(focus)}
    found = insets(areas, units, 200, 6)
    shown = [code for inset in found for code in inset.codes]
    assert len(shown) == len(set(shown)), "none twice"
    for inset in found:
        left, top, right, bottom = inset.view
        assert bottom - top == pytest.approx((right - left) * SHAPE, abs=1)
        assert right - left <= 200 * units, "larger than on the map"
        for code in inset.codes:
            x0, y0, x1, y1 = areas[code]
            assert min(x1 - x0, y1 - y0) < 11 * units
            assert left <= (x0 + x1) / 2 <= right
            assert top <= (y0 + y1) / 2 <= bottom
