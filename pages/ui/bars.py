"""A whole split into the five states: one bar, each part with its own pattern, glyph, word and number."""

from __future__ import annotations

from collections.abc import Sequence

from i18n import Text
from pages.ui.badges import state_badge
from pages.ui.html import Html, tag


def state_bar(parts: Sequence[tuple[str, Html]], counts: Sequence[int], caption: str, t: Text) -> Html:
    """`parts` are states and how many units are in each as a `figure_link`, in the order drawn; `counts` the same as
    numbers. States that no unit has are left out.
    """
    present = [(state, figure, count) for (state, figure), count in zip(parts, counts, strict=True) if count]
    segments = (tag("span", class_=f"part {state}", style=f"flex-grow:{count}") for state, _, count in present)
    legend = (tag("li", state_badge(state, t), " ", figure) for state, figure, _ in present)
    return tag(
        "figure",
        tag("div", *segments, class_="parts", aria_hidden="true"),
        tag("ul", *legend, class_="legend"),
        tag("figcaption", caption),
        class_="states",
    )
