"""Who may ask: host names as browsers and attackers write them."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from pages.serving.guard import Guard, content_policy, host_name
from pages.serving.shell import script_hashes


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("127.0.0.1:8501", "127.0.0.1"),
        ("LOCALHOST.", "localhost"),
        ("[::1]:8501", "::1"),
        ("localhost:http", None),
        ("localhost:99999", None),
        ("user@localhost", None),
        ("localhost/path", None),
        ("localhost?x", None),
        ("", None),
        (None, None),
    ],
)
def test_host_names(host: str | None, name: str | None) -> None:
    assert host_name(host) == name


def test_the_policy_names_no_other_host() -> None:
    policy = dict(part.split(" ", 1) for part in content_policy("127.0.0.1:8501", ["sha256-x"]).split("; "))
    assert policy["script-src"] == "'self' 'sha256-x'"
    assert policy["connect-src"] == "'self' ws://127.0.0.1:8501 wss://127.0.0.1:8501"
    for directive in ("object-src", "base-uri", "frame-ancestors"):
        assert policy[directive] == "'none'"
    assert not [value for name, value in policy.items() if "http" in value and name != "connect-src"]
    assert "unsafe" not in policy["script-src"]


def test_inline_scripts_are_known_by_their_digest() -> None:
    html = "<script>\n</script><script src='x'></script>"
    assert script_hashes(html) == ("sha256-AbpHGcgLb+kRsJGnwFEktk7uzpZOCcBY74+YBdrKVGs=",)


@pytest.mark.parametrize(("host", "reaches"), [("127.0.0.1:8501", True), ("evil.example", False), (None, False)])
def test_a_websocket_under_another_host_name_never_reaches_the_application(host: str | None, *, reaches: bool) -> None:
    reached: list[Scope] = []
    sent: list[Message] = []

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        reached.append(scope)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", host.encode())] if host else []
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    asyncio.run(Guard(application, ["127.0.0.1"], [])(scope, receive, send))
    assert bool(reached) is reaches
    assert sent == ([] if reaches else [{"type": "websocket.close", "code": 1008}])
