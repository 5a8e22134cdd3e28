"""Cek angka in Chromium: a code typed on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_code_typed_on_a_phone_is_in_the_link_and_answered(visit: Callable[..., Page]) -> None:
    page = visit("/cek", 390)
    field = page.get_by_label("Kode pada berkas")
    field.fill("ikr oooo iiii")
    field.press("Enter")
    expect(page.locator("p.answer", has_text="Kode IKR-0000-1111 tidak tercatat di sini.").first).to_be_visible()
    expect(field).to_have_value("IKR-0000-1111")
    assert "kode=IKR-0000-1111" in page.url
    assert page.evaluate("document.querySelector('.stMainBlockContainer').scrollWidth") <= 390
