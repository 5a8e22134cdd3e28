"""Scripts, styles and fonts from memory: Streamlit's under `/static/`, and those of our components.

A page asks for about a hundred of them. Streamlit opens and describes each file anew in a thread, and on an office PC
that waiting is a third of the time until a page is complete.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages import components
from pages.serving.caching import FOREVER

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
TYPES = {".js": "text/javascript", ".css": "text/css"}
"""Said here because Windows takes them from its registry, where programs have been known to call scripts plain text."""


@cache
def files() -> Mapping[str, tuple[Path, str]]:
    """Address to file and how long a browser may keep it; only what was there at the start can be asked for.

    The names of Streamlit's files hold their digests; ours do not, so a browser asks again.
    """
    theirs = {f"/static/{path.relative_to(FOLDER).as_posix()}": (path, FOREVER) for path in _below(FOLDER)}
    ours = {address: (path, "no-cache") for address, path in components.files().items()}
    return theirs | ours


def _below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@cache
def _content(path: Path) -> tuple[bytes, str]:
    return path.read_bytes(), TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


class FromMemory:
    """ASGI middleware that answers for these files itself; everything else goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        wanted = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        if wanted not in files():
            await self._app(scope, receive, send)
            return
        path, kept = files()[wanted]
        body, media_type = _content(path)
        await Response(body, media_type=media_type, headers={"Cache-Control": kept})(scope, receive, send)
