"""Real Chromium against a real `ikrar serve`: one server and one browser for all, a fresh page for each visit."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60.0
expect.set_options(timeout=PATIENCE * 1000)  # a busy machine is slow, not wrong
READY = '[data-testid="stApp"][data-test-script-state="notRunning"] :is(.footer, .empty)'


class Visit(Protocol):
    """Opens an address below the dashboard's and waits until the page has been drawn."""

    def __call__(self, path: str, width: int = 1440, language: Literal["id", "en"] = "id") -> Page: ...


@pytest.fixture(scope="session")
def dashboard(built_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard over a copy of the real store."""
    store = shutil.copytree(built_store, tmp_path_factory.mktemp("served") / "store")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    log = (store.parent / "log.txt").open("w+", encoding="utf-8")
    command = [sys.executable, "-c", "from etl.cli import main; main()", "serve", "--port", str(port)]
    with (
        log,
        subprocess.Popen(
            [*command, "--store", str(store)], stdout=log, stderr=log, env=os.environ | {"PYTHONUTF8": "1"}
        ) as server,
    ):
        try:
            _wait(address, server, log.name)
            yield address
        finally:
            server.kill()


def _wait(address: str, server: subprocess.Popen[bytes], log: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):  # noqa: S310  # our own loopback address
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start:\n{Path(log).read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without one these tests are skipped; in CI that is a failure."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium found, but CI must run every test")
        pytest.skip("no Chromium found: install the package `chromium`")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def windows(browser: Browser, dashboard: str) -> Iterator[Callable[[int], BrowserContext]]:
    """A browser window by width. They last, so that Streamlit's own files are loaded once."""
    opened: dict[int, BrowserContext] = {}

    def window(width: int) -> BrowserContext:
        if width not in opened:
            opened[width] = browser.new_context(
                base_url=dashboard, viewport={"width": width, "height": 900}, locale="id-ID", reduced_motion="reduce"
            )
        return opened[width]

    yield window
    for context in opened.values():
        context.close()


@pytest.fixture
def visit(windows: Callable[[int], BrowserContext], dashboard: str) -> Iterator[Visit]:
    """A visitor. When the test ends: no console error, no page error, no request to another host."""
    faults: list[str] = []
    pages: list[Page] = []

    def watch(page: Page) -> None:
        page.on("console", lambda said: said.type == "error" and faults.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"page: {error}"))
        page.on("request", lambda asked: _is_ours(asked.url, dashboard) or faults.append(f"foreign: {asked.url}"))
        page.on("websocket", lambda asked: _is_ours(asked.url, dashboard) or faults.append(f"foreign: {asked.url}"))

    def open_page(path: str, width: int = 1440, language: Literal["id", "en"] = "id") -> Page:
        page = windows(width).new_page()
        pages.append(page)
        watch(page)
        joint = "&" if "?" in path else "?"
        page.goto(f"{path}{joint}bahasa=en" if language == "en" else path)
        return settled(page)

    yield open_page
    for page in pages:
        page.close()
    assert faults == []


def settled(page: Page) -> Page:
    """The page once the script has run and the frame is drawn."""
    page.locator(READY).first.wait_for(timeout=PATIENCE * 1000)
    return page


def _is_ours(url: str, dashboard: str) -> bool:
    return url.startswith((dashboard, dashboard.replace("http", "ws", 1), "data:", "blob:"))
