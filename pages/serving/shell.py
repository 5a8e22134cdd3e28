"""The HTML document around the pages: Streamlit's index.html with our name, language, style and script.

Streamlit's own says `lang="en"` and "Streamlit" until its script has run. Built once at start.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from i18n import LANGUAGES, Language, Text, text
from pages import link
from pages.context import HOME
from pages.serving import preload
from pages.serving.caching import FOREVER
from pages.ui.html import Html, tag

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
ASSETS = Path(__file__).parents[1] / "ui" / "assets"

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of ours that the document asks for. Its address holds its digest, so it may be kept for ever."""

    path: str
    body: bytes
    media_type: str


def assets(folder: Path = ASSETS) -> dict[str, Asset]:
    """The shell's own files by name."""
    found = {}
    for file in sorted(folder.iterdir()):
        if file.suffix in _TYPES:
            body = file.read_bytes()
            digest = hashlib.sha256(body).hexdigest()[:12]
            found[file.name] = Asset(f"/ikrar/{file.stem}-{digest}{file.suffix}", body, _TYPES[file.suffix])
    return found


def document(index: str, own: dict[str, Asset], t: Text) -> str:
    """The document in one language. Raises `LookupError` when Streamlit's index.html is no longer what we know."""
    style = f'<link rel="stylesheet" href="{own["ikrar.css"].path}">'
    script = f'<script src="{own["shell.js"].path}"></script>'
    replaced = (
        (r'<html lang="en">', f'<html lang="{t.language}">'),
        (r"<title>Streamlit</title>", "<title>Ikrar</title>"),
        (r'href="\./favicon\.png"', f'href="{own["mark.svg"].path}"'),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<noscript>.*?</noscript>", str(tag("noscript", tag("p", t("This page needs JavaScript."))))),
        (r"</head>", f"{style}{script}</head>"),
    )
    for pattern, new in replaced:
        index, count = re.subn(pattern, new.replace("\\", r"\\"), index, flags=re.DOTALL)
        if count != 1:
            raise LookupError(f"{pattern!r} occurs {count} times in Streamlit's index.html")
    return index


def script_hashes(html: str) -> tuple[str, ...]:
    """`sha256-…` of every inline script, for the content security policy."""
    digests = (hashlib.sha256(body.encode()).digest() for body in _SCRIPT.findall(html))
    return tuple(f"sha256-{base64.b64encode(digest).decode()}" for digest in digests)


@dataclass(frozen=True, slots=True)
class Shell:
    """The document in every language, and the files it asks for."""

    documents: dict[Language, str]
    own: dict[str, Asset]

    @property
    def hashes(self) -> tuple[str, ...]:
        """Hashes of the inline scripts, the same in every language."""
        return script_hashes(self.documents["id"])

    def routes(self, names: Iterable[str]) -> list[Route]:
        """Routes for `/`, every page, our files, and a calm answer where there is no page."""
        pages = [Route(f"/{name}", self._home if name == HOME else self._page) for name in names]
        files = [Route(asset.path, _file(asset)) for asset in self.own.values()]
        # Streamlit's script asks for its own mark by this name, whatever the document says
        favicon = Route("/favicon.png", _file(self.own["mark.svg"]))
        return [Route("/", self._page), *pages, *files, favicon, Route("/{name}", self._missing)]

    async def _page(self, request: Request) -> Response:
        html = self.documents[link.language(request.query_params)]
        more = preload.head(request.url.path.strip("/"), request.query_params)
        return self._answer(html.replace("</head>", f"{more}</head>", 1))

    async def _home(self, request: Request) -> Response:
        """The first page has one address, the root; its name leads there."""
        return RedirectResponse(request.url.replace(scheme="", netloc="", path="/"), 307)

    async def _missing(self, request: Request) -> Response:
        t = text(link.language(request.query_params))
        style = Html(
            f'<meta charset="utf-8"><link rel="stylesheet" href="{self.own["ikrar.css"].path}">'
            f'<link rel="icon" href="{self.own["mark.svg"].path}">'
        )
        body = tag(
            "main", tag("h1", t("There is no such page")), tag("a", t("To the summary"), href="/"), class_="bare"
        )
        return self._answer(f"<!DOCTYPE html>{tag('html', style, body, lang=t.language)}", 404)

    def _answer(self, html: str, status: int = 200) -> Response:
        return HTMLResponse(html, status, {"Cache-Control": "no-cache"})


def shell() -> Shell:
    """The shell of the installed Streamlit."""
    index, own = INDEX.read_text(encoding="utf-8"), assets()
    return Shell({language: document(index, own, text(language)) for language in LANGUAGES}, own)


def _file(asset: Asset) -> Callable[[Request], Awaitable[Response]]:
    async def answer(_: Request) -> Response:
        return Response(asset.body, media_type=asset.media_type, headers={"Cache-Control": FOREVER})

    return answer
