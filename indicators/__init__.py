"""Frames to figures with bounds and states. Pure: the same frames and scope give the same rows.

`query` answers one indicator; `events`, `events_in`, `coverage` and `cumulative` are the ceremonies behind it.
"""

from indicators.definition import Definition
from indicators.evidence.ceremonies import events_in
from indicators.evidence.listing import events
from indicators.evidence.overview import Coverage, coverage, cumulative
from indicators.figure import Figure
from indicators.registry import DEFINITIONS, query
from indicators.scope import ALL_CAMPAIGNS, ALL_KINDS, Scope

__all__ = [
    "ALL_CAMPAIGNS",
    "ALL_KINDS",
    "DEFINITIONS",
    "Coverage",
    "Definition",
    "Figure",
    "Scope",
    "coverage",
    "cumulative",
    "events",
    "events_in",
    "query",
]
