"""The map in Chromium: regions, states, clicks, keys, search, insets, a slider, two layers, two maps, two languages."""

from __future__ import annotations

from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

STATES = {"nilai", "belum_lapor", "tidak_wajib", "ditahan", "belum_ada_bukti"}


def drawn(page: Page, level: str, focus: str = "") -> Locator:
    """The map once it is complete, at a level and zoomed to a province."""
    found = page.locator(f".map[data-ready][data-level='{level}'][data-focus='{focus}']")
    found.wait_for(timeout=30_000)
    return found


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(("width", "language"), [(1440, "en"), (390, "id")])
@pytest.mark.parametrize(
    ("path", "level", "focus", "regions"),
    [
        ("/peta", "provinsi", "", 38),
        ("/peta?tingkat=kabupaten", "kabupaten", "", 514),
        ("/peta?provinsi=33", "kabupaten", "33", 35),
    ],
)
def test_a_link_opens_its_view_with_every_region(
    visit, path: str, level: str, focus: str, regions: int, width: int, language: Literal["id", "en"]
) -> None:
    page = visit(path, width, language)
    view = drawn(page, level, focus)
    expect(view.locator(".drawing path.area")).to_have_count(regions)
    unpainted = view.locator(".drawing path.area").evaluate_all(
        "all => all.filter(path => !path.getAttribute('fill')).length"
    )
    assert unpainted == 0
    counts = view.locator(".legend button[data-place]").evaluate_all(
        "all => all.map(button => Number(button.dataset.count))"
    )
    assert sum(counts) == regions
    note = {"id": "bukan batas resmi", "en": "not official boundaries"}[language]
    expect(view.locator(".edition")).to_contain_text(note)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_five_states_differ_without_colour(visit) -> None:
    view = drawn(visit("/peta"), "provinsi")
    looks: dict[str, str] = view.locator(".legend button[data-place]").evaluate_all(
        """all => Object.fromEntries(all.map(button => {
            const fill = button.querySelector("rect").getAttribute("fill");
            const id = fill.match(/#(.*)\\)/)?.[1];
            const pattern = id && button.getRootNode().getElementById(id);
            return [button.dataset.state, pattern ? pattern.innerHTML : fill === "#ffffff" ? "empty" : "full"];
        }))"""
    )
    assert set(looks) == STATES
    assert len(set(looks.values())) == len(STATES)


def test_a_click_opens_the_province_and_the_breadcrumb_leads_back(visit) -> None:
    page = visit("/peta")
    page.evaluate("window.stays = true")
    drawn(page, "provinsi").locator('.drawing path[data-code="33"]').click()
    view = drawn(page, "kabupaten", "33")
    assert query(page) == {"provinsi": ["33"]}
    expect(view.locator(".crumbs")).to_have_text("Indonesia›Jawa Tengah")
    expect(page.locator(".answer", has_text="dari 35 kabupaten/kota di Jawa Tengah").first).to_be_visible()
    view.get_by_role("button", name="Indonesia").click()
    drawn(page, "provinsi")
    assert query(page) == {}
    assert page.evaluate("window.stays"), "the document was loaded again"


def test_a_region_of_a_province_leads_to_its_own_page(visit) -> None:
    page = visit("/peta?provinsi=33")
    page.evaluate("window.stays = true")
    drawn(page, "kabupaten", "33").locator('.drawing path[data-code="33.03"]').click()
    page.wait_for_url("**/wilayah?*")
    assert query(page)["wilayah"] == ["33.03"]
    expect(page.locator("h1", has_text="Purbalingga").first).to_be_visible()
    assert page.evaluate("window.stays"), "the document was loaded again"


def test_arrow_keys_walk_the_map_and_enter_opens(visit) -> None:
    page = visit("/peta")
    view = drawn(page, "provinsi")
    start = view.locator('.drawing path[data-code="33"]')
    start.focus()
    page.keyboard.press("ArrowRight")
    east = view.locator(".drawing path.area:focus")
    expect(east).to_have_attribute("tabindex", "0")
    assert east.get_attribute("data-code") in {"34", "35"}
    expect(view.locator(".drawing path.area[tabindex='0']")).to_have_count(1)
    expect(view.locator(".tip")).to_be_visible()
    code = east.get_attribute("data-code")
    page.keyboard.press("Enter")
    view = drawn(page, "kabupaten", code)
    view.locator(".drawing path.area").first.focus()
    page.keyboard.press("Escape")
    drawn(page, "provinsi")


