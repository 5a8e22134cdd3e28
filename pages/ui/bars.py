"""A whole split into the five states: one bar, each part with its own pattern, glyph, word and number."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Text
from pages.ui.badges import state_badge
from pages.ui.html import Html, tag


def state_bar(parts: Sequence[tuple[str, int]], caption: str, t: Text) -> Html:
    """`parts` are states and how many units are in each, in the order drawn; those with none are left out."""
    present = [(state, count) for state, count in parts if count]
    segments = (tag("span", class_=f"part {state}", style=f"flex-grow:{count}") for state, count in present)
    legend = (tag("li", state_badge(state, t), " ", tag("b", t.number(count))) for state, count in present)
    return tag(
        "figure",
        tag("div", *segments, class_="parts", aria_hidden="true"),
        tag("ul", *legend, class_="legend"),
        tag("figcaption", caption),
        class_="states",
    )
