"""Bahan paparan in Chromium: one press makes, saves and records a file; a menu gives a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def test_a_deck_is_saved_once_and_its_code_leads_back(visit: Visit) -> None:
    page = visit("/paparan?wilayah=33&bagian=metode")
    saved: list[str] = []
    page.on("download", lambda file: saved.append(file.suggested_filename))
    with page.expect_download() as download:
        page.locator(".st-key-make-pptx button").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
    assert download.value.suggested_filename.endswith(".pptx")
    code = page.locator(".saved a")
    expect(code).to_be_visible()
    said = code.inner_text()
    code.click()
    expect(page.locator("p.answer", has_text="Masih berlaku").first).to_be_visible()
    assert page.url.endswith(f"kode={said}")
    assert len(saved) == 1


@pytest.mark.parametrize("width", [1440, 390])
def test_a_table_is_taken_from_its_menu(visit: Visit, width: int) -> None:
    page = visit("/sumber", width)
    page.locator(".st-key-menu-table-definitions button").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="CSV untuk Excel").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("indicator;label;")
    assert page.evaluate("document.querySelector('.stMainBlockContainer').scrollWidth") <= width
