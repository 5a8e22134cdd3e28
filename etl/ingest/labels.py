"""What people call verdicts and rows that are no data: for the command and the page alike."""

from __future__ import annotations

from etl.ingest.values import Verdict
from i18n import N_

VERDICTS: dict[str, str] = {
    Verdict.NEW: N_("new"),
    Verdict.CHANGED: N_("changed"),
    Verdict.SAME: N_("already known"),
    Verdict.CONFLICT: N_("contradicts"),
    Verdict.REFUSED: N_("refused"),
    Verdict.HELD: N_("waits for an answer"),
}
"""In the order in which they are shown."""

SET_ASIDE: dict[str, str] = {
    "title": N_("title"),
    "header": N_("header"),
    "unit": N_("unit of measure"),
    "numbering": N_("column numbers"),
    "group": N_("group heading"),
    "subtotal": N_("subtotal"),
    "total": N_("total"),
    "part": N_("part of the row above, counted there"),
    "footer": N_("footer"),
}
