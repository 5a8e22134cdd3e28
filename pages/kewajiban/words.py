"""What became of a duty, as people say it: its word, its glyph, and the short form in a sentence."""

from __future__ import annotations

from i18n import N_, Text
from indicators.duties.reporting import Outcome
from indicators.words import word
from pages.ui import Html, tag

OUTCOMES: dict[str, str] = {
    Outcome.TEPAT_WAKTU: N_("reported on time"),
    Outcome.TERLAMBAT: N_("reported late"),
    Outcome.MELAPOR: N_("reported, no deadline"),
    Outcome.TIDAK_PASTI: N_("reported, day not certain"),
    Outcome.LEWAT_TENGGAT: N_("not yet, overdue"),
    Outcome.BELUM_JATUH_TEMPO: N_("not yet, still time"),
    Outcome.TANPA_TENGGAT: N_("not yet, no deadline"),
    Outcome.UNIT_BELUM_TERCATAT: N_("OPD not on record"),
    Outcome.TIDAK_WAJIB: N_("exempt"),
}
"""In the order in which bars and tables show them."""

GLYPHS: dict[str, str] = {
    Outcome.TEPAT_WAKTU: "●",
    Outcome.TERLAMBAT: "◐",
    Outcome.MELAPOR: "◉",
    Outcome.TIDAK_PASTI: "◒",
    Outcome.LEWAT_TENGGAT: "○",
    Outcome.BELUM_JATUH_TEMPO: "◷",
    Outcome.TANPA_TENGGAT: "◌",
    Outcome.UNIT_BELUM_TERCATAT: "?",
    Outcome.TIDAK_WAJIB: "—",
}

HEADINGS: dict[str, str] = {
    Outcome.TEPAT_WAKTU: N_("On time"),
    Outcome.TERLAMBAT: N_("Late"),
    Outcome.MELAPOR: N_("Reported"),
    Outcome.TIDAK_PASTI: N_("Not certain"),
    Outcome.LEWAT_TENGGAT: N_("Overdue"),
    Outcome.BELUM_JATUH_TEMPO: N_("Time left"),
    Outcome.TANPA_TENGGAT: N_("Not yet"),
    Outcome.UNIT_BELUM_TERCATAT: N_("OPD unknown"),
    Outcome.TIDAK_WAJIB: N_("Exempt"),
}
"""Over a column of counts."""

SHORT: dict[str, str] = {
    Outcome.TEPAT_WAKTU: N_("{count} on time"),
    Outcome.TERLAMBAT: N_("{count} late"),
    Outcome.MELAPOR: N_("{count} with no deadline to judge by"),
    Outcome.TIDAK_PASTI: N_("{count} on a day that is not certain"),
    Outcome.LEWAT_TENGGAT: N_("{count} overdue"),
    Outcome.BELUM_JATUH_TEMPO: N_("{count} with time left"),
    Outcome.TANPA_TENGGAT: N_("{count} without a deadline"),
}
"""Inside a sentence that says already whether they reported."""

ALL: dict[str, str] = {
    Outcome.TEPAT_WAKTU: N_("all on time"),
    Outcome.TERLAMBAT: N_("all late"),
    Outcome.MELAPOR: N_("with no deadline to judge by"),
    Outcome.TIDAK_PASTI: N_("on days that are not certain"),
    Outcome.LEWAT_TENGGAT: N_("all overdue"),
    Outcome.BELUM_JATUH_TEMPO: N_("all with time left"),
    Outcome.TANPA_TENGGAT: N_("with no deadline"),
}
"""The same where it is true of all of them."""


def outcome_badge(outcome: str, t: Text) -> Html:
    """The outcome as a small mark that does not need colour."""
    glyph = tag("span", GLYPHS[outcome], class_="glyph", aria_hidden="true")
    return tag("span", glyph, word(OUTCOMES, outcome, t), class_=f"badge outcome {outcome}")
