"""Our own components in Streamlit: where their scripts and styles are, and how their values go out.

They are files in the `assets/` of each component's room, served by Streamlit from our own host. Given as strings they
would be run from `blob:` addresses, which the content security policy forbids.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

PAGES = Path(__file__).parent
PROJECT = "ikrar"
ROOMS: Final[Mapping[str, str]] = {"map": "map_component", "filters": "filter_bar"}
"""The room of each component."""


def full_name(component: str) -> str:
    """What Streamlit calls a component of ours."""
    return f"{PROJECT}.{component}"


def files() -> dict[str, Path]:
    """Every file of our components by the address under which Streamlit serves it."""
    return {
        f"/_stcore/bidi-components/{full_name(component)}/{path.name}": path
        for component in ROOMS
        for path in sorted(_assets(component).iterdir())
    }


def _assets(component: str) -> Path:
    return PAGES / ROOMS[component] / "assets"


def packed(payload: Mapping[str, Any]) -> bytes:
    """The payload as gzipped JSON: the same payload always gives the same bytes."""
    plain = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(plain, compresslevel=9, mtime=0)


def declare() -> None:
    """Tell the running Streamlit where the files are; once is enough, again does nothing.

    Streamlit finds such folders only in packages that are called as their distribution is; ours has many packages.
    """
    manager = get_bidi_component_manager()
    if any(manager.get_component_asset_root(full_name(component)) is None for component in ROOMS):
        configs = [ComponentConfig(component, str(_assets(component).relative_to(PAGES))) for component in ROOMS]
        manager.register_from_manifest(ComponentManifest(name=PROJECT, version="1", components=configs), PAGES)
