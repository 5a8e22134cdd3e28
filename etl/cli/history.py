"""What the commands of the store's history share: snapshots and changes, printed and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import typer

from catalogue.history import Snapshot
from etl.cli.console import print_table
from i18n import Text
from warehouse.store import Loaded


def as_tables(snapshot: Snapshot) -> dict[str, dict[str, int]]:
    """A snapshot's tables as the contract prints them: `{"event": {"version": v, "rows": r}, …}`."""
    return {name: {"version": table.version, "rows": table.rows} for name, table in snapshot.tables.items()}


def key_text(key: Mapping[str, Any]) -> str:
    """A row's key for people."""
    return " · ".join(str(value) for value in key.values())


def print_changes(result: Loaded, t: Text) -> None:
    """What a load or an undo came to, for people."""
    snapshot = result.snapshot
    if not result.is_new:
        typer.echo(t("Nothing has changed: snapshot {number} still holds.", number=t.number(snapshot.number)))
        return
    typer.echo(
        t("Snapshot {number} written, batch {batch}.", number=t.number(snapshot.number), batch=snapshot.batch.batch_id)
    )
    typer.echo()
    print_table(
        [t("Table"), t("Rows"), t("New"), t("Changed"), t("Removed")],
        [
            [name, *(t.number(count) for count in (table.rows, table.added, table.changed, table.removed))]
            for name, table in snapshot.tables.items()
        ],
    )
