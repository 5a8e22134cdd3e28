"""The timeline in Chromium: drawn in the reader's language, and a mark leads to its ceremony."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
CHART = ".js-plotly-plot"


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    ("language", "month", "heading"), [("id", "Agu", "Pilkada 2024"), ("en", "Aug", "Pilkada 2024")]
)
def test_each_election_has_a_chart_in_the_readers_months(
    visit: Visit, language: Literal["id", "en"], width: int, month: str, heading: str
) -> None:
    page = visit("/linimasa?kampanye=pilkada-2024", width, language)
    expect(page.locator("h2", has_text=heading)).to_be_visible()
    expect(page.locator(CHART).first.locator(".xtick", has_text=month)).to_be_visible()
    expect(page.locator(".modebar-btn")).to_have_count(0)
    box = page.locator(CHART).first.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_a_mark_leads_to_its_ceremony(visit: Visit) -> None:
    page = visit("/linimasa?kampanye=pemilu-2024&provinsi=33")
    page.locator(f"{CHART} .scatterlayer .point").first.click(force=True)
    expect(page.locator("[data-claim]").first).to_be_visible()
    assert "acara=" in page.url
    assert "provinsi=33" in page.url
    page.go_back()
    expect(page.locator("h1", has_text="Kapan ikrar dilaksanakan?").first).to_be_visible()


def test_a_table_row_leads_to_its_ceremony(visit: Visit) -> None:
    page = visit("/linimasa")
    page.locator("tbody a", has_text="Kabupaten Probolinggo").last.click()
    expect(page.locator("h1", has_text="Kabupaten Probolinggo").first).to_be_visible()
    expect(page.locator("[data-claim]").first).to_be_visible()


def test_undated_ceremonies_are_listed_with_what_is_known(visit: Visit) -> None:
    page = visit("/linimasa")
    row = page.locator(".entries li").filter(has_text="Kulon Progo")
    expect(row).to_contain_text("800/1417")
    expect(row).to_contain_text("bukan tanggal acara")
