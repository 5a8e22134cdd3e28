"""Draws the letter to the units that have not reported: read it, copy it, or take the list as a file."""

from __future__ import annotations

from functools import partial

from pages import downloads, ui
from pages.context import Context
from pages.kewajiban import tables
from pages.kewajiban.draw_lists import path
from pages.kewajiban.model import Chosen, View

ANCHOR = "pengingat"
_LETTER = "surat-pengingat"
"""Id of the letter's element: the button names it, and `shell.js` copies its text."""


def draw(view: View, chosen: Chosen, context: Context) -> None:
    """The letter in Indonesian, whatever the reader's language: it is for the heads of the units."""
    t, found = context.t, chosen.reminder
    if found is None:
        return
    heading = t.n("{count} unit to remind", "{count} units to remind", len(found.units))
    button = ui.tag(
        "button", t("Copy the letter"), class_="copy", type="button", data_copy=_LETTER, data_done=t("Copied")
    )
    ui.show(
        ui.finding(heading, t("A letter to send as a note or message. It names units, never persons."), ANCHOR),
        ui.tag("pre", found.text, class_="letter", id=_LETTER, lang="id", tabindex="0"),
        button,
    )
    downloads.table_menu("duty-missing", partial(tables.missing, chosen, t), context, path(context), view.code)
