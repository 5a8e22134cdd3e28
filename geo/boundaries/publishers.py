"""What publishers allow with their boundaries, as far as they say it themselves. Messages, for people."""

from __future__ import annotations

from i18n import N_

LICENCES = {
    "GADM": N_("GADM licence: no redistribution, no commercial use"),
    "geoBoundaries": "CC BY 3.0 IGO",
}


def licence_of(publisher: str | None) -> str | None:
    """The licence of a publisher; null = not known, which allows nothing."""
    return LICENCES.get(publisher or "")
