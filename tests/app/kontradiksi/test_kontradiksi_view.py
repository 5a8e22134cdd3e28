"""Contradictions as values and as drawn: both sides with their sources, what was decided, and the form that decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.evidence.ceremonies import disputes
from pages import stores
from pages.context import Context
from pages.kontradiksi.model import build
from warehouse.frames import Frames
from warehouse.store import Store

MakeContext = Callable[..., Context]
DrawPage = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]
KEY = "jakarta-pusat-2023:date"
REASON = "Kalender: 25 Oktober 2023 adalah hari Rabu."


@pytest.fixture(autouse=True)
def at_this_pc(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `ikrar serve` does on loopback."""
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    monkeypatch.setenv("IKRAR_USER", "Analis Uji")


def test_every_contradiction_is_there_once(bundled_frames: Frames, context_of: MakeContext) -> None:
    view = build(context_of(bundled_frames))
    known = disputes(bundled_frames.claim)
    assert (len(view.open), len(view.settled)) == (known["is_open"].sum(), (~known["is_open"]).sum())
    assert len({one.key for one in (*view.open, *view.settled)}) == known.height
    assert all(one.field.open for one in view.open)


def test_both_sides_carry_their_source(bundled_frames: Frames, context_of: MakeContext) -> None:
    (one,) = [one for one in build(context_of(bundled_frames)).open if one.key == KEY]
    assert [side.value for side in one.field.statements] == ["25 September 2023", "25 Oktober 2023"]
    for side in one.field.statements:
        assert all(voice.stated == "Rabu (25/9)" and voice.source.grade == "C" for voice in side.voices)
    assert one.href == "/wilayah?wilayah=31.71&acara=jakarta-pusat-2023"
    assert "linimasa" in one.depends
    assert one.indicators == ("Acara terdokumentasi", "Hari sebelum kampanye", "Hari sejak bukti terbaru")


@pytest.mark.parametrize(
    ("region", "keys"), [("31", {KEY}), ("31.71", {KEY}), ("31.72", set()), ("11", {"11.08:headcount"})]
)
def test_a_region_holds_those_below_it(
    bundled_frames: Frames, context_of: MakeContext, region: str, keys: set[str]
) -> None:
    view = build(context_of(bundled_frames, wilayah=region))
    assert {one.key for one in view.open} == keys
    assert view.region == region


@pytest.mark.parametrize("wanted", ["99.99", "<script>", ""])
def test_a_region_that_is_none_hides_nothing(bundled_frames: Frames, context_of: MakeContext, wanted: str) -> None:
    view = build(context_of(bundled_frames, wilayah=wanted))
    assert view.region is None
    assert len(view.open) == len(build(context_of(bundled_frames)).open)


def test_the_page_answers_in_a_sentence(draw_page: DrawPage, html_of: HtmlOf, built_store: Path) -> None:
    html = html_of(draw_page("kontradiksi", built_store))
    assert "9 pertentangan terbuka" in html
    assert "23 sudah diputuskan" in html


def test_a_decision_needs_a_side_and_a_reason(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    app = draw_page("kontradiksi", store, putuskan=KEY)
    app.button[0].click().run()
    assert "Pilih salah satu pihak" in html_of(app)
    app.radio(key=f"decide-side-{KEY}").set_value(1)
    app.text_area(key=f"decide-reason-{KEY}").set_value("ya")
    app.button[0].click().run()
    assert "Pilih salah satu pihak" in html_of(app)
    assert len(Store(store).snapshots()) == 1


def test_a_decision_is_on_record_and_both_sides_stay(draw_page: DrawPage, html_of: HtmlOf, store: Path) -> None:
    app = draw_page("kontradiksi", store, putuskan=KEY)
    app.radio(key=f"decide-side-{KEY}").set_value(1)
    app.text_area(key=f"decide-reason-{KEY}").set_value(REASON)
    app.button[0].click().run()
    html = html_of(app)
    assert "Keputusan sudah dicatat." in html
    assert "8 pertentangan terbuka" in html
    (dispute,) = [one for one in build(_context(store)).settled if one.key == KEY]
    chosen, given_way = dispute.field.statements
    assert (chosen.value, chosen.status) == ("25 Oktober 2023", "accepted")
    assert (given_way.value, given_way.status) == ("25 September 2023", "rejected")
    assert REASON in " ".join(given_way.reasons + chosen.reasons)
    assert "Analis Uji" in (given_way.decided or "")


def _context(store: Path) -> Context:
    from i18n import text
    from pages.link import NO_FILTERS

    return Context(stores.frames(store), NO_FILTERS, text("id"))


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5"])  # noqa: S104  # an address to refuse, not to bind
def test_from_elsewhere_nothing_is_decided(
    draw_page: DrawPage, html_of: HtmlOf, built_store: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", address)
    app = draw_page("kontradiksi", built_store, putuskan=KEY)
    assert "Putuskan" not in html_of(app)
    assert not app.radio
