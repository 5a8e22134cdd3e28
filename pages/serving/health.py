"""`GET /healthz`: whether figures can be shown, and as of which snapshot."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from i18n import IkrarError
from pages import stores


def healthz(_: Request) -> Response:
    """200 with the snapshot's number, or 503 where the store cannot be read. Never a path or a trace."""
    try:
        frames = stores.frames(stores.store_path())
    except (IkrarError, OSError):
        return JSONResponse({"status": "no_store"}, 503, {"Cache-Control": "no-store"})
    found = {"status": "ok", "snapshot": frames.snapshot.number, "simulated": frames.is_simulated}
    return JSONResponse(found, headers={"Cache-Control": "no-store"})
