"""`ikrar snapshots`: every commit of the store, with the batch that made it."""

from __future__ import annotations

import typer

from catalogue.history import Snapshot
from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, print_json, print_table, words
from etl.cli.history import as_tables
from i18n import Text
from warehouse.store import Store


def snapshots_command(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """List the snapshots, oldest first, with the batch that each one came from."""
    found = Store(store).snapshots()
    t = words()
    if as_json:
        print_json([_document(snapshot) for snapshot in found])
    elif found:
        headings = [t("Snapshot"), t("Taken"), t("Batch"), t("Name"), t("By"), t("Changed tables")]
        print_table(headings, [_row(snapshot, t) for snapshot in found])
    else:
        typer.echo(t("There is no data here yet.") + " " + t("Run `ikrar build` first."))


def _document(snapshot: Snapshot) -> dict[str, object]:
    batch = snapshot.batch
    return {
        "snapshot": snapshot.number,
        "taken_at": snapshot.taken_at.isoformat(),
        "batch": batch.batch_id,
        "kind": batch.kind,
        "name": batch.name,
        "by": batch.by,
        "undoes": batch.undoes,
        "content_sha256": batch.content_sha256,
        "tables": as_tables(snapshot),
    }


def _row(snapshot: Snapshot, t: Text) -> list[str]:
    changed = [name for name, table in snapshot.tables.items() if table.touched]
    batch = snapshot.batch
    name = t("undoes {batch}", batch=batch.undoes) if batch.undoes else batch.name
    return [
        t.number(snapshot.number),
        t.moment(snapshot.taken_at),
        batch.batch_id,
        name,
        batch.by,
        ", ".join(changed),
    ]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("snapshots")(snapshots_command)
