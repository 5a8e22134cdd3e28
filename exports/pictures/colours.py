"""Plotly's colours as matplotlib's."""

from __future__ import annotations

import re

from exports.pictures.fault import NotDrawn

_RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def colour(words: str) -> str:
    """`#rrggbb` as it is, `rgba(…)` as `#rrggbbaa`."""
    if _HEX.fullmatch(words):
        return words
    if not (found := _RGBA.fullmatch(words)):
        raise NotDrawn(f"colour {words}")
    red, green, blue, alpha = found.groups()
    return "#" + "".join(f"{each:02x}" for each in (int(red), int(green), int(blue), round(float(alpha) * 255)))


def is_clear(words: str) -> bool:
    """Whether a colour of ours shows nothing."""
    return len(words) == len("#rrggbbaa") and words.endswith("00")
