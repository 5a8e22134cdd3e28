"""`GET /healthz`: whether figures can be shown, and as of which snapshot."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from i18n import IkrarError, NotFound
from pages import stores


def healthz(_: Request) -> Response:
    """200 with the snapshot's number, or 503 where the store cannot be read. Never a path or a trace."""
    try:
        frames = stores.frames(stores.store_path())
    except NotFound:
        return _unwell("no_store")
    except (IkrarError, OSError):
        return _unwell("damaged")
    found = {"status": "ok", "snapshot": frames.snapshot.number, "simulated": frames.is_simulated}
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


def _unwell(status: str) -> Response:
    return JSONResponse({"status": status}, 503, {"Cache-Control": "no-store"})
