"""The frame: the link is the state, on every page, in both languages, at two widths; nothing leaves the machine."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from i18n import text
from pages.navigation import ENTRIES

pytestmark = pytest.mark.browser

FILTERS = "kampanye=pemilu-2024&provinsi=33&dari=2023-01-01&sampai=2024-02-14&bukti=D"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def go(page: Page, title: str) -> None:
    """Follow a page's link in the side bar and wait until that page stands."""
    page.locator(".pages").get_by_role("link", name=title, exact=True).click()
    expect(page).to_have_title(f"{title} · Ikrar")
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"] .footer')).to_be_visible(
        timeout=60_000
    )


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_every_page_stands_at_its_own_address(visit, name: str, language: Literal["id", "en"], width: int) -> None:
    page = visit(f"/{name}", width, language)
    expect(page.locator(".footer", has_text="ikrar verify").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_text(re.compile("could not be shown|tidak dapat ditampilkan"))).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_filters_survive_page_changes_reload_and_back(visit) -> None:
    page = visit(f"/?{FILTERS}")
    wanted = parse_qs(FILTERS)
    go(page, "Linimasa")
    assert query(page) == wanted
    page.reload()
    expect(page.get_by_role("combobox", name="Provinsi")).to_have_value("33")
    assert query(page) == wanted
    go(page, "Sumber & metode")
    go(page, "Ringkasan")
    expect(page.get_by_role("combobox", name="Pemilihan")).to_have_value("pemilu-2024")
    page.go_back()
    expect(page).to_have_title("Sumber & metode · Ikrar")
    assert query(page) == wanted


def test_choosing_a_filter_writes_the_link_and_back_takes_it_away(visit) -> None:
    page = visit("/")
    before = page.locator(".answer").inner_text()
    province = page.get_by_role("combobox", name="Provinsi")
    province.focus()
    province.select_option("Jawa Tengah")
    page.wait_for_url("**/?provinsi=33")
    expect(page.locator(".answer", has_text="Jawa Tengah").first).to_be_visible()
    expect(province).to_be_focused()
    page.go_back()
    expect(page.locator(".answer", has_text=before).first).to_be_visible()
    expect(province).to_have_value("")


def test_a_link_that_makes_no_sense_is_answered_with_a_note(visit) -> None:
    page = visit("/?kampanye=<script>&provinsi=99&dari=2023-13-45&bukti=E&sampai=2023-01-01")
    ignored = "diabaikan: Pemilihan “<script>”, Provinsi “99”, Dari “2023-13-45”, dan Bukti “E”."
    expect(page.locator(".notice")).to_contain_text(ignored)
    expect(page.locator(".answer")).to_be_visible()


def test_language_switch_keeps_the_filters(visit) -> None:
    page = visit("/?provinsi=33")
    page.get_by_text("English", exact=True).click()
    expect(page.locator("h1", has_text="How far are neutrality pledges documented?").first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert query(page) == {"provinsi": ["33"], "bahasa": ["en"]}
    go(page, "Sources & method")
    assert query(page) == {"provinsi": ["33"], "bahasa": ["en"]}


def test_filters_are_folded_on_a_phone(visit) -> None:
    page = visit("/", width=390)
    province = page.get_by_role("combobox", name="Provinsi")
    expect(province).to_be_hidden()
    page.get_by_text("Saringan", exact=True).click()
    expect(province).to_be_visible()


def test_a_figure_leads_to_its_page_without_loading_the_document_again(visit) -> None:
    page = visit("/?provinsi=33")
    page.evaluate("window.sameDocument = true")
    page.locator(".answer a.figure").first.click()
    expect(page).to_have_title("Wilayah · Ikrar")
    assert query(page)["provinsi"] == ["33"]
    assert page.evaluate("window.sameDocument")


def test_no_such_page(dashboard: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404") as answer:
        urllib.request.urlopen(f"{dashboard}/tidak-ada", timeout=10)  # noqa: S310  # our own loopback address
    assert "Halaman ini tidak ada" in answer.value.read().decode()


def test_example_data_says_so_on_every_page(visit) -> None:
    page = visit("/")
    page.get_by_text("Data contoh", exact=True).click()
    band = page.locator(".notice.sample")
    expect(band).to_contain_text("DATA CONTOH", timeout=90_000)
    for entry in ENTRIES[1:]:
        go(page, text("id")(entry.title))
        expect(band).to_contain_text("DATA CONTOH")
        assert query(page) == {"data": ["contoh"]}
