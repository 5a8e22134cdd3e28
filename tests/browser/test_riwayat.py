"""History in Chromium: what came in, on a wide and a narrow screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
def test_the_first_batch_is_there_and_stays(visit: Callable[..., Page], width: int) -> None:
    page = visit("/riwayat?batch=bundled-1", width)
    expect(page.locator("p.answer", has_text="Snapshot").first).to_be_visible()
    expect(page.get_by_role("heading", name="data yang disertakan Ikrar")).to_be_visible()
    expect(page.get_by_role("button", name="Batalkan muatan ini")).to_have_count(0)
    assert page.evaluate("document.querySelector('.stMainBlockContainer').scrollWidth") <= width
    sideways = "Math.max(...[...document.querySelectorAll('.scroll')].map((box) => box.scrollWidth - box.clientWidth))"
    assert page.evaluate(sideways) <= 0, "a table is cut"


def test_a_pinned_state_goes_along_and_is_left_by_its_band(visit: Callable[..., Page]) -> None:
    page = visit("/riwayat")
    page.get_by_role("link", name="Lihat keadaan menurut snapshot 1", exact=True).click()
    expect(page.locator(".notice.kept")).to_contain_text("snapshot 1")
    page.locator(".pages").get_by_role("link", name="Linimasa").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kapan")
    assert "per=1" in page.url
    page.get_by_role("link", name="Kembali ke yang terbaru").click()
    expect(page.locator(".notice.kept")).to_have_count(0)
    assert "per=" not in page.url


def test_a_batch_is_a_link(visit: Callable[..., Page]) -> None:
    page = visit("/riwayat")
    page.get_by_role("link", name="data yang disertakan Ikrar").first.click()
    expect(page.get_by_role("heading", name="data yang disertakan Ikrar")).to_be_visible()
    assert "batch=bundled-1" in page.url
