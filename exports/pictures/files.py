"""A drawing as the bytes of a file. The same drawing always gives the same bytes, whoever else draws meanwhile."""

from __future__ import annotations

import re
from io import BytesIO
from threading import Lock
from typing import Any, Final, Literal
from xml.sax.saxutils import escape, unescape

import matplotlib as mpl

from exports.pictures import fonts
from exports.pictures.canvas import PIXELS_PER_INCH, Pane
from exports.printable import printable

Form = Literal["png", "svg", "pdf"]

LOCK: Final = Lock()
"""Held while a picture is drawn: matplotlib promises nothing to threads that share its fonts and caches."""

_SHARP: Final = 2
"""Dots of a PNG to a pixel."""
_PACKED: Final = 3
"""How hard a PNG is packed: harder is a third slower and hardly smaller."""
_DRAWN_WITH: Final = f"font-family: '{fonts.FAMILY}', '{fonts.FALLBACK}'".encode()
_READ_WITH: Final = f"font-family: '{fonts.FAMILY}', 'Segoe UI', sans-serif".encode()
_TEXT: Final = re.compile(r'<text style="(?P<style>[^"]*)"(?P<more>[^>]*)>(?P<words>[^<]*)</text>')
_SIZE: Final = re.compile(r"font-size: ([\d.]+)px")
_WEIGHT: Final = re.compile(r"font-weight: (\d+)")

# Set once for the process, which draws nothing else with matplotlib: its settings are not a thread's own.
mpl.rcParams.update(
    {
        "svg.fonttype": "none",
        "svg.hashsalt": "ikrar",
        "pdf.fonttype": 42,
        "pdf.compression": 4,
        "path.simplify": False,
        "text.hinting": "no_hinting",
    }
)
fonts.register()


def encode(pane: Pane, form: Form, title: str, description: str = "", *, least_dpi: int = 0) -> bytes:
    """The file of a drawing. `title` is its text alternative, `description` what else is told of it.

    A PNG has two dots a pixel, or more where `least_dpi` asks for it.
    """
    buffer = BytesIO()
    dpi = max(_SHARP * PIXELS_PER_INCH, least_dpi)
    more: dict[str, Any] = {"pil_kwargs": {"compress_level": _PACKED}} if form == "png" else {}
    pane.figure.savefig(buffer, format=form, dpi=dpi, metadata=_told(form, title, description), **more)
    drawn = buffer.getvalue()
    return _described(drawn, description or title) if form == "svg" else drawn


def _told(form: Form, title: str, description: str) -> dict[str, Any]:
    """What the file says of itself; neither the clock nor the library's version."""
    title, description = map(printable, (title, description))
    if form == "png":
        return {"Title": title, "Description": description or title, "Software": None}
    if form == "svg":
        return {"Title": title, "Date": None, "Creator": None, "Format": None, "Type": None}
    return {"Title": title, "Subject": description or title, "CreationDate": None, "Creator": None, "Producer": None}


def _described(svg: bytes, description: str) -> bytes:
    """The SVG with its description, and with the letters that a browser may take for ours, as wide as ours are."""
    told = f"</title>\n <desc>{escape(printable(description))}</desc>".encode()
    svg = svg.replace(b"</title>", told, 1).replace(_DRAWN_WITH, _READ_WITH)
    return _TEXT.sub(_as_wide, svg.decode()).encode()


def _as_wide(text: re.Match[str]) -> str:
    """A text with the width that it was set with: on a PC without our typeface it would run into its neighbour."""
    style, size, weight = text["style"], _SIZE.search(text["style"]), _WEIGHT.search(text["style"])
    if size is None or not text["words"].strip():
        return text[0]
    face = int(weight[1]) if weight else fonts.REGULAR
    words = unescape(text["words"], {"&quot;": '"', "&apos;": "'"})
    wide = fonts.width(words, float(size[1]), face, italic="font-style: italic" in style)
    fitted = f'textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text style="{style}"{text["more"]} {fitted}>{text["words"]}</text>'
