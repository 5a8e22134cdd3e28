"""The frame without a browser: the same page in another language, example data says so, a mishap stays calm."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.simulate import load_example
from i18n import BadInput
from pages import navigation, stores
from pages.serving import mishap

MAIN = Path(__file__).parents[3] / "pages" / "main.py"


@pytest.fixture
def app(built_store: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    stores.clear()
    monkeypatch.setenv("IKRAR_STORE", str(built_store))
    return AppTest.from_file(str(MAIN), default_timeout=60)


@pytest.fixture(scope="session")
def small_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example store of 40 000 people."""
    folder = tmp_path_factory.mktemp("example") / "store"
    load_example(folder, dt.datetime(2024, 11, 1, tzinfo=dt.UTC), people=40_000)
    return folder


def drawn(app: AppTest) -> str:
    """All HTML on the page."""
    assert not app.exception
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize(
    ("per", "said"),
    [
        ("1", "keadaan menurut snapshot 1 "),
        ("2024-09-25", "keadaan per 25 September 2024 (snapshot 1)."),
        ("1@2024-09-25", "keadaan per 25 September 2024 (snapshot 1)."),
    ],
)
def test_an_older_state_says_so_and_leads_back(app: AppTest, per: str, said: str) -> None:
    app.query_params.update({"per": per, "wilayah": "33.03"})
    html = drawn(app.run())
    assert said in html
    assert 'href="/?wilayah=33.03"' in html, "back to the newest"
    pinned = "1" if per == "1" else "1@2024-09-25"
    assert f'href="/?per={pinned}&amp;wilayah=33.03"' in html, "the permanent link names the snapshot"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        *(("per", per, f"Keadaan per “{per}”") for per in ("99", "kemarin", "0001-01-01", "1@", "1@kemarin")),
        ("provinsi", "99", "Provinsi “99”"),
        ("wilayah", "99.<b>", "Wilayah “99.&lt;b&gt;”"),
    ],
)
def test_what_of_a_link_there_is_not_is_named_and_left_out(app: AppTest, key: str, value: str, said: str) -> None:
    app.query_params[key] = value
    html = drawn(app.run())
    assert f"diabaikan: {said}." in html
    assert "Kembali ke yang terbaru" not in html


def test_example_data_says_so(app: AppTest, small_example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = drawn(app.run())
    assert "DATA CONTOH:" not in html
    assert 'href="/?data=contoh"' in html
    monkeypatch.setattr(stores, "sample_path", lambda: small_example)
    app.query_params["data"] = "contoh"
    html = drawn(app.run())
    assert "DATA CONTOH:" in html
    assert '<a href="/">Data asli</a>' in html


def test_the_other_language_is_a_link_that_keeps_the_filters(app: AppTest) -> None:
    app.query_params.update({"provinsi": "33", "acara": "kulon-progo-2023-08-02"})
    there = "/?provinsi=33&amp;acara=kulon-progo-2023-08-02&amp;bahasa=en"
    assert f'<a href="{there}" lang="en" hreflang="en">English</a>' in drawn(app.run())
    app.query_params["bahasa"] = "en"
    html = drawn(app.run())
    assert "How far are neutrality pledges documented?" in html
    assert f'<a href="{there.removesuffix("&amp;bahasa=en")}" lang="id" hreflang="id">Indonesia</a>' in html


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        (BadInput("“{word}” is not a level.", word="desa"), "“desa” bukan tingkat wilayah."),
        (RuntimeError("secret /etc/passwd"), "Halaman ini tidak dapat ditampilkan."),
    ],
)
def test_a_mishap_is_shown_without_its_trace(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception, shown: str
) -> None:
    monkeypatch.setattr(navigation.Entry, "render", lambda entry, context: mishap.on_script_error(fault))
    with caplog.at_level(logging.WARNING, logger="ikrar"):
        html = drawn(app.run())
    assert shown in html
    assert "passwd" not in html
    if isinstance(fault, RuntimeError):
        (record,) = caplog.records
        code = record.getMessage().removeprefix("mishap ")
        assert len(code) == 6
        assert code in html
        assert record.exc_info
