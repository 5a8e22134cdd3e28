"""The whole application over stores of our own, without a socket."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import httpx
import pytest

from pages import stores


class Ask(Protocol):
    """One request below `/api/v1`; header names are spelt with underscores."""

    def __call__(self, path: str, method: str = "GET", **headers: str) -> httpx.Response: ...


@pytest.fixture(scope="module")
def served(built_store: Path, example_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folder of the real store; the example stands beside it, as the process finds them. Asked from this PC."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(built_store, folder / "store")
    shutil.copytree(example_store, folder / "store-contoh")
    import app  # noqa: F401  # its middleware asks once where it listens: before this says a place, as for every test

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IKRAR_STORE", str(folder / "store"))
        patch.setenv("IKRAR_ADDRESS", "127.0.0.1")
        stores.clear()
        yield folder / "store"
        stores.clear()


@pytest.fixture
def ask(served: Path) -> Ask:
    """Asks the application with all its guards."""
    from app import app

    def request(path: str, method: str = "GET", **headers: str) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8501") as client:
                sent = {name.replace("_", "-"): value for name, value in headers.items()}
                return await client.request(method, f"/api/v1/{path}", headers=sent)

        return asyncio.run(send())

    return request
