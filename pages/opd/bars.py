"""A bar of a table's row, as HTML: full as far as is sure, striped as far as may be. Prints, and needs no script."""

from __future__ import annotations

from pages.ui import Html, tag


def bar(low: float | None, high: float | None, end: float) -> Html:
    """Bounds on a scale from 0 to `end` (more than 0). `high` null = no upper limit; both null = empty."""
    if low is None and high is None:
        return Html()
    sure = min((low or 0.0) / end, 1.0)
    maybe = 1.0 if high is None else min(high / end, 1.0)
    return tag(
        "span",
        tag("span", class_="sure", style=f"width:{sure * 100:.2f}%"),
        tag("span", class_="maybe", style=f"width:{(maybe - sure) * 100:.2f}%") if maybe > sure else None,
        class_="range",
        aria_hidden="true",
    )
