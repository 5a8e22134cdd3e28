"""Contradictions in Chromium: both sides as the screen allows, decided by keyboard, seen in the history, undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def test_a_contradiction_is_decided_by_keyboard(visit: Visit) -> None:
    page = visit("/kontradiksi?wilayah=31")
    expect(page.locator("p.answer", has_text="1 pertentangan terbuka, 1 sudah diputuskan.").first).to_be_visible()
    page.get_by_role("link", name="Putuskan …").press("Enter")
    page.get_by_role("radio", name="Pihak B").press("Space")
    page.get_by_role("textbox", name="Alasan").fill("Kalender: 25 Oktober 2023 adalah hari Rabu.")
    page.get_by_role("button", name="Catat keputusan").press("Enter")
    expect(page.locator("p.answer", has_text="0 pertentangan terbuka, 2 sudah diputuskan.").first).to_be_visible()
    decided = page.locator("details", has_text="Tanggal: 25 Oktober 2023")
    decided.locator("summary").press("Enter")
    expect(decided.locator(".side.rejected")).to_contain_text("25 September 2023")
    expect(decided.locator(".side.rejected")).to_contain_text("Kalender: 25 Oktober 2023 adalah hari Rabu.")
    page.get_by_role("link", name="Lihat perubahannya di Riwayat").press("Enter")
    expect(page.get_by_role("heading", name="jakarta-pusat-2023: date")).to_be_visible()
    page.get_by_role("button", name="Batalkan muatan ini").press("Enter")
    page.get_by_role("button", name="Ya, batalkan").press("Enter")
    expect(page.get_by_text("Membatalkan", exact=True)).to_be_visible()
    again = visit("/kontradiksi?wilayah=31")
    expect(again.locator("p.answer", has_text="1 pertentangan terbuka, 1 sudah diputuskan.").first).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_sides_fit_the_screen(visit: Visit, width: int) -> None:
    page = visit("/kontradiksi", width)
    first, second = (page.locator(".dispute .side").nth(place).bounding_box() for place in (0, 1))
    assert first
    assert second
    assert (second["x"] > first["x"]) == (width == 1440)
    assert page.evaluate("document.querySelector('.stMainBlockContainer').scrollWidth") <= width
