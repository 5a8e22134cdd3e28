"""What the steps, the standings and the reasons of a review are called."""

from __future__ import annotations

from etl.reconcile import Standing
from etl.review.values import Because, Choice
from i18n import N_

STEPS: dict[str, str] = {
    "artikel": N_("Article"),
    "periksa": N_("Check"),
    "tersimpan": N_("Saved"),
}
"""The steps in order, by their word in the link."""

BY_HAND = "tangan"
"""The step beside them: a ceremony entered by hand."""

STANDINGS: dict[str, str] = {
    Standing.NEW: N_("New: no source on record says anything of it."),
    Standing.AGREES: N_("Agrees with what is on record."),
    Standing.ADDS: N_("Adds to what is on record."),
    Standing.DIFFERS: N_("Contradicts what is on record. Both stay; accepted, it opens a contradiction."),
}

CHOICES: dict[str, str] = {
    Choice.ACCEPT: N_("accepted"),
    Choice.CORRECT: N_("corrected"),
    Choice.REJECT: N_("rejected"),
    Choice.LEAVE_OPEN: N_("left open"),
}
GLYPHS: dict[str | None, str] = {
    Choice.ACCEPT: "✓",
    Choice.CORRECT: "✎",
    Choice.REJECT: "✗",
    Choice.LEAVE_OPEN: "?",
    None: "○",
}

BECAUSE: dict[str, str] = {
    Because.DAYS: N_("same organiser, same election, and the days meet"),
    Because.OTHER_DAY: N_("same organiser and election, and one of the other days that the text may mean"),
    Because.NEAR_DAYS: N_("same organiser, election and place, and the days are near each other"),
    Because.PLACE: N_("same organiser, election and place"),
    Because.ORGANISER: N_("same organiser and election"),
}
