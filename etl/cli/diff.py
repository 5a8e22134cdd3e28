"""`ikrar diff A B`: what one snapshot has other than another, row by row."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, print_json, words
from etl.cli.history import key_text
from i18n import Text
from warehouse.difference import Difference
from warehouse.store import Store

Number = Annotated[int, typer.Argument(min=1, help="Number of a snapshot.")]


def diff_command(
    a: Number,
    b: Number,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,  # noqa: FBT002
) -> None:
    """What snapshot B has other than A: rows new, changed and gone; people counted by hash only by number.

    Exit 1 where they differ.
    """
    found = Store(store).diff(a, b)
    if as_json:
        print_json({"a": a, "b": b, "tables": {name: _document(table) for name, table in found.items()}})
    else:
        _print(found, words())
    if found:
        raise typer.Exit(1)


def _document(table: Difference) -> dict[str, Any]:
    unlisted = dict(zip(("added", "changed", "removed"), table.unlisted, strict=True))
    return {
        **({"unlisted": unlisted} if any(table.unlisted) else {}),
        "added": [{"key": row.key, "batch": row.batch_id} for row in table.rows("added")],
        "removed": [{"key": row.key, "batch": row.batch_id} for row in table.rows("removed")],
        "changed": [
            {
                "key": row.key,
                "batch": row.batch_id,
                "columns": {name: {"old": old, "new": new} for name, (old, new) in row.values.items()},
            }
            for row in table.rows("changed")
        ],
    }


def _print(found: dict[str, Difference], t: Text) -> None:
    if not found:
        typer.echo(t("The two snapshots are alike."))
    for name, table in found.items():
        counts = [t.number(count) for count in table.counts]
        typer.echo(
            t(
                "{table}: {added} new, {changed} changed, {removed} removed",
                table=name,
                added=counts[0],
                changed=counts[1],
                removed=counts[2],
            )
        )
        for row in table.rows("added"):
            typer.echo(f"  + {key_text(row.key)}")
        for row in table.rows("changed"):
            typer.echo(f"  ~ {key_text(row.key)}")
            for column, (old, new) in row.values.items():
                typer.echo(f"      {column}: {_value(old)} → {_value(new)}")
        for row in table.rows("removed"):
            typer.echo(f"  - {key_text(row.key)}")


def _value(value: object) -> str:
    return "–" if value is None else str(value)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff")(diff_command)
