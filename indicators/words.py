"""The five states as people read them: one home for pages, commands and files alike."""

from __future__ import annotations

from i18n import N_
from warehouse.vocabulary import State

STATES: dict[str, str] = {
    State.NILAI: N_("documented"),
    State.BELUM_LAPOR: N_("not yet reported"),
    State.TIDAK_WAJIB: N_("not obliged"),
    State.DITAHAN: N_("withheld"),
    State.BELUM_ADA_BUKTI: N_("no evidence yet"),
}
"""Messages by state."""
