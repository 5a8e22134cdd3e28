"""What the process answers: health, the maps, the document, and the same guards on every one of them."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import httpx
import pytest

import geo
from pages import stores
from pages.serving import geometry

Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(built_store: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """One request to the application over the real store, without a socket."""
    monkeypatch.setenv("IKRAR_STORE", str(built_store))
    from app import app

    def request(path: str, method: str = "GET", host: str = "127.0.0.1:8501", **headers: str) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
                sent = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, path, headers=sent)

        return asyncio.run(send())

    return request


def _index_asset() -> str:
    from pages.serving.shell import shell

    return shell().own["ikrar.css"].path


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/peta?provinsi=33", "GET", 200),
        ("/ringkasan", "GET", 307),
        ("/nowhere", "GET", 404),
        ("/healthz", "GET", 200),
        ("/healthz", "POST", 405),
        ("/favicon.png", "GET", 200),
        ("/_stcore/host-config", "GET", 200),
        ("/_stcore/upload_file/s/f", "PUT", 401),
        ("/_stcore/upload_file/s/f", "DELETE", 401),
        ("/_stcore/upload_file/s/f", "OPTIONS", 405),
        ("/media/f.xlsx", "GET", 401),
        ("/_stcore/metrics", "GET", 403),
        ("/static/media/nowhere.woff2", "GET", 200),
        ("/geo/skematik-000000000000.json", "GET", 404),
        (_index_asset(), "GET", 200),
    ],
)
def test_guards_stand_before_everything(ask: Ask, path: str, method: str, status: int) -> None:
    answer = ask(path, method)
    assert answer.status_code == status
    _guarded(answer.headers)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "169.254.169.254", "localhost.evil.example:8501"]
)
def test_another_host_name_is_refused(ask: Ask, host: str) -> None:
    answer = ask("/healthz", host=host)
    assert answer.status_code == 421
    assert "snapshot" not in answer.text
    _guarded(answer.headers)


def _guarded(headers: Mapping[str, str]) -> None:
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]


def test_health_names_the_snapshot(ask: Ask) -> None:
    assert ask("/healthz").json() == {"status": "ok", "snapshot": 1, "simulated": False}


def test_health_without_a_store(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stores.clear()
    monkeypatch.setenv("IKRAR_STORE", str(tmp_path / "none"))
    answer = ask("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "no_store"})


@pytest.mark.parametrize("layer", geo.layers(), ids=lambda layer: layer.name)
def test_a_map_is_fetched_once(ask: Ask, layer: geo.Layer) -> None:
    answer = ask(geometry.url(layer), accept_encoding="gzip")
    assert answer.content == layer.body
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert len(gzip.compress(layer.body, 9)) < 200_000
    assert len(json.loads(answer.content)["regions"]) == 514
    again = ask(geometry.url(layer), if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert ask(geometry.url(layer), accept_encoding="identity").content == layer.body


@pytest.mark.parametrize(("query", "language"), [("", "id"), ("?bahasa=en", "en"), ("?bahasa=%3Cscript%3E", "id")])
def test_the_document_is_ours(ask: Ask, query: str, language: str) -> None:
    html = ask(f"/{query}").text
    assert f'<html lang="{language}">' in html
    assert "<title>Ikrar</title>" in html
    assert "service-desc" not in html
    assert html.count("/ikrar/") == 3


def test_the_first_page_has_one_address(ask: Ask) -> None:
    assert ask("/ringkasan?provinsi=33").headers["location"] == "/?provinsi=33"
