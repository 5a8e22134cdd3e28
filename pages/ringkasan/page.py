"""Draws the page."""

from pages import ui
from pages.context import Context


def render(context: Context) -> None:
    """Draw the page."""
    ui.show(ui.title(context.t("Summary")))
