"""The region page in Chromium: a corrected date shows both sides; a name that fits several is asked back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    ("language", "used", "status"),
    [("id", "6 November 2023", "dikoreksi"), ("en", "6 November 2023", "corrected")],
)
def test_a_corrected_date_shows_both_dates_and_the_reason(
    visit: Visit, language: Literal["id", "en"], width: int, used: str, status: str
) -> None:
    page = visit("/wilayah?acara=probolinggo-2023-11-06", width, language)
    date = page.locator("section.field").filter(has=page.locator("b", has_text=used))
    expect(date).to_contain_text(status)
    expect(date.locator("li.rejected s")).to_contain_text("2023")
    expect(date.locator("li.rejected")).to_contain_text("100 hari menjelang Pemilu")
    source = date.locator("[data-claim] a").first
    expect(source).to_have_attribute("rel", "noopener noreferrer")
    expect(source).to_have_attribute("target", "_blank")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_a_name_typed_as_people_write_it_is_resolved(visit: Visit) -> None:
    page = visit("/wilayah")
    picker = page.get_by_role("combobox", name="Wilayah")
    picker.fill("Kab. Purbalingga")
    picker.press("Enter")
    expect(page.locator("h1", has_text="Kabupaten Purbalingga").first).to_be_visible()


def test_a_name_that_fits_several_regions_is_asked_back(visit: Visit) -> None:
    page = visit("/wilayah?cari=Solok")
    note = page.get_by_role("note").filter(has_text="Solok")
    expect(note.locator("a")).to_have_count(2)
    note.locator("a", has_text="Kota Solok").click()
    expect(page.locator("h1", has_text="Kota Solok").first).to_be_visible()


def test_a_province_names_its_regencies_with_and_without_evidence(visit: Visit) -> None:
    page = visit("/wilayah?wilayah=33")
    row = page.locator("tr").filter(has_text="Kabupaten Purbalingga").first
    expect(row.locator("a.figure")).to_have_text("1")
    expect(page.locator("tr").filter(has_text="Kabupaten Cilacap").first).to_contain_text("belum ada bukti")
