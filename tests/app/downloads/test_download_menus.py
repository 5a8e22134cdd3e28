"""Every chart, map and table can be taken away: what a menu is asked for is made, named with a code and on record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from etl.issuing import Issued, Progress
from etl.issuing.listed import listed
from etl.issuing.lookup import Found, find
from i18n import IkrarError, text
from pages import downloads
from pages.cek.lists import paired, seen_in
from pages.context import Context, Filters
from warehouse.store import Store
from warehouse.vocabulary import Audience

REAL = [
    ("linimasa", {}, ["timeline"]),
    ("peta", {}, ["map"]),
    ("peta", {"lapis2": "ikp"}, ["map"]),
    ("peta", {"banding": "tanggal"}, ["map"]),
    ("ringkasan", {}, ["newest", "unsettled", "batches", "regions"]),
    ("riwayat", {}, ["batches"]),
    ("wilayah", {}, ["region-below", "region-figures", "region-events-0", "region-events-1"]),
    ("wilayah", {"wilayah": "33.03"}, ["region-figures", "region-events-0", "region-people"]),
    ("sumber", {}, ["sources", "definitions", "regulations", "elections"]),
    ("kewajiban", {}, ["duty-regions", "duties"]),
]
EXAMPLE = [
    ("peta", {"ukuran": "signed_rate", "provinsi": "33"}, ["map"]),
    ("opd", {"wilayah": "33.03"}, ["opd-gaps", "opd-tiers", "opd-types", "opd-units"]),
    ("kewajiban", {"wilayah": "33.03"}, ["duty-units", "duty-missing", "duties"]),
]
BEGINNINGS = {"svg": b"<?xml", "csv": "\ufeff".encode()}


class Menus:
    """Stands for the menu buttons, which AppTest cannot press: those that were drawn, and the one that is chosen."""

    def __init__(self) -> None:
        self.drawn: dict[str, Sequence[str]] = {}
        self.chosen: str | None = None
        self.made: list[Issued] = []

    def button(self, _label: str, choices: Sequence[str], *, key: str, **_: Any) -> str | None:
        """As `st.menu_button`: the choice of this run."""
        self.drawn[key] = choices
        forms = [choice for choice in choices if choice in BEGINNINGS]
        return forms[0] if key == self.chosen else None

    @property
    def of_tables(self) -> set[str]:
        """The tables that have a menu."""
        return {key.removeprefix("menu-table-") for key in self.drawn if key.startswith("menu-table-")}

    @property
    def of_pictures(self) -> int:
        """How many charts and maps have a menu."""
        return sum(key.startswith("menu-picture-") for key in self.drawn)


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> Menus:
    """The menus of a page, and what is made of them."""
    found, hand_over = Menus(), downloads.hand_over
    monkeypatch.setenv("IKRAR_ADDRESS", "127.0.0.1")

    def keep(make: Callable[[Progress], Issued], context: Context) -> None:
        def kept(progress: Progress) -> Issued:
            found.made.append(make(progress))
            return found.made[-1]

        hand_over(kept, context)

    monkeypatch.setattr(st, "menu_button", found.button)
    monkeypatch.setattr(downloads, "hand_over", keep)
    return found


def rows_compared(found: Found, store: Path) -> int:
    """How many rows of a file Cek angka finds again in the state that the file was made of."""
    context = Context(Store(store).frames(), Filters(), text("id"))
    here = seen_in(found.newest, context.frames, Audience.DALAM, context)
    return listed(paired(found.newest, here, here)).same


def each_is_handed_out(menus: Menus, app: AppTest, store: Path, tables: list[str]) -> None:
    """The page has these menus; each one gives a file of its own, on record."""
    assert not app.exception
    assert menus.of_tables.issuperset(tables)
    assert menus.of_pictures == len(app.get("plotly_chart")) + len(app.get("bidi_component"))
    assert menus.made == []
    for key in list(menus.drawn):
        menus.chosen = key
        app.run()
        assert not app.exception
        made = menus.made[-1]
        assert made.content.startswith(BEGINNINGS[made.kind.name])
        assert [button.proto.label for button in app.get("download_button")]
        found = find(Store(store), made.code)
        assert found is not None
        assert (found.newest.sha256, found.newest.kind) == (made.sha256, made.kind.name)
        if not found.queries:  # a list (of sources, of ceremonies) asks for no figure: its rows are compared
            assert rows_compared(found, store) == pl.read_csv(made.content, infer_schema=False).height
    assert len({made.code for made in menus.made}) == len(menus.drawn)


@pytest.mark.parametrize(("page", "params", "tables"), REAL, ids=str)
def test_of_the_real_data(
    menus: Menus, draw_page: Callable[..., AppTest], store: Path, page: str, params: dict[str, str], tables: list[str]
) -> None:
    each_is_handed_out(menus, draw_page(page, store, **params), store, tables)


@pytest.mark.parametrize(("page", "params", "tables"), EXAMPLE, ids=str)
def test_of_the_example(
    menus: Menus,
    draw_page: Callable[..., AppTest],
    example_store: Path,
    tmp_path: Path,
    page: str,
    params: dict[str, str],
    tables: list[str],
) -> None:
    store = shutil.copytree(example_store, tmp_path / "example")
    each_is_handed_out(menus, draw_page(page, store, "en", **params), store, tables)
    assert all(made.name.endswith(f"-per-1.{made.kind.name}") for made in menus.made)


def test_what_cannot_be_made_is_said(
    menus: Menus, draw_page: Callable[..., AppTest], store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Issued:
        raise IkrarError("Files of kind {kind} cannot be made on this PC ({fault}).", kind="svg", fault="<b>")

    monkeypatch.setattr(downloads, "issue_picture", refuse)
    menus.chosen = "menu-picture-map"
    app = draw_page("peta", store)
    assert not app.exception
    assert "&lt;b&gt;" in "".join(element.proto.body for element in app.get("html"))
    assert not app.get("download_button")
