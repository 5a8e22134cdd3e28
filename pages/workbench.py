"""A page on which an analyst works: open to the person at this PC, over the newest state of the real data."""

from __future__ import annotations

from pages import ui
from pages.context import Context
from pages.person import analyst


def is_open(context: Context) -> bool:
    """True for the analyst at this PC who looks at the newest state of the real data."""
    return not context.sample and context.is_newest and analyst() is not None


def who(context: Context, only_here: str) -> str | None:
    """The analyst who may work on this page; else null, and the page says why.

    `only_here`: the page's own words (already in the reader's language) for a visitor from elsewhere.
    """
    by, t = analyst(), context.t
    if context.sample:
        ui.show(ui.empty(t("Nothing can be brought into the example data."), t("Switch the example data off.")))
    elif not context.is_newest:
        ui.show(ui.empty(t("Data can be brought in only while the newest state is shown.")))
    elif by is None:
        ui.show(ui.empty(only_here))
    else:
        return by
    return None
