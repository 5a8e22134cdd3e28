"""Files from and to a browser: who may send one and who may take one away.

There is no login yet. So only the person at this PC may: the server listens on loopback, the request comes from
loopback and names a loopback host, and no page of another site stands behind it. A file may only be brought to a page
that is open: its address names a live session. Downloads have no session in their address; Streamlit keeps one only
while the session that made it lives, under a digest of what is in it.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import runtime

from etl.cli.serve import is_loopback
from pages.serving.guard import host_name

UPLOADS, DOWNLOADS = "/_stcore/upload_file", "/media"
LOOPBACK_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_FRAME = 1024 * 1024
"""Bytes that a browser puts around the file; Streamlit grants as many."""
_METHODS = {UPLOADS: ("PUT", "DELETE"), DOWNLOADS: ("GET", "HEAD")}


@dataclass(frozen=True, slots=True)
class Refusal:
    """An HTTP status and a word for the log of a browser."""

    status: int
    words: str


def is_live(session_id: str) -> bool:
    """True for the session of a page that is open now."""
    return runtime.exists() and runtime.get_instance().is_active_session(session_id)


class Files:
    """ASGI middleware before Streamlit's routes for uploads and downloads.

    `address` is what the server listens on ("" = not known, taken for the worst); `limit` the bytes of one file;
    `live` tells of a session id whether its page is open. Streamlit still checks its XSRF token and counts the bytes
    as they come, so that a body that hides its length ends at the limit too.
    """

    def __init__(self, app: ASGIApp, address: str, limit: int, live: Callable[[str], bool] = is_live) -> None:
        self._app, self._local, self._limit, self._live = app, is_loopback(address), limit, live

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        place = _place(scope)
        refusal = self._refusal(scope, place) if place else None
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            headers = {"Connection": "close", "Cache-Control": "no-store"}
            await PlainTextResponse(refusal.words, refusal.status, headers)(scope, receive, send)

    def _refusal(self, scope: Scope, place: str) -> Refusal | None:
        headers = Headers(scope=scope)
        if scope["method"] not in _METHODS[place]:
            return Refusal(405, "Method not allowed")
        if not (self._local and _from_here(scope, headers)):
            return Refusal(401, "Files may only be sent and fetched at the PC that Ikrar runs on")
        return self._upload(scope["path"], headers) if place == UPLOADS else None

    def _upload(self, path: str, headers: Mapping[str, str]) -> Refusal | None:
        session_id, _, file_id = path.removeprefix(UPLOADS).strip("/").partition("/")
        if "origin" not in headers or not file_id or not self._live(session_id):
            return Refusal(401, "No page is open for this file")
        length = headers.get("content-length", "0")
        if not length.isdecimal():
            return Refusal(400, "Content-Length is no number")
        return Refusal(413, "The file is too large") if int(length) > self._limit + _FRAME else None


def _place(scope: Scope) -> str | None:
    path = scope["path"].rstrip("/") if scope["type"] == "http" else ""
    return next((place for place in _METHODS if path == place or path.startswith(f"{place}/")), None)


def _from_here(scope: Scope, headers: Mapping[str, str]) -> bool:
    """True for a request from this PC, to it by a name of its own, and from no other site's page."""
    host = headers.get("host", "")
    own = headers.get("origin", f"{scope['scheme']}://{host}") == f"{scope['scheme']}://{host}"
    same_site = headers.get("sec-fetch-site", "none") in {"same-origin", "none"}
    return host_name(host) in LOOPBACK_NAMES and own and same_site and _is_here(scope.get("client"))


def _is_here(client: tuple[str, int] | None) -> bool:
    try:
        return client is not None and ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False
