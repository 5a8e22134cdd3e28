"""`ikrar undo BATCH`: a new snapshot without what a batch did."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, local_user, log, print_json, print_table, words
from etl.cli.history import as_tables, key_text, print_changes
from warehouse.changes import ChangedSince, StillNamed
from warehouse.store import Store

SHOWN = 20
"""Rows in the way that people are shown; a whole rebuild may have thousands."""


def undo_command(
    batch: Annotated[str, typer.Argument(help="Batch as `ikrar snapshots` names it.")],
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Take a batch back. Where later batches changed its rows, those are listed, nothing is done, and it exits 2."""
    t = words()
    try:
        result = Store(store).undo(batch, by=local_user(), now=dt.datetime.now(dt.UTC))
    except ChangedSince as conflict:
        still_named = isinstance(conflict, StillNamed)
        rows = [(row.table, row.key, row.batch_id) for row in conflict.rows]
        if as_json:
            print_json(
                {
                    "snapshot": None,
                    "undone": None,
                    "conflicts": [{"table": table, "key": key, "batch": later} for table, key, later in rows],
                }
            )
        else:
            print_table(
                [t("Table"), t("Row that names it"), t("Brought by")]
                if still_named
                else [t("Table"), t("Row"), t("Changed by")],
                [
                    [table, key_text(key), later or ("–" if still_named else t("removed"))]
                    for table, key, later in rows[:SHOWN]
                ],
            )
            if len(rows) > SHOWN:
                typer.echo(
                    t.n(
                        "and {count} more row; --json lists all",
                        "and {count} more rows; --json lists all",
                        len(rows) - SHOWN,
                    )
                )
        log(conflict.render(t))
        raise typer.Exit(conflict.exit_code) from conflict
    if as_json:
        print_json(
            {
                "snapshot": result.snapshot.number,
                "undone": batch,
                "conflicts": [],
                "tables": as_tables(result.snapshot),
            }
        )
        return
    print_changes(result, t)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("undo")(undo_command)
