"""`GET /static/…`: Streamlit's scripts, styles and fonts from memory.

A page asks for about a hundred of them. Streamlit opens and describes each file anew in a thread, and on an office PC
that waiting is a third of the time until a page is complete.
"""

from __future__ import annotations

import mimetypes
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.serving.caching import FOREVER

PREFIX = "/static/"
TYPES = {".js": "text/javascript", ".css": "text/css"}
"""Said here because Windows takes them from its registry, where programs have been known to call scripts plain text."""

FOLDER = Path(streamlit.__file__).parent / "static" / "static"


@cache
def _names(folder: Path) -> frozenset[str]:
    """What may be asked for: the files there were at the start, so that no address leads out of the folder."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@cache
def _file(path: Path) -> tuple[bytes, str]:
    return path.read_bytes(), TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


class FromMemory:
    """ASGI middleware that answers for these files itself; everything else, and any other name, goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection. Browsers keep the file for ever: its name holds its digest."""
        name = scope["path"].removeprefix(PREFIX) if scope["type"] == "http" and scope["method"] == "GET" else None
        if name not in _names(FOLDER):
            await self._app(scope, receive, send)
            return
        body, media_type = _file(FOLDER / name)
        await Response(body, media_type=media_type, headers={"Cache-Control": FOREVER})(scope, receive, send)
