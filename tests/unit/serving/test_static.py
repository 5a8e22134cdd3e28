"""Scripts and styles from memory: those that there are, unchanged, and nothing else."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.responses import PlainTextResponse

from pages.serving import static


def _get(path: str, method: str = "GET") -> httpx.Response:
    async def send() -> httpx.Response:
        beyond = static.FromMemory(PlainTextResponse("beyond", 404))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(beyond), base_url="http://127.0.0.1") as client:
            return await client.request(method, path)

    return asyncio.run(send())


@pytest.mark.parametrize(
    ("name", "kept"), [("/static/js/index.", "immutable"), ("/_stcore/bidi-components/ikrar.map/map.js", "no-cache")]
)
def test_a_file_comes_unchanged(name: str, kept: str) -> None:
    address, (path, _) = next((address, file) for address, file in static.files().items() if address.startswith(name))
    answer = _get(address)
    assert answer.content == path.read_bytes()
    assert answer.headers["content-type"].startswith("text/javascript")
    assert kept in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/static/js/none.js", "GET"),
        ("/static/../index.html", "GET"),
        ("/static/", "GET"),
        ("/", "GET"),
        ("/x", "POST"),
    ],
)
def test_anything_else_goes_on(path: str, method: str) -> None:
    assert _get(path, method).text == "beyond"
