"""Everybody can use every page: axe-core finds nothing, the keyboard alone is enough, and paper shows all of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from pages.context import HOME
from pages.navigation import ENTRIES

STREAMLITS_OWN = "presentation-role-conflict"
"""The drop area of Streamlit's file field: an element with a role of nothing and a name. Minor, and not ours."""
DEEP = (
    "/wilayah?wilayah=33.03",
    "/wilayah?wilayah=33",
    "/peta?provinsi=33&ukuran=signed_rate",
    "/peta?tingkat=provinsi&lapis2=ikp",
    "/opd?wilayah=32.08",
    "/kewajiban?wilayah=32.08",
)
PAGES = (*("/" if entry.name == HOME else f"/{entry.name}" for entry in ENTRIES), *DEEP)


def faults(page: Page) -> list[str]:
    """What axe-core finds on the page as it is now: rule, how serious, the elements."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{one['id']} ({one['impact']}): {', '.join(str(node['target']) for node in one['nodes'])}"
        for one in found
        if one["id"] != STREAMLITS_OWN
    ]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "language"), [(1440, "id"), (390, "en")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit: Callable[..., Page], path: str, width: int, language: str) -> None:
    page = visit(path, width, language)
    if path.startswith("/peta"):
        page.locator(".map[data-ready]").first.wait_for()
    assert faults(page) == []


@pytest.mark.browser
def test_a_map_that_is_not_drawn_yet_offers_nothing_nameless(visit: Callable[..., Page]) -> None:
    page = visit("/batas")
    page.route("**/geo/*", lambda _: None)  # outlines that do not come
    page.goto("/peta")
    page.locator(".map").first.wait_for(state="attached")
    assert faults(page) == []


def tabs_to(target: Locator, page: Page, most: int = 60) -> int:
    """How often the Tab key is pressed until the target has the focus."""
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if target.evaluate("element => element.matches(':focus')"):
            return pressed
    pytest.fail(f"{most} times Tab did not lead to {target}")


@pytest.mark.browser
def test_the_keyboard_alone_is_enough(visit: Callable[..., Page]) -> None:
    page = visit("/peta?provinsi=33")
    skip = page.get_by_role("link", name="Langsung ke isi halaman")
    assert tabs_to(skip, page) <= 2, "before the navigation there is only the button that folds it"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('#stMain').contains(document.activeElement)")

    region = page.locator('path[role="button"][tabindex="0"]')
    assert tabs_to(region, page) <= 40, "the map is one stop; its arrow keys go from region to region"
    first = region.get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    expect(page.locator('path[role="button"]:focus')).not_to_have_attribute("aria-label", str(first))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/wilayah\?.*wilayah=33\.\d\d"))


@pytest.mark.browser
def test_paper_shows_the_whole_page_and_nothing_to_press(visit: Callable[..., Page]) -> None:
    page = visit("/linimasa")
    expect(page.locator('[data-testid="stPlotlyChart"] .main-svg').last).to_be_attached()
    printed = PdfReader(BytesIO(page.pdf(format="A4", margin={"left": "15mm", "right": "15mm"})))
    said = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    assert "Kapan ikrar dilaksanakan?" in said
    assert "Pemungutan suara" in said, "the chart's own words"
    assert "Cara angka dihitung" in said, "the page's last line"
    assert "Unduh" not in said
    assert "Tinjau" not in said, "the navigation stays on the screen"
