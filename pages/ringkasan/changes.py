"""The newest snapshots as rows: what came in, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.history import Snapshot, TableVersion
from i18n import Text

SHOWN = 5


def change_rows(snapshots: Sequence[Snapshot], t: Text) -> list[tuple[str, str, str, str]]:
    """Number, moment, name of the batch, and per table the rows added, changed and removed; newest first."""
    newest = sorted(snapshots, key=lambda snapshot: snapshot.number, reverse=True)[:SHOWN]
    return [
        (
            t.number(snapshot.number),
            t.moment(snapshot.taken_at),
            f"{snapshot.batch.kind}: {snapshot.batch.name}",
            "; ".join(_change(name, table, t) for name, table in snapshot.tables.items() if _is_touched(table)) or "–",
        )
        for snapshot in newest
    ]


def _is_touched(table: TableVersion) -> bool:
    return bool(table.added or table.changed or table.removed)


def _change(name: str, table: TableVersion, t: Text) -> str:
    signs = (("+", table.added), ("±", table.changed), ("−", table.removed))
    return f"{name} " + " ".join(f"{sign}{t.number(count)}" for sign, count in signs if count)
