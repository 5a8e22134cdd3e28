"""The page decides on any screen, in its own language, what is magnified: it is the rule that pictures follow."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

import geo
from geo.insets import MOST_OF_NATION, MOST_OF_PROVINCE, insets

pytestmark = pytest.mark.browser
ASSETS = Path(__file__).parents[2] / "pages" / "map_component" / "assets"
PLACE = "http://map.test/"
ASKED = """cases => import('/insets.js').then(({ frames }) => cases.map(({ areas, units, wide, most }) =>
    frames(areas.map(([code, bbox]) => ({ code, bbox })), units, wide, most)))"""


def serve(route: Route) -> None:
    """The component's own files, and an empty page."""
    name = route.request.url.removeprefix(PLACE)
    if name:
        route.fulfill(content_type="text/javascript", body=(ASSETS / name).read_text(encoding="utf-8"))
    else:
        route.fulfill(content_type="text/html", body="<!doctype html>")


def test_page_and_picture_magnify_the_same(browser: Browser, tmp_path: Path) -> None:
    cases: list[dict[str, Any]] = []
    for layer in geo.layers(tmp_path):
        document = json.loads(layer.body)
        for level, focus in (("regions", ""), ("provinces", ""), *(("regions", code) for code in ("21", "31", "33"))):
            areas = [[code, of["bbox"]] for code, of in sorted(document[level].items()) if code.startswith(focus)]
            most = MOST_OF_PROVINCE if focus else MOST_OF_NATION
            cases += [
                {"areas": areas, "units": units, "wide": wide, "most": most}
                for units in (0.9, 5.5, 8.0, 20.0)
                for wide in (390, 1000)
            ]
    page = browser.new_page()
    try:
        page.route(f"{PLACE}**", serve)
        page.goto(PLACE)
        told = page.evaluate(ASKED, cases)
    finally:
        page.close()
    ours = [
        [
            {"view": [left, top, right - left, bottom - top], "tiny": list(inset.codes)}
            for inset in insets(dict(case["areas"]), case["units"], min(240, case["wide"] / 2), case["most"])
            for left, top, right, bottom in [inset.view]
        ]
        for case in cases
    ]
    assert sum(map(len, ours)) > 50
    assert told == ours
