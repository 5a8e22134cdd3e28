"""What stands in front of everything: who may ask, what nobody may do, and the headers on every answer."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METRICS = "/_stcore/metrics"

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), payment=(), usb=()",
}


def host_name(host: str | None) -> str | None:
    """The name in a Host header, lower case, without port; null for what is no plain host."""
    if not host:
        return None
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018  # raises on a port that is no number
    except ValueError:
        return None
    plain = not (parts.username or parts.password or parts.path or parts.query or parts.fragment)
    return parts.hostname.lower().rstrip(".") if plain and parts.hostname else None


def content_policy(host: str, script_hashes: Collection[str]) -> str:
    """The content security policy for pages asked for under `host`. Nothing may come from or go to anywhere else."""
    hashes = " ".join(f"'{value}'" for value in script_hashes)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {hashes}".rstrip(),
            "style-src 'self' 'unsafe-inline'",  # Streamlit's components style themselves at run time
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' ws://{host} wss://{host}",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
        )
    )


class Guard:
    """ASGI middleware around routes, pages and static files alike.

    A request under another host name is refused (DNS rebinding), over HTTP and WebSocket. Streamlit's own metrics, open
    to anyone by default, are closed. Who may send and fetch files is said in `pages/serving/files.py`.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], script_hashes: Collection[str]) -> None:
        self._app, self._hosts, self._hashes = app, frozenset(hosts), tuple(script_hashes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host")
        allowed = host_name(host) in self._hosts
        if scope["type"] == "websocket":
            if allowed:
                await self._app(scope, receive, send)
            else:
                await send({"type": "websocket.close", "code": 1008})
            return
        policy = content_policy(host if allowed and host else "", self._hashes)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        if not allowed:
            await PlainTextResponse("Unknown host", 421)(scope, receive, send_guarded)
        elif _is_below(_METRICS, scope["path"]):
            await PlainTextResponse("Metrics are closed", 403)(scope, receive, send_guarded)
        else:
            await self._app(scope, receive, send_guarded)


def _is_below(place: str, path: str) -> bool:
    return path.rstrip("/") == place or path.startswith(f"{place}/")
