"""The page *Ambil data*: what it counts, what it prints of the routes, and that its Python runs as printed."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from typer.testing import CliRunner

from etl.cli.app import build as command_line
from i18n import text
from pages import stores
from pages.data.examples import FALLBACK, examples, origin
from pages.data.model import build
from pages.serving import api
from pages.serving.api.app import document


@pytest.fixture
def address(built_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Address of the API over the real store, on a port of its own."""
    monkeypatch.setenv("IKRAR_STORE", str(built_store))
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")
    stores.clear()
    config = uvicorn.Config(Starlette(routes=api.mounted()), log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_the_python_runs_as_it_is_printed(address: str, built_store: Path, context_of, bundled_frames) -> None:
    view = build(context_of(bundled_frames))
    shown = {one.anchor: one for one in examples(address, view.path, view.query | {"limit": "10"}, text("id"))}
    code = shown["python"].code
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], check=True, stdout=subprocess.PIPE, encoding="utf-8", timeout=60
    )
    first, *lines = ran.stdout.splitlines()
    options = ["--level", view.query["level"], "--campaign", view.query["campaign"], "--store", str(built_store)]
    said = CliRunner().invoke(command_line(), ["query", view.query["indicator"], *options, "--json"])
    rows = json.loads(said.stdout)
    assert first == "snapshot 1"
    assert lines == ["\t".join(str(row[name]) for name in ("code", "name", "state", "low", "high")) for row in rows]
    assert len(rows) == 38, "the answer has several pages"


def test_each_table_has_the_rows_that_the_page_says(address: str, context_of, bundled_frames) -> None:
    for route in build(context_of(bundled_frames)).routes:
        with urllib.request.urlopen(f"{address}{route.csv}") as answer:  # noqa: S310  # our own loopback address
            rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
        assert len(rows) == (38 if route.rows is None else route.rows) > 0


def test_every_program_asks_the_same(context_of, bundled_frames) -> None:
    view = build(context_of(bundled_frames))
    query = view.query | {"as-of": "12"}
    for example in examples("https://ikrar.example.go.id", view.path, query, text("id")):
        if example.code:
            assert "https://ikrar.example.go.id" in example.code
            for name, value in query.items():
                assert re.search(rf'{name}[`"]*\s*[=:]\s*"?{value}', example.code), (example.program, name)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://10.1.2.3:8501/data?bahasa=en", "http://10.1.2.3:8501"),
        ("https://ikrar.example.go.id/data", "https://ikrar.example.go.id"),
        (None, FALLBACK),
        ('http://a"&Text.From(1)/data', FALLBACK),
        ("javascript:alert(1)", FALLBACK),
    ],
)
def test_the_address_is_the_readers(url: str | None, expected: str) -> None:
    assert origin(url) == expected


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_prints_what_the_description_says(draw_page, html_of, built_store: Path, language) -> None:
    app = draw_page("data", built_store, language)
    html, t = html_of(app), text(language)
    described = document()
    for path in ("regions", "events", "coverage", "sources"):
        operation = described["paths"][f"/{path}"]["get"]
        assert f"/api/v1/{path}" in html
        for parameter in operation["parameters"]:
            assert f"<code>{parameter['name']}</code>" in html
            words = t(parameter["description"])
            assert (words == parameter["description"]) == (language == "en")
            assert words.split("`")[0] in html.replace("&#x27;", "'")
    assert "552" in html
    assert len(app.code) == 4


def test_the_example_data_is_asked_for_as_such(
    draw_page, html_of, built_store: Path, example_store: Path, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(stores, "sample_path", lambda: example_store)
    app = draw_page("data", built_store, data="contoh")
    assert "data=contoh" in html_of(app)
    assert all("contoh" in block.value for block in app.code)


def test_another_state_is_asked_for_as_such(draw_page, html_of, built_store: Path) -> None:
    app = draw_page("data", built_store, per="1")
    assert "as-of=1" in html_of(app)
    assert all("as-of" in block.value for block in app.code)
