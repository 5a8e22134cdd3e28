"""Who may send a file and fetch one: the person at this PC with the page open, and nobody else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from pages.serving.files import Files

LIMIT = 25 * 1024 * 1024
UPLOAD, DOWNLOAD = "/_stcore/upload_file/open/file-1", "/media/0a1b.xlsx"
HOST = "127.0.0.1:8501"
GOOD = {"host": HOST, "origin": f"http://{HOST}", "sec-fetch-site": "same-origin", "content-length": "1000"}


def answer(path: str, method: str, address: str = "127.0.0.1", client: Any = ("127.0.0.1", 5), **headers: Any) -> int:
    """The status; 200 where the request went through to Streamlit. A header of null is not sent."""
    sent: list[Message] = []

    async def streamlit(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def receive() -> Message:
        raise AssertionError("a refused body is not read")

    async def send(message: Message) -> None:
        sent.append(message)

    said = {name.replace("_", "-"): value for name, value in headers.items()}
    pairs = [(name.encode(), value.encode()) for name, value in (GOOD | said).items() if value is not None]
    scope = {"type": "http", "method": method, "path": path, "scheme": "http", "headers": pairs, "client": client}
    guarded = Files(streamlit, address, LIMIT, live=lambda session: session == "open")
    asyncio.run(guarded(scope, receive, send))
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("path", "method"),
    [(UPLOAD, "PUT"), (UPLOAD, "DELETE"), (DOWNLOAD, "GET"), (DOWNLOAD, "HEAD"), ("/opd", "GET"), ("/mediator", "GET")],
)
def test_the_person_at_this_pc_may(path: str, method: str) -> None:
    assert answer(path, method) == 200


@pytest.mark.parametrize("path", [UPLOAD, DOWNLOAD])
@pytest.mark.parametrize(
    "strange",
    [
        {"address": "0.0.0.0"},  # noqa: S104  # an address to refuse, not to bind
        {"address": "192.168.1.5"},
        {"address": ""},
        {"client": ("192.168.1.7", 5)},
        {"client": ("not an address", 5)},
        {"client": None},
        {"host": "ikrar.example", "origin": "http://ikrar.example"},
        {"host": None},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8501"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
    ids=str,
)
def test_strangers_may_not(path: str, strange: dict[str, Any]) -> None:
    assert answer(path, "PUT" if path == UPLOAD else "GET", **strange) == 401


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/_stcore/upload_file/closed/file-1", "PUT", {}, 401),
        ("/_stcore/upload_file/closed/file-1", "DELETE", {}, 401),
        ("/_stcore/upload_file/open", "PUT", {}, 401),
        ("/_stcore/upload_file/open/", "PUT", {}, 401),
        ("/_stcore/upload_file", "PUT", {}, 401),
        (UPLOAD, "PUT", {"origin": None}, 401),
        (UPLOAD, "POST", {}, 405),
        (UPLOAD, "GET", {}, 405),
        (UPLOAD, "OPTIONS", {}, 405),
        (DOWNLOAD, "PUT", {}, 405),
        (UPLOAD, "PUT", {"content_length": str(LIMIT * 2)}, 413),
        (UPLOAD, "PUT", {"content_length": "1e9"}, 400),
        (UPLOAD, "PUT", {"content_length": "-1"}, 400),
        (UPLOAD, "PUT", {"content_length": None}, 200),
        (DOWNLOAD, "GET", {"origin": None, "sec_fetch_site": None}, 200),
    ],
)
def test_only_what_a_page_asks_for(path: str, method: str, headers: dict[str, Any], status: int) -> None:
    assert answer(path, method, **headers) == status
