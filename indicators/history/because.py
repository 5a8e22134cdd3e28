"""Why a figure differs, by the rows behind it that do."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from i18n import N_


class Because(StrEnum):
    """What happened to the rows behind a figure."""

    TARGET = "target_changed"
    NEW = "new_evidence"
    CORRECTED = "evidence_corrected"
    WITHDRAWN = "evidence_withdrawn"
    DECIDED = "contradiction_decided"
    DUTY = "duty_changed"
    UNITS = "units_changed"
    SOURCE = "source_regraded"
    REGISTER = "register_changed"


BECAUSE: Final[dict[Because, str]] = {
    Because.TARGET: N_("the target changed"),
    Because.NEW: N_("new evidence"),
    Because.CORRECTED: N_("evidence was corrected"),
    Because.WITHDRAWN: N_("evidence was withdrawn"),
    Because.DECIDED: N_("a contradiction was decided"),
    Because.DUTY: N_("a duty changed"),
    Because.UNITS: N_("the list of OPD changed"),
    Because.SOURCE: N_("a source counts otherwise"),
    Because.REGISTER: N_("the register of regions or elections changed"),
}
"""Messages."""

_OF_TABLE: Final = {
    "headcount": Because.TARGET,
    "obligation": Because.DUTY,
    "opd": Because.UNITS,
    "source": Because.SOURCE,
    "region": Because.REGISTER,
    "campaign": Because.REGISTER,
}
_OF_EVIDENCE: Final = {"added": Because.NEW, "changed": Because.CORRECTED, "removed": Because.WITHDRAWN}


def because(table: str, what: str) -> Because:
    """Why, from a row of `indicators.history.touched`."""
    return _OF_TABLE.get(table) or _OF_EVIDENCE[what]
