"""Bahan paparan: any region, any section, in both languages, and whatever a link says; files of it are on record."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from briefings.briefing import SectionName
from etl.issuing.lookup import recent
from pages.context import Context
from pages.paparan.asked import asked, read_sections, spell_sections
from pages.paparan.model import build
from warehouse.frames import Frames
from warehouse.store import Store

Draw = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
HOSTILE = "<script>alert(1)</script>=1+1"


@pytest.fixture(autouse=True)
def _at_this_pc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("region", ["", "33", "94", "33.03", HOSTILE])
def test_each_page_of_any_region_says_its_finding(
    bundled_frames: Frames, context_of: Callable[..., Context], language: str, region: str
) -> None:
    whole = build(context_of(bundled_frames, language, wilayah=region))
    assert [step.name for step in whole.steps] == list(SectionName)
    for name in SectionName:
        view = build(context_of(bundled_frames, language, wilayah=region, halaman=name.value))
        assert view.section.name == name
        assert view.section.finding.words
        assert [step.name for step in view.steps if step.is_shown] == [name]
    assert (view.earlier is None, view.later is None) == (False, True)


@pytest.mark.parametrize("params", [{}, {"wilayah": "33"}, {"wilayah": "94", "halaman": "opd"}], ids=str)
def test_it_is_drawn(draw_page: Draw, html_of: HtmlOf, store: Path, params: dict[str, str]) -> None:
    html = html_of(draw_page("paparan", store, **params))
    assert 'aria-current="page"' in html
    assert "Unduh" not in html  # menus are buttons, not words on the page


def test_the_example_says_so_in_its_files(
    draw_page: Draw, html_of: HtmlOf, example_store: Path, tmp_path: Path
) -> None:
    store = shutil.copytree(example_store, tmp_path / "example")
    app = draw_page("paparan", store, "en", halaman="opd")
    assert "more sources</a>" in html_of(app)  # a thousand would be no page
    app.button(key="make-pptx").click().run()
    assert "is saved. Code" in html_of(app)
    (kept, *_) = recent(Store(store), 1)
    assert (kept.kind, kept.language) == ("pptx", "en")
    assert "halaman" not in kept.path
    assert kept.queries


def test_a_bar_tells_each_step_and_goes(
    draw_page: Draw, html_of: HtmlOf, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[float, str]] = []
    monkeypatch.setattr(DeltaGenerator, "progress", lambda _, share, words: told.append((share, words)))
    app = draw_page("paparan", store, wilayah="51", bagian="peta,opd")
    assert not told
    app.button(key="make-pptx").click().run()
    assert told == [
        (0.0, "Berkas sedang dibuat …"),
        (0.0, "Menghitung: Peta … 1 dari 5"),
        (0.2, "Menghitung: OPD … 2 dari 5"),
        (0.4, "Menyusun: Peta … 3 dari 5"),
        (0.6, "Menyusun: Pemerintah daerah … 4 dari 5"),
        (0.8, "Menulis berkas … 5 dari 5"),
    ]
    assert "tersimpan. Kode" in html_of(app)


@pytest.mark.parametrize(("section", "is_asked_for"), [("linimasa", True), ("opd", True), ("belum-melapor", False)])
def test_where_nothing_is_known_it_says_what_is_needed_and_where_it_goes(
    draw_page: Draw, html_of: HtmlOf, store: Path, section: str, *, is_asked_for: bool
) -> None:
    html = html_of(draw_page("paparan", store, wilayah="51.03", kampanye="pilkada-2024", halaman=section))
    assert ("Yang diperlukan untuk mengisi halaman ini" in html) is is_asked_for
    assert ("/unggah" in html) is is_asked_for


def test_what_a_link_misspells_is_left_aside(draw_page: Draw, html_of: HtmlOf, store: Path) -> None:
    odd = {"wilayah": HOSTILE, "bagian": f"peta,{HOSTILE}", "halaman": HOSTILE}
    html = html_of(draw_page("paparan", store, **odd))
    assert "<script" not in html
    assert html.count('class="steps"') == 1


def test_sections_are_read_as_they_are_spelt(bundled_frames: Frames, context_of: Callable[..., Context]) -> None:
    some = (SectionName.PETA, SectionName.METODE)
    assert read_sections(spell_sections(some[::-1])) == some
    assert spell_sections(list(SectionName)) == ""
    view = build(context_of(bundled_frames, wilayah="33", bagian="metode,peta", halaman="opd"))
    assert view.asked.request.sections == some
    assert view.section.name == SectionName.PETA


def test_the_province_filtered_for_is_the_region_unless_the_link_names_one(
    bundled_frames: Frames, context_of: Callable[..., Context]
) -> None:
    filtered = {"province": "33"}
    assert asked(context_of(bundled_frames, filters=filtered)).request.region == "33"
    assert asked(context_of(bundled_frames, filters=filtered, wilayah="")).request.region is None
    assert asked(context_of(bundled_frames, filters=filtered, wilayah="51")).request.region == "51"


@pytest.fixture
def template() -> bytes:
    """An office's deck."""
    deck = BytesIO()
    Presentation().save(deck)
    return deck.getvalue()


def test_what_is_no_template_is_refused_in_words(
    draw_page: Draw, html_of: HtmlOf, store: Path, template: bytes
) -> None:
    app = draw_page("paparan", store, wilayah="33", bagian="metode")
    app.file_uploader[0].set_value(("<b>rusak.pptx", template[:500], PPTX)).run()
    assert 'class="notice warn"' in html_of(app)
    assert "<b>rusak" not in html_of(app)
    assert [each.label for each in app.expander] == ["Pakai templat PowerPoint kantor sendiri"]


def test_decks_take_an_offices_template_until_it_is_let_go(
    draw_page: Draw, html_of: HtmlOf, store: Path, template: bytes
) -> None:
    app = draw_page("paparan", store, wilayah="33", bagian="metode")
    app.file_uploader[0].set_value(("kantor.pptx", template, PPTX)).run()
    assert [each.label for each in app.expander] == ["Memakai templat kantor.pptx"]
    app.button(key="make-pptx").click().run()
    assert "tersimpan. Kode" in html_of(app)
    app.button(key="template-drop").click().run()
    assert len(app.file_uploader) == 1


def test_from_elsewhere_nothing_is_sent_or_taken(
    draw_page: Draw, html_of: HtmlOf, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "0.0.0.0")  # noqa: S104  # an address to tell apart, not to bind
    app = draw_page("paparan", store)
    assert not app.file_uploader
    assert not app.button
    assert not app.get("menu_button")
    assert "Berkas hanya dapat diambil di komputer tempat Ikrar berjalan" in html_of(app)
