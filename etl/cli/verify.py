"""`ikrar verify`: files against their recorded digests, the audit chain, the references."""

from __future__ import annotations

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, print_json, print_table, words
from geo.boundaries.editions import recheck
from i18n import N_
from warehouse.store import Store
from warehouse.verification import Damage

_KINDS = {
    "file": N_("file"),
    "table": N_("table"),
    "audit": N_("audit log"),
    "snapshot": N_("snapshot"),
    "export": N_("file handed out"),
    "reference": N_("reference"),
}


def verify_command(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """Recheck every file, imported maps too, the audit log and every reference. Exit 1 where something is damaged."""
    found = Store(store).verify()
    maps, torn = recheck(store)
    damaged = [*found.damaged, *(Damage("file", fault.where or "", fault) for fault in torn)]
    checked = found.checked + maps
    t = words()
    if as_json:
        print_json(
            {
                "checked": checked,
                "damaged": [{"kind": one.kind, "where": one.where, "message": one.render(t)} for one in damaged],
                "audit_head": found.audit_head,
            }
        )
    else:
        typer.echo(
            t(
                "{checked} things checked, {damaged} damaged. The audit log ends with {head}.",
                checked=t.number(checked),
                damaged=t.number(len(damaged)),
                head=found.audit_head,
            )
        )
        if damaged:
            print_table([t("What"), t("Fault")], [[t(_KINDS[one.kind]), one.render(t)] for one in damaged])
    if damaged:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify_command)