def test_hovering_tells_name_state_and_figures(visit) -> None:
    view = drawn(visit("/peta?provinsi=33"), "kabupaten", "33")
    area = view.locator('.drawing path[data-code="33.03"]')
    area.hover()
    tip = view.locator(".tip")
    expect(tip).to_contain_text("Kabupaten Purbalingga")
    expect(tip).to_contain_text("terdokumentasi")
    expect(tip).to_contain_text("24 Nov 2023")
    assert "Kabupaten Purbalingga" in (area.get_attribute("aria-label") or "")


def test_a_finger_asks_first_and_opens_with_the_button(visit) -> None:
    page = visit("/peta", 390)
    view = drawn(page, "provinsi")
    touch = "area => area.dispatchEvent(new PointerEvent('click', { pointerType: 'touch', bubbles: true }))"
    view.locator('.drawing path[data-code="13"]').evaluate(touch)
    assert query(page) == {}
    view.get_by_role("button", name="Buka peta Sumatera Barat").click()
    drawn(page, "kabupaten", "13")


@pytest.mark.parametrize("kind", ["petak", "skematik"])
def test_the_layer_switch_keeps_the_figures_and_changes_the_shapes(visit, kind: str) -> None:
    other = {"petak": "skematik", "skematik": "petak"}[kind]
    page = visit(f"/peta?lapis={other}" if other != "skematik" else "/peta")
    view = drawn(page, "provinsi")
    before = view.locator("tbody tr").evaluate_all("all => all.map(row => row.textContent)")
    view.locator(f".choices input[value='{kind}'] + label").click()
    page.locator(f".map[data-ready][data-geometry*='/{kind}-']").wait_for()
    assert query(page).get("lapis", ["skematik"]) == [kind]
    assert view.locator("tbody tr").evaluate_all("all => all.map(row => row.textContent)") == before


def test_the_level_switch_shows_every_region_and_folds_those_without_evidence(visit) -> None:
    page = visit("/peta")
    drawn(page, "provinsi").locator(".choices input[value='kabupaten'] + label").click()
    view = drawn(page, "kabupaten")
    assert query(page) == {"tingkat": ["kabupaten"]}
    assert 20 < view.locator("tbody tr").count() < 514
    view.locator(".more").click()
    expect(view.locator("tbody tr")).to_have_count(514)


def test_a_region_is_found_by_its_name_and_opened_in_its_province(visit) -> None:
    page = visit("/peta?tingkat=kabupaten")
    view = drawn(page, "kabupaten")
    field = view.get_by_role("combobox", name="Cari wilayah")
    field.fill("magelang")
    expect(view.locator("tbody tr")).to_have_count(2)
    expect(view.locator(".drawing path.area:not(.faded)")).to_have_count(2)
    expect(view.locator(".found")).to_have_text("2 ditemukan")
    field.fill("KAB. magel")
    found = view.get_by_role("listbox", name="Cari wilayah")
    expect(found.get_by_role("option")).to_have_count(1)
    field.press("ArrowDown")
    expect(found.get_by_role("option", selected=True)).to_have_text("Kabupaten Magelang Jawa Tengah")
    field.press("Enter")
    province = drawn(page, "kabupaten", "33")
    expect(province.locator(".drawing path.area:focus")).to_have_attribute("data-code", "33.08")
    expect(province.locator(".tip")).to_contain_text("Kabupaten Magelang")
    expect(province.locator("path.area.faded")).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 390])
def test_small_areas_are_magnified_beside_the_map_and_open_like_it(visit, width: int) -> None:
    page = visit("/peta?tingkat=kabupaten", width)
    view = drawn(page, "kabupaten")
    small = view.locator('.insets path[data-code="31.71"]')
    expect(small).to_be_visible()
    own = view.locator('.drawing path[data-code="31.71"]')
    wide = "path => path.getBoundingClientRect().width"
    assert small.evaluate(wide) > 3 * own.evaluate(wide)
    expect(view.locator(".frames rect")).to_have_count(view.locator(".insets figure").count())
    small.click()
    drawn(page, "kabupaten", "31")


