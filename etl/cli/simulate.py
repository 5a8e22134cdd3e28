"""`ikrar simulate`: a labelled national example."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from etl.cli.console import DATA, JsonOption, StoreOption, print_json, words
from etl.cli.history import as_tables, print_changes
from etl.simulate import PEOPLE, SEED, load_example

EXAMPLE_STORE = DATA / "store-contoh"


def simulate_command(
    *,
    people: Annotated[int, typer.Option(min=1, help="Civil servants in it.")] = PEOPLE,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same example.")] = SEED,
    store: StoreOption = EXAMPLE_STORE,
    as_json: JsonOption = False,
) -> None:
    """Make an example store of the whole country, labelled DATA CONTOH; never in a store with real data."""
    result = load_example(store, dt.datetime.now(dt.UTC), people, seed)
    if as_json:
        print_json({"snapshot": result.snapshot.number, "tables": as_tables(result.snapshot)})
        return
    typer.echo("DATA CONTOH")
    print_changes(result, words())


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("simulate")(simulate_command)
