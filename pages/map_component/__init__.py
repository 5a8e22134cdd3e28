"""The map as a Streamlit component: outlines come from their own address, each rerun brings values alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import Any

import streamlit as st

import geo
from pages import components, stores


def layers(level: str = "provinsi") -> tuple[geo.Layer, ...]:
    """The maps that have outlines of a level, the official one among them where it was imported into the store."""
    return tuple(layer for layer in geo.layers(stores.store_path()) if level in layer.levels)


def layer(params: Mapping[str, str], level: str = "provinsi") -> geo.Layer:
    """The map that a link asks for with `lapis`, else the first one there is."""
    offered = {layer.kind: layer for layer in layers(level)}
    return offered.get(params.get("lapis", "")) or next(iter(offered.values()))


def packed(payload: Mapping[str, Any]) -> bytes:
    """The payload as it goes out: rows as columns, where alike stands beside alike and packs better."""
    columns = (_shortened(list(column)) for column in zip_longest(*payload["rows"]))
    return components.packed({**payload, "rows": list(columns)})


def _shortened(column: list[Any]) -> list[Any]:
    """Without the nulls at its end: rows without a figure come last."""
    while column and column[-1] is None:
        column.pop()
    return column


def draw(
    payload: Mapping[str, Any], *, key: str, on_open: Callable[[str], None], on_choose: Callable[[str, str], None]
) -> str | None:
    """The map of a `charts.map.payload`. Returns the code of the region whose own page was asked for in this run.

    `on_open` gets the code of the province to open, empty for the nation; `on_choose` the key and value of a switch.
    They are called before the next run, so what they write into the link holds for that run.
    """
    components.declare()
    component = st.components.v2.component(components.full_name("map"), js="map.js", css="map.css")

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
