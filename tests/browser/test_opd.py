"""The OPD page in Chromium: what is known of a region's units, and the example that shows the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    ("language", "known"), [("id", "belum ada rekap"), ("en", "no count of people pledged or signed yet")]
)
def test_targets_without_counts_say_so(visit: Visit, language: Literal["id", "en"], width: int, known: str) -> None:
    page = visit("/opd?wilayah=11.04", width, language)
    expect(page.locator("p.answer", has_text="50").first).to_be_visible()
    expect(page.locator("p.answer", has_text=known).first).to_be_visible()
    expect(page.locator("table").first.locator("tbody tr")).to_have_count(50)
    expect(page.locator('a[href*="data=contoh"]').last).to_be_visible()
    expect(page.locator(".sources li a")).not_to_have_count(0)


def test_the_example_shows_ranges_and_says_that_it_is_one(visit: Visit) -> None:
    page = visit("/opd?data=contoh&wilayah=33.03")
    expect(page.get_by_text("DATA CONTOH").first).to_be_visible()
    expect(page.locator("p.answer a.figure")).to_have_count(5)
    expect(page.locator(".js-plotly-plot .ytick").first).to_be_visible()
    expect(page.locator(".js-plotly-plot .annotation-text", has_text="belum lapor").first).to_be_visible()
    expect(page.locator("tbody .badge.belum_lapor").first).to_be_visible()


def test_the_picker_changes_the_link(visit: Visit) -> None:
    page = visit("/opd")
    picker = page.get_by_role("combobox", name="Wilayah yang datanya tercatat")
    picker.fill("Purbalingga")
    picker.press("Enter")
    expect(page.locator("p.answer", has_text="Kabupaten Purbalingga").first).to_be_visible()
    assert "wilayah=33.03" in page.url


def test_two_opd_side_by_side_are_in_the_link(visit: Visit) -> None:
    page = visit("/opd?data=contoh&wilayah=33.03&banding=33.03/dinas-sosial")
    picker = page.get_by_role("combobox", name="OPD pemerintah daerah ini")
    picker.click()
    picker.press_sequentially("Inspektorat")
    page.get_by_role("option", name="Inspektorat Daerah").click()
    together = page.locator('[aria-label="OPD bersanding"]')  # the open list hides the page from roles
    expect(together.locator("thead th")).to_have_count(3)
    assert "banding=33.03%2Fdinas-sosial%2C33.03%2Finspektorat-daerah" in page.url
    page.reload()
    expect(together.locator("thead th", has_text="Inspektorat Daerah")).to_be_visible()
