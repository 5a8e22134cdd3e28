"""What to do where a page has nothing to show."""

from __future__ import annotations

from pages import ui
from pages.context import Context


def way_on(context: Context) -> ui.Html:
    """Widen the filters; where none is set, bring something in."""
    t = context.t
    if context.filters.query() or not context.is_newest:
        return ui.text(t("Widen the filters above."))
    ways = (
        ui.link(t("Bring in a region’s file"), context.link("unggah")),
        ui.link(t("Review an article"), context.link("tinjau")),
    )
    return ui.join(*ways, by=" · ")
