"""The page of duties in Chromium: from the nation to a region's letter, and the letter into the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(
    ("language", "answer"), [("id", "sudah melapor, tanpa tenggat"), ("en", "have reported, with no deadline")]
)
def test_the_real_duties_with_their_sources(
    visit: Visit, language: Literal["id", "en"], width: int, answer: str
) -> None:
    page = visit("/kewajiban", width, language)
    expect(page.locator("p.answer", has_text=answer).first).to_be_visible()
    expect(page.locator("#kewajiban")).to_be_visible()
    expect(page.locator(".sources li a")).to_have_count(6)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_letter_is_copied_from_the_region_that_lacks_reports(visit: Visit) -> None:
    page = visit("/kewajiban?data=contoh&provinsi=33&tugas=pakta")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Kabupaten Purbalingga", exact=True).click()
    expect(page).to_have_url(re.compile(r"wilayah=33\.03"))
    letter = page.locator("#surat-pengingat")
    expect(letter).to_contain_text("Kabupaten Purbalingga")
    page.get_by_role("button", name="Salin surat").click()
    expect(page.get_by_role("button", name="Tersalin")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("DATA CONTOH")
    assert copied == letter.text_content()
