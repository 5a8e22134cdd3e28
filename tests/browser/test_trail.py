"""Every figure leads to what it rests on: from each figure of each page to a claim or a source in two clicks."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urldefrag, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGES = ["/", "/peta", "/linimasa", "/opd", "/wilayah", "/wilayah?wilayah=33", "/wilayah?wilayah=33.03", "/sumber"]
CLAIM, SOURCE, CEREMONY = "[data-claim]", ".sources li, table a[rel~=noreferrer]", '.stMain a[href*="acara="]'
CLICK = (
    "href => { const a = document.createElement('a'); a.href = href; document.body.append(a); a.click(); a.remove(); }"
)
DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
SEEN: dict[str, str] = {}
"""Where a click on an address ends, once followed: `claim`, `source`, or the address of the next click."""

Visit = Callable[..., Page]


def figures(page: Page) -> list[str]:
    """The addresses behind the page's figures, each once."""
    links = page.locator(".stMain a.figure")
    found = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return sorted({urldefrag(str(href)).url for href in found})


def arrival(href: str) -> str | None:
    """What only the page behind `href` shows: claims of that very ceremony, the answer for that very region."""
    query, path = parse_qs(urlsplit(href).query), urlsplit(href).path
    if "acara" in query:
        return f'[data-claim^="{query["acara"][0]}/"]'
    if path == "/wilayah":
        code = query.get("wilayah", ["nasional"])[0]
        figure = f'a.figure[data-indicator="documented_events"][data-code="{code}"]'
        return f".stMain:has(#acara) p.answer:has({figure})"  # the timeline's answer is of the same figure
    return None


def end_of(page: Page, visit: Visit, href: str) -> str:
    """What the page behind `href` offers: its claims, else a ceremony to go on to, else its sources."""
    if href not in SEEN:
        sign = arrival(href)
        if sign is None:
            page = visit(href)
        elif urlsplit(page.url).path + "?" + urlsplit(page.url).query != href:
            page.evaluate(CLICK, href)
            expect(page.locator(sign).first).to_be_attached(timeout=60_000)
            page.locator(DONE).wait_for()
        ceremonies = page.locator(CEREMONY)
        if page.locator(CLAIM).count():
            SEEN[href] = "claim"
        elif ceremonies.count():
            SEEN[href] = str(ceremonies.first.get_attribute("href"))
        else:
            SEEN[href] = "source" if page.locator(SOURCE).count() else "nothing"
    return SEEN[href]


@pytest.mark.parametrize("path", PAGES)
def test_each_figure_leads_to_a_claim_or_a_source_in_two_clicks(visit: Visit, path: str) -> None:
    page = visit(path)
    found = figures(page)
    assert found, "a page without a figure"
    lost = {}
    for href in found:
        first = end_of(page, visit, href)
        last = end_of(page, visit, first) if first.startswith("/") else first
        if last not in {"claim", "source"}:
            lost[href] = last
    assert lost == {}


def test_a_figure_clicked_through_shows_its_own_claims(visit: Visit) -> None:
    page = visit("/wilayah?wilayah=33.03")
    page.locator("p.answer a.figure").click()
    expect(page.locator("#acara")).to_be_in_viewport()
    page.locator('.stMain a[href*="acara=purbalingga"]').first.click()
    expect(page.locator(CLAIM).first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["acara"] == ["purbalingga-2023-11-24"]
    claims = page.locator(CLAIM).evaluate_all("rows => rows.map(row => row.dataset.claim)")
    assert all(str(claim).startswith("purbalingga-2023-11-24/") for claim in claims)
