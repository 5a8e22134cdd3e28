"""`ikrar build`: the store from the bundled data."""

from __future__ import annotations

import datetime as dt

import typer

from etl.build import build
from etl.cli.console import DATA, DEFAULT_STORE, JsonOption, StoreOption, print_json, words
from etl.cli.history import as_tables, print_changes


def build_command(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """(Re)build the store from the bundled data. Where nothing has changed, no new snapshot is made."""
    result = build(store, data=DATA, now=dt.datetime.now(dt.UTC))
    if as_json:
        print_json({"snapshot": result.snapshot.number, "tables": as_tables(result.snapshot)})
        return
    print_changes(result, words())


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build_command)
