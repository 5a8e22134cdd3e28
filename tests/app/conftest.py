"""One page at a time, without the frame around it: its model as a value, and what it draws."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import pytest
from streamlit.testing.v1 import AppTest

from i18n import Language, text
from pages import stores
from pages.context import Context, Filters
from warehouse.frames import Frames
from warehouse.store import Store


class DrawPage(Protocol):
    """Draws `pages/<name>` of a store under a link's own keys."""

    def __call__(self, name: str, store: Path, language: Language = "id", **params: str) -> AppTest: ...


@pytest.fixture(scope="session")
def example_frames(example_store: Path) -> Frames:
    """The example's tables."""
    return Store(example_store).frames()


@pytest.fixture
def context_of() -> Callable[..., Context]:
    """A page's input: frames, language, `filters` by name, and the link's own keys."""

    def make(
        frames: Frames, language: Language = "id", filters: dict[str, Any] | None = None, **params: str
    ) -> Context:
        return Context(frames, Filters(**(filters or {})), text(language), MappingProxyType(params))

    return make


@pytest.fixture
def store(built_store: Path, tmp_path: Path) -> Path:
    """A store of this test's own."""
    return shutil.copytree(built_store, tmp_path / "store")


def _script(name: str) -> None:
    from importlib import import_module

    import streamlit as st

    from i18n import text
    from pages import frame, link

    query = st.query_params.to_dict()
    context, *_ = frame.opened(query, text(link.language(query)))
    import_module(f"pages.{name}.page").render(context)


@pytest.fixture
def draw_page(monkeypatch: pytest.MonkeyPatch) -> DrawPage:
    """Draws a page; caches are cleared first, because they leak between tests."""

    def draw(name: str, store: Path, language: Language = "id", **params: str) -> AppTest:
        stores.clear()
        monkeypatch.setenv("IKRAR_STORE", str(store))
        app = AppTest.from_function(_script, default_timeout=60, args=(name,))
        app.query_params.update({**params, "bahasa": language})
        return app.run()

    return draw


@pytest.fixture
def html_of() -> Callable[[AppTest], str]:
    """All HTML a page drew; fails where it raised."""

    def read(app: AppTest) -> str:
        assert not app.exception
        return "\n".join(element.proto.body for element in app.get("html"))

    return read
