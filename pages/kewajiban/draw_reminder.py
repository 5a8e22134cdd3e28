"""Draws the letter to the units that have not reported: read it, copy it, or take the list as CSV."""

from __future__ import annotations

from i18n import Text
from indicators.words import word
from pages import ui
from pages.kewajiban.model import Chosen, View
from pages.kewajiban.reminder import Reminder
from pages.kewajiban.words import OUTCOMES

ANCHOR = "pengingat"
_LETTER = "surat-pengingat"
"""Id of the letter's element: the button names it, and `shell.js` copies its text."""


def draw(view: View, chosen: Chosen, t: Text) -> None:
    """The letter in Indonesian, whatever the reader's language: it is for the heads of the units."""
    found = chosen.reminder
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
    prefix = "data-contoh-" if found.is_example else ""
    name = f"{prefix}belum-lapor-{view.code}-{chosen.standing.what}-{chosen.standing.campaign_id}.csv"
    ui.csv_download(t("Download the list as CSV"), name, lambda: _csv(found, chosen, t))


def _csv(found: Reminder, chosen: Chosen, t: Text) -> str:
    headings = ["unit_id", t("OPD or region"), t("Duty"), t("Election"), t("Deadline"), t("Set by"), t("Report")]
    rows = [
        [
            row.unit_id,
            row.name,
            chosen.standing.duty,
            chosen.standing.election,
            row.deadline(t) or "",
            row.set_by,
            word(OUTCOMES, row.outcome, t),
        ]
        for row in found.units
    ]
    return ui.csv_text(headings, rows)
