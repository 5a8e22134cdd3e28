"""The ASGI application: the pages, and beside them our own routes, under one set of guards."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from pages import components
from pages.navigation import ENTRIES
from pages.serving import api, geometry, settings, static, warming
from pages.serving.files import Files
from pages.serving.guard import Guard
from pages.serving.health import healthz
from pages.serving.mishap import on_script_error
from pages.serving.shell import shell


@asynccontextmanager
async def _started(_: st.App) -> AsyncIterator[None]:
    """The components' files are there before the first visitor's page has run: documents name them early. What
    downloads need is loaded later, when nobody waits for it."""
    components.declare()
    loading = asyncio.create_task(warming.load())
    yield
    loading.cancel()


_hosts = settings.apply()
_shell = shell()

app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    routes=[
        Route("/healthz", healthz),
        Route("/geo/{file}", geometry.answer),
        *api.mounted(),
        *_shell.routes(entry.name for entry in ENTRIES),
    ],
    middleware=[
        Middleware(Guard, hosts=_hosts, script_hashes=_shell.hashes),
        Middleware(Files, address=settings.listens_on(), limit=settings.upload_limit()),
        Middleware(static.FromMemory),
    ],
    lifespan=_started,
    on_script_error=on_script_error,
)
