"""The newest snapshots as rows: what came in, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.history import Snapshot, TableVersion
from i18n import N_, Text

SHOWN = 5

BATCHES = {
    "bundled": N_("bundled data"),
    "simulation": N_("example data"),
    "undo": N_("undone: {name}"),
}
TABLES = {
    "region": N_("regions"),
    "opd": N_("OPD"),
    "campaign": N_("elections"),
    "regulation": N_("regulations"),
    "event": N_("ceremonies"),
    "event_region": N_("parts of regions in ceremonies"),
    "obligation": N_("duties"),
    "claim": N_("claims"),
    "source": N_("sources"),
    "headcount": N_("headcounts"),
    "signature": N_("tallies"),
    "refused": N_("refused rows"),
    "risk_index": N_("risk indices"),
    "person_key": N_("keys of persons (no names)"),
}


def change_rows(snapshots: Sequence[Snapshot], t: Text) -> list[tuple[str, str, str, str]]:
    """Number, moment, name of the batch, and per table the rows added, changed and removed; newest first."""
    newest = sorted(snapshots, key=lambda snapshot: snapshot.number, reverse=True)[:SHOWN]
    return [
        (
            t.number(snapshot.number),
            t.moment(snapshot.taken_at),
            t(BATCHES.get(snapshot.batch.kind, "{name}"), name=snapshot.batch.name),
            "; ".join(
                _change(t(TABLES.get(name, name)), table, t)
                for name, table in snapshot.tables.items()
                if _is_touched(table)
            )
            or "–",
        )
        for snapshot in newest
    ]


def _is_touched(table: TableVersion) -> bool:
    return bool(table.added or table.changed or table.removed)


def _change(name: str, table: TableVersion, t: Text) -> str:
    signs = (("+", table.added), ("±", table.changed), ("−", table.removed))
    return f"{name} " + " ".join(f"{sign}{t.number(count)}" for sign, count in signs if count)