def test_moments_play_without_asking_the_page(visit) -> None:
    page = visit("/peta?putar=1")
    view = drawn(page, "provinsi")
    ready = view.get_attribute("data-ready")
    empty = view.locator(".legend button[data-key=belum_ada_bukti] b")
    newest, now = empty.inner_text(), view.locator(".player output").inner_text()
    rows = view.locator("tbody tr").evaluate_all("all => all.map(row => row.textContent)")
    slider = view.get_by_role("slider")
    slider.press("Home")
    expect(view.locator(".player output")).not_to_have_text(now)
    assert int(empty.inner_text()) > int(newest), "before the first event more regions are without evidence"
    counts = view.locator(".legend button[data-place]").evaluate_all("all => all.map(it => Number(it.dataset.count))")
    assert sum(counts) == 38
    assert view.locator("tbody tr").evaluate_all("all => all.map(row => row.textContent)") == rows
    first = view.locator(".player output").inner_text()
    slider.press("Space")
    expect(view.get_by_role("button", name="Jeda")).to_be_visible()
    expect(view.locator(".player output")).not_to_have_text(first)
    slider.press("Space")
    expect(view.get_by_role("button", name="Putar")).to_be_visible()
    slider.press("End")
    expect(empty).to_have_text(newest)
    assert view.get_attribute("data-ready") == ready, "the page ran again"


def test_two_layers_have_a_legend_of_nine_that_fits_a_phone(visit) -> None:
    view = drawn(visit("/peta?lapis2=ikp", 390), "provinsi")
    cells = view.locator(".grid button")
    expect(cells).to_have_count(9)
    counts = view.locator(".legend button[data-place]").evaluate_all("all => all.map(it => Number(it.dataset.count))")
    assert sum(counts) == 38
    assert cells.evaluate_all("all => all.every(cell => cell.getBoundingClientRect().right <= innerWidth)")


def test_two_maps_stand_side_by_side_and_share_no_id(visit) -> None:
    page = visit("/peta?banding=pemilihan&provinsi=33")
    page.locator(".map[data-ready][data-pane='left']").wait_for()
    page.locator(".map[data-ready][data-pane='right']").wait_for()
    expect(page.locator(".drawing path.area")).to_have_count(2 * 35)
    ids = page.locator(".map [id]").evaluate_all("all => all.map(node => node.id)")
    assert len(ids) == len(set(ids)) > 0
    page.locator("[data-pane='right'] .drawing path[data-code='33.03']").hover()
    expect(page.locator("[data-pane='right'] .tip")).to_contain_text("Kabupaten Purbalingga")
    expect(page.locator("[data-pane='left'] .tip")).to_be_hidden()


def test_a_legend_entry_keeps_only_its_own_regions_bright(visit) -> None:
    view = drawn(visit("/peta"), "provinsi")
    entry = view.locator(".legend button[data-state=belum_ada_bukti]")
    entry.click()
    expect(entry).to_have_attribute("aria-pressed", "true")
    expect(view.locator(".drawing path.area:not(.faded)")).to_have_count(int(entry.get_attribute("data-count") or 0))
    entry.click()
    expect(view.locator(".drawing path.area.faded")).to_have_count(0)


def test_a_change_of_filter_repaints_the_same_map_and_never_fetches_it_again(visit) -> None:
    page = visit("/peta")
    view = drawn(page, "provinsi")
    view.evaluate("map => { map.kept = true; }")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/geo/" in request.url else None)
    ready = int(view.get_attribute("data-ready") or 0)
    page.get_by_role("combobox", name="Pemilihan").select_option("Pemilu 2024")
    page.wait_for_function(
        "ready => Number(document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot"
        ".querySelector('.map').dataset.ready) > ready",
        arg=ready,
    )
    assert query(page) == {"kampanye": ["pemilu-2024"]}
    assert view.evaluate("map => map.kept"), "the map was mounted again"
    assert asked == []
