"""`GET /geo/<name>-<digest>.json`: a map's outlines, compressed once, kept by browsers for ever under their digest."""

from __future__ import annotations

import gzip
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

import geo
from pages import stores
from pages.serving.caching import FOREVER


def url(layer: geo.Layer) -> str:
    """The address of a map. It changes whenever the map does."""
    return f"/geo/{layer.file_name}"


@lru_cache(maxsize=8)
def _packed(layer: geo.Layer) -> bytes:
    return gzip.compress(layer.body, compresslevel=9, mtime=0)


async def answer(request: Request) -> Response:
    """The map as JSON, gzipped for who takes it; 304 for who has it; 404 for a digest that is not in force."""
    layer = next((layer for layer in geo.layers(stores.store_path()) if url(layer) == request.url.path), None)
    if layer is None:
        return Response(status_code=404)
    headers = {"ETag": f'"{layer.sha256}"', "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if layer.sha256 in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_packed(layer), media_type="application/json", headers=headers | {"Content-Encoding": "gzip"})
    return Response(layer.body, media_type="application/json", headers=headers)
