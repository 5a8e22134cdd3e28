"""What the map page draws around the map: the sentence, what is listed apart, the sources; calm where nothing is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from warehouse import contract
from warehouse.store import Store


@pytest.mark.parametrize(
    ("language", "link", "phrases"),
    [
        ("id", {}, ["dari 38 provinsi memiliki bukti ikrar", "Dicatat terpisah", "Sumber", 'data-state="nilai"']),
        ("en", {}, ["of 38 provinces have documented evidence", "Listed apart", "Sources"]),
        ("id", {"ukuran": "reporting_rate"}, ["Di Indonesia, ", 'data-indicator="reporting_rate"']),
        ("id", {"lapis2": "ikp"}, ["paling rawan menurut indeks Bawaslu", "Provinsi dalam indeks Bawaslu", "55,87"]),
        ("id", {"banding": "pemilihan"}, ["Dari 38 provinsi, dari “Pemilu 2024” ke “Pilkada 2024”"]),
        ("en", {"putar": "1", "kelas": "alami"}, ["of 38 provinces have documented evidence"]),
    ],
)
def test_the_page_says_what_the_map_shows(
    built_store: Path,
    draw_page: Callable[..., AppTest],
    html_of: Callable[[AppTest], str],
    language: str,
    link: dict[str, str],
    phrases: list[str],
) -> None:
    html = html_of(draw_page("peta", built_store, language, **link))
    assert [phrase for phrase in phrases if phrase not in html] == []


def test_the_controls_over_two_maps_write_the_link(built_store: Path, draw_page: Callable[..., AppTest]) -> None:
    assert not draw_page("peta", built_store).selectbox  # one map draws its own controls
    app = draw_page("peta", built_store, banding="pemilihan")
    app.selectbox(key="link-ukuran-Ukuran").select("signed_rate").run()
    app.selectbox(key="link-kelas-Kelas").select("alami").run()
    app.selectbox(key="link-banding-Bandingkan").select("tanggal").run()
    assert not app.exception
    written = {key: app.query_params[key] for key in ("ukuran", "kelas", "banding")}
    assert written == {"ukuran": "signed_rate", "kelas": "alami", "banding": "tanggal"}
    app.date_input(key="link-banding_a").set_value(dt.date(2023, 6, 30)).run()
    assert not app.exception
    assert app.query_params["banding_a"] == "2023-06-30"
    app.selectbox(key="link-ukuran-Ukuran").select("documented_events").run()
    assert "ukuran" not in app.query_params


def test_all_regions_at_once_tell_what_they_cannot_show(
    built_store: Path, draw_page: Callable[..., AppTest], html_of: Callable[[AppTest], str]
) -> None:
    html = html_of(draw_page("peta", built_store, tingkat="kabupaten"))
    assert "acara pemerintah provinsi tidak tampak" in html
    assert "tingkat=provinsi" in html


def test_without_a_region_the_page_says_so_and_draws_no_map(
    tmp_path: Path, draw_page: Callable[..., AppTest], html_of: Callable[[AppTest], str]
) -> None:
    source = {"source_id": "s", "kind": "article", "publisher": "Koran", "grade": "D", "is_simulated": False}
    Store(tmp_path / "store").load(
        {"source": contract.frame("source", [source])},
        kind="ingest",
        name="a file",
        by="analyst",
        content_sha256="0" * 64,
        now=dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
    )
    app = draw_page("peta", tmp_path / "store")
    assert "Tidak ada wilayah dalam data ini." in html_of(app)
    assert not app.get("bidi_component")
