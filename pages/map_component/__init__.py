"""The map as a Streamlit component: outlines come from their own address, each rerun brings values alone.

Its script and style are files under `assets/`, served by Streamlit from our own host. Given as strings they would be
run from `blob:` addresses, which the content security policy forbids.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

import geo
from pages import stores

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
NAME = "ikrar.map"


def layers(level: str = "provinsi") -> tuple[geo.Layer, ...]:
    """The maps that have outlines of a level, the official one among them where it was imported into the store."""
    return tuple(layer for layer in geo.layers(stores.store_path()) if level in layer.levels)


def layer(params: Mapping[str, str], level: str = "provinsi") -> geo.Layer:
    """The map that a link asks for with `lapis`, else the first one there is."""
    offered = {layer.kind: layer for layer in layers(level)}
    return offered.get(params.get("lapis", "")) or next(iter(offered.values()))


def addresses(pattern: str) -> tuple[str, ...]:
    """Where Streamlit serves the component's files whose names match."""
    return tuple(map(address, sorted(ASSETS.glob(pattern))))


def address(asset: Path) -> str:
    """Where Streamlit serves a file of the component."""
    return f"/_stcore/bidi-components/{NAME}/{asset.name}"


def draw(
    payload: Mapping[str, Any], *, key: str, on_open: Callable[[str], None], on_choose: Callable[[str, str], None]
) -> str | None:
    """The map of a `charts.map.payload`. Returns the code of the region whose own page was asked for in this run.

    `on_open` gets the code of the province to open, empty for the nation; `on_choose` the key and value of a switch.
    They are called before the next run, so what they write into the link holds for that run.
    """
    declare()
    component = st.components.v2.component(NAME, js="map.js", css="map.css")

    def opened() -> None:
        on_open(str(st.session_state[key]["open"]))

    def chose() -> None:
        on_choose(*map(str, st.session_state[key]["choose"]))

    drawn = component(
        key=key,
        data=packed(payload),
        on_open_change=opened,
        on_choose_change=chose,
        on_visit_change=lambda: None,
    )
    visited = drawn.get("visit")
    return visited if isinstance(visited, str) else None


def packed(payload: Mapping[str, Any]) -> bytes:
    """The payload as gzipped JSON: the same payload always gives the same bytes."""
    plain = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(plain, compresslevel=9, mtime=0)


def declare() -> None:
    """Tell the running Streamlit where the component's files are; once is enough, again does nothing.

    Streamlit finds such folders only in packages that are called as their distribution is; ours has many packages.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        project, component = NAME.split(".")
        config = ComponentConfig(name=component, asset_dir=ASSETS.name)
        manager.register_from_manifest(ComponentManifest(name=project, version="1", components=[config]), HERE)
