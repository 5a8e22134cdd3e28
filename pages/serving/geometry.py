"""`GET /geo/<name>-<digest>.json`: a map layer, compressed once, kept by the browser for ever under its digest."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

import geo
from pages.serving.shell import FOREVER


def url(layer: geo.Layer) -> str:
    """The address of a layer. It changes whenever the layer does."""
    return f"/geo/{layer.name}-{layer.sha256[:12]}.json"


@cache
def _packed(path: Path, digest: str) -> tuple[bytes, bytes]:  # noqa: ARG001  # the digest keys the cache
    plain = path.read_bytes()
    return plain, gzip.compress(plain, compresslevel=9, mtime=0)


def answer(request: Request) -> Response:
    """The layer as JSON, gzipped for who takes it; 304 for who has it; 404 for a digest that is not in force."""
    layer = next((layer for layer in geo.layers() if url(layer) == request.url.path), None)
    if layer is None:
        return Response(status_code=404)
    headers = {"ETag": f'"{layer.sha256}"', "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if layer.sha256 in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    plain, packed = _packed(layer.path, layer.sha256)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, media_type="application/json", headers=headers | {"Content-Encoding": "gzip"})
    return Response(plain, media_type="application/json", headers=headers)
