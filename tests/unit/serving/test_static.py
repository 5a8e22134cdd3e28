"""Streamlit's files from memory: those that there are, unchanged, and nothing else."""

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


def test_a_file_comes_unchanged_and_for_ever() -> None:
    path = next(static.FOLDER.glob("js/index.*.js"))
    answer = _get(f"/static/js/{path.name}")
    assert answer.content == path.read_bytes()
    assert answer.headers["content-type"].startswith(("text/javascript", "application/javascript"))
    assert "immutable" in answer.headers["cache-control"]


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
