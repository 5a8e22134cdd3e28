"""`ikrar resolve`: names to codes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, print_json, print_table, words
from geo import register as regions
from geo.names import Kind, Resolution, resolve
from i18n import N_, Text

_STATUS = {
    "exact": N_("exact"),
    "alias": N_("alias"),
    "ambiguous": N_("ambiguous: choose one"),
    "unknown": N_("unknown"),
}


def _row(t: Text, result: Resolution) -> list[str]:
    names = {candidate.code: candidate.name for candidate in result.candidates}
    if result.code in regions.by_code():
        official = regions.name_of(result.code)
    else:
        official = "; ".join(f"{name} ({code})" for code, name in names.items())
    return [result.name, result.code or "–", t(_STATUS[result.status]), official]


def resolve_command(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Names as written.")],
    within: Annotated[str | None, typer.Option(metavar="CODE", help="Only inside this region.")] = None,
    kind: Annotated[Kind, typer.Option(help="What the names are names of.")] = "region",
    store: StoreOption = DEFAULT_STORE,  # noqa: ARG001  # every command takes it; names come from the register
    as_json: JsonOption = False,
) -> None:
    """Names to codes. A name that several regions share is a question, never a guess; exit 1 when one is left open."""
    results = resolve(names, within=within, kind=kind)
    if as_json:
        print_json([asdict(result) for result in results])
    else:
        t = words()
        print_table([t("Name"), t("Code"), t("Result"), t("Region or candidates")], [_row(t, each) for each in results])
    if any(result.code is None for result in results):
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("resolve")(resolve_command)
