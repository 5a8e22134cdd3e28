"""Charts and maps as PNG, SVG and PDF, drawn without a browser; all but PNG are true vectors with text as text."""

from __future__ import annotations

from briefings.picture import Picture
from briefings.stamp import Stamp
from exports.pictures import body, sheet
from exports.pictures.canvas import PIXELS_PER_INCH, Pane
from exports.pictures.fault import NotDrawn
from exports.pictures.files import LOCK, Form, encode
from i18n import Text

__all__ = ["Form", "NotDrawn", "bare", "draw"]

_CENTIMETRES_PER_INCH = 2.54
_LEAST_DPI = 220
_MOST = 1.45


def draw(picture: Picture, stamp: Stamp, t: Text, form: Form) -> bytes:
    """A file that stands alone: the finding, the picture with its key, sources, data date, code; "DATA CONTOH" where
    it is simulated. 1280 × 720 pixels, a PNG twice as many dots; a chart of many rows is higher.

    Raises `NotDrawn` for a chart with something that no picture shows yet.
    """
    with LOCK:
        pane = sheet.draw(picture, stamp, t)
        return encode(pane, form, picture.title, f"{picture.title} {picture.source} {stamp.code}")


def bare(picture: Picture, t: Text, form: Form, width_cm: float, height_cm: float) -> bytes:
    """The picture with its key alone, exactly as large as asked; a PNG of at least 200 dots an inch."""
    with LOCK:
        pixels = PIXELS_PER_INCH / _CENTIMETRES_PER_INCH
        pane = Pane.whole(width_cm * pixels, height_cm * pixels)
        body.of(picture, t).draw(pane, _MOST)
        return encode(pane, form, picture.title, least_dpi=_LEAST_DPI)
