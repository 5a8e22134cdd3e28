"""Tables and kinds of batches as people call them."""

from __future__ import annotations

from collections.abc import Iterable

from i18n import N_

ORDER = ("headcount", "signature", "event", "opd", "source", "refused")
"""Tables that people look for first, in this order; the others follow."""


def in_order(tables: Iterable[str]) -> list[str]:
    """Names of tables, those that people look for first."""
    return sorted(tables, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))


KINDS: dict[str, str] = {
    "bundled": N_("bundled data"),
    "simulation": N_("example data"),
    "undo": N_("undoing"),
    "ingest": N_("file"),
    "headcount": N_("headcounts"),
    "signatures": N_("tallies of pledges and signatures"),
    "events": N_("ceremonies"),
    "roster": N_("roster"),
    "review": N_("reviewed evidence"),
    "obligation": N_("duty"),
}
NOT_FILES = frozenset({"bundled", "simulation", "undo", "review", "obligation"})
"""Kinds of batches that did not come from a region's file: what a person decided on is no file loaded."""
