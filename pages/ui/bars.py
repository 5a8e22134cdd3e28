"""A whole split into the five states: one bar, each part with its own pattern, glyph, word and number."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Text
from pages.ui.badges import state_badge
from pages.ui.figures import figure_link
from pages.ui.html import Html, tag


def state_bar(parts: Sequence[tuple[str, int]], href: str, caption: str, t: Text) -> Html:
    """`parts` are states and how many units are in each, in the order drawn; those with none are left out.

    `href` leads to the units themselves.
    """
    present = [(state, count) for state, count in parts if count]
    segments = (tag("span", class_=f"part {state}", style=f"flex-grow:{count}") for state, count in present)
    legend = (tag("li", state_badge(state, t), " ", _count(state, count, href, t)) for state, count in present)
    return tag(
        "figure",
        tag("div", *segments, class_="parts", aria_hidden="true"),
        tag("ul", *legend, class_="legend"),
        tag("figcaption", caption),
        class_="states",
    )


def _count(state: str, count: int, href: str, t: Text) -> Html:
    return figure_link(t.number(count), href, indicator=f"coverage-{state}")
