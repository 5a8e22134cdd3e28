"""What a page will ask for, named in its document: the browser then fetches it at once, not one after another.

Streamlit's script loads the pieces of a page as they arrive: the piece's code, then what that imports, then ours, then
the outlines of the map. On a busy PC such waiting is a good part of the time until the map is complete.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import streamlit

from pages import components, map_component
from pages.serving import geometry
from pages.ui.html import Html

STATIC = Path(streamlit.__file__).parent / "static"
PIECES = ("Html", "BidiComponent")
"""Streamlit's pieces that the sentence and the map are made of; their files are called `<piece>.<digest>.js`. Those of
the controls are left to come when they are needed: fetched early, they delay the map."""

_IMPORT = re.compile(r'(?:from|import)"\./([^"/]+\.js)"')


def head(page: str, query: Mapping[str, str]) -> Html:
    """Links for the document of a page; nothing for a page that gains little.

    A piece that the installed Streamlit does not have is left out: this saves time, nothing depends on it.
    """
    if page != "peta":
        return Html()
    regions = query.get("provinsi") or query.get("tingkat") == "kabupaten"
    outlines = geometry.url(map_component.layer(query, "kabupaten" if regions else "provinsi"))
    return Html(
        "".join(f'<link rel="modulepreload" href="/static/js/{name}">' for name in chunks(PIECES))
        + "".join(_named(address) for address in components.files())
        + f'<link rel="preload" as="fetch" crossorigin="anonymous" href="{outlines}">'
    )


def _named(address: str) -> str:
    kind = 'rel="modulepreload"' if address.endswith(".js") else 'rel="preload" as="style"'
    return f'<link {kind} href="{address}">'


@cache
def chunks(pieces: Collection[str], static: Path = STATIC) -> tuple[str, ...]:
    """Files of Streamlit's pieces with all they import, less what its index.html names already."""
    folder, index = static / "static" / "js", (static / "index.html").read_text(encoding="utf-8")
    found: dict[str, None] = {}
    wanted = [path.name for piece in pieces for path in sorted(folder.glob(f"{piece}.*.js"))]
    while wanted:
        name = wanted.pop()
        if name in found or name in index or not (folder / name).is_file():
            continue
        found[name] = None
        wanted += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)
