"""Page *Batas wilayah*: what is in force, what a file would come to, its questions, and who may change anything."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from streamlit.testing.v1 import AppTest

from etl.boundaries import Provenance, keep
from etl.sources.boundaries import Asked, Reading, read
from geo.boundaries.editions import editions, in_force
from geo.boundaries.units import label_points
from i18n import text
from pages import map_component
from pages.batas import desk
from pages.batas.model import build, preview
from pages.context import Context
from pages.peta.model import build as peta
from pages.serving import geometry
from warehouse.store import Store

DrawPage = Callable[..., AppTest]
HtmlOf = Callable[[AppTest], str]

NOW = dt.datetime(2026, 1, 2, 3, 4, tzinfo=dt.UTC)
FOREIGN = "<b>Purblinggo</b> [x](http://y)"
t = text("id")


def squares(**names: str) -> bytes:
    """The 35 regions of a province as squares around their points, some under another name."""
    features = [
        {
            "type": "Feature",
            "properties": {"kabupaten": names.get(code.replace(".", "_"), f"{code}"), "kode_kab": code},
            "geometry": json.loads(shapely.to_geojson(shapely.box(p.x - 0.01, p.y - 0.01, p.x + 0.01, p.y + 0.01))),
        }
        for code, p in label_points("kabupaten").items()
        if code.startswith("33.")
    ]
    for feature in features:
        if feature["properties"]["kabupaten"] == feature["properties"]["kode_kab"]:
            feature["properties"]["kabupaten"] = None
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@pytest.fixture(scope="module")
def reading() -> Reading:
    data = squares(**{"33_03": FOREIGN}).replace(b'"33.03"', b'"33.99"')
    return read(data, "jateng.geojson", Asked())


def test_nothing_imported_is_said_in_the_first_sentence(
    built_store: Path, draw_page: DrawPage, html_of: HtmlOf
) -> None:
    html = html_of(draw_page("batas", built_store))
    assert "Peta memakai bagan skematis; belum ada batas resmi." in html


@pytest.fixture
def own_store(built_store: Path, tmp_path: Path) -> Path:
    """A store that a test may change."""
    return Path(shutil.copytree(built_store, tmp_path / "store"))


def test_an_edition_stands_with_its_provenance_and_goes_after_a_question(
    own_store: Path, draw_page: DrawPage, html_of: HtmlOf, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = keep(own_store, reading, Provenance("2024", "BIG", "hanya untuk uji", None), by="uji", now=NOW)
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    page = draw_page("batas", own_store)
    html = html_of(page)
    assert "34 dari 514 kabupaten dan kota tergambar dengan batas resmi: BIG, edisi 2024." in html
    for said in ("hanya untuk uji", "jateng.geojson", edition.sha256[:12], "dipakai peta"):
        assert said in html
    page.button(key=f"remove-{edition.id}").click().run()
    assert len(editions(own_store)) == 1
    page.button(key="remove-do").click().run()
    assert editions(own_store) == ()
    assert "belum ada batas resmi" in html_of(page)


def test_a_file_is_looked_at_answered_and_used(
    own_store: Path, draw_page: DrawPage, html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    monkeypatch.setattr(desk, "_key", lambda file_id: ("of this test", file_id))
    file_id = desk.receive(squares(**{"33_03": FOREIGN}).replace(b'"33.03"', b'"33.99"'), "jateng.geojson")
    page = draw_page("batas", own_store, berkas=file_id)
    html = html_of(page)
    assert "34 dari 514 kabupaten dan kota dikenali dalam jateng.geojson." in html
    assert "&lt;b&gt;Purblinggo&lt;/b&gt; [x](http://y)" in html
    assert "<b>Purblinggo" not in html
    assert page.button(key="boundaries-keep").disabled
    page.radio[0].set_value("33.03")
    page.button(key="boundaries-answer").click().run()
    assert "35 dari 514 kabupaten dan kota dikenali" in html_of(page)
    page.text_input(key="boundaries-publisher").set_value("BIG")
    page.text_input(key="boundaries-edition").set_value("2024")
    page.checkbox(key="boundaries-partial").check().run()
    page.button(key="boundaries-keep").click().run()
    assert "35 dari 514 kabupaten dan kota tergambar dengan batas resmi: BIG, edisi 2024." in html_of(page)
    (edition,) = editions(own_store)
    assert (edition.report.matched, edition.file_name) == (35, "jateng.geojson")


def test_the_map_page_offers_what_was_imported_and_names_its_edition(
    own_store: Path, context_of: Callable[..., Context], reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_STORE", str(own_store))
    keep(own_store, reading, Provenance("2024", "BIG", None, None), by="uji", now=NOW)
    context = context_of(Store(own_store).frames(), lapis="resmi", tingkat="kabupaten")
    layer = map_component.layer(context.params, "kabupaten")
    assert layer.kind == "resmi"
    (pane,) = peta(context).panes
    assert geometry.url(layer) in json.dumps(pane.payload)
    assert "BIG 2024 (2026-01-02)" in json.dumps(pane.payload, ensure_ascii=False)


def test_a_visitor_from_elsewhere_sees_and_changes_nothing(
    built_store: Path, draw_page: DrawPage, html_of: HtmlOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKRAR_ADDRESS", "0.0.0.0")  # noqa: S104 -- the address under test
    page = draw_page("batas", built_store)
    assert "hanya dapat diimpor dan dihapus di komputer tempat Ikrar dijalankan" in html_of(page)
    assert len(page.button) == 0
    assert len(page.get("file_uploader")) == 0


def test_a_preview_says_what_is_missing_and_quotes_the_file_as_text(reading: Reading) -> None:
    model = preview(reading, (), t)
    assert model.sentence == "34 dari 514 kabupaten dan kota dikenali dalam jateng.geojson."
    assert len(model.missing) == 480
    assert model.may_be_partial
    (ask,) = model.asks
    assert FOREIGN in ask.text
    assert next(iter(ask.choices.items())) == ("33.03", "Kabupaten Purbalingga · 33.03")
    assert {"count", "area"} <= {finding.check for finding in reading.report.findings if not finding.passed}
    assert all(check.items or check.passed for check in model.checks if not check.sentence.startswith("Berkas"))


def test_a_file_of_nobody_is_called_by_its_own_name(reading: Reading, tmp_path: Path) -> None:
    keep(tmp_path, reading, Provenance(), by="uji", now=NOW)
    model = build(editions(tmp_path), in_force(tmp_path), t)
    assert [(row.shown, row.name) for row in model.rows] == [(True, "jateng.geojson, edisi tidak disebut")]
