"""What stands before the routes: HEAD, the spelling of parameters, and how many questions are answered at once."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.serving.api import accept, problems

ALLOWED = {"Allow": "GET, HEAD, OPTIONS"}
PUT_OFF = {"Retry-After": "1"}

AT_ONCE = 32
"""Questions answered at the same time. The process has more threads than that, so the pages always find one."""


class Methods:
    """ASGI middleware around the routes, which know GET alone.

    HEAD is GET without the body. An underscore in a parameter's name is read as a hyphen, and a parameter that is given
    twice is refused: which of the two was meant, nobody can tell. More questions at once than `AT_ONCE` are put off.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._now = app, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked, twice = _spelt(scope["query_string"])
        inner = {**scope, "query_string": asked, "method": "GET" if scope["method"] == "HEAD" else scope["method"]}
        sent = _without_body(send) if scope["method"] == "HEAD" else send
        if twice or self._now >= AT_ONCE:
            t, path = accept.words(Request(inner)), scope["path"]
            refusal = problems.of_repeated(twice, path, t) if twice else problems.of_status(429, path, t, PUT_OFF)
            await refusal(inner, receive, sent)
            return
        self._now += 1
        try:
            await self._app(inner, receive, sent)
        finally:
            self._now -= 1


def _spelt(query: bytes) -> tuple[bytes, list[str]]:
    """The query with hyphens in its names, and the names that it gives more than once."""
    parts = [part.partition(b"=") for part in query.split(b"&") if part]
    names = [name.replace(b"_", b"-") for name, _, _ in parts]
    twice = [name.decode("ascii", "replace") for name, count in Counter(names).items() if count > 1]
    return b"&".join(name + joint + value for name, (_, joint, value) in zip(names, parts, strict=True)), twice


def _without_body(send: Send) -> Send:
    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {"type": "http.response.body", "body": b"", "more_body": message.get("more_body", False)}
        await send(message)

    return send_head
