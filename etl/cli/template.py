"""`ikrar template`: a workbook for a region to fill in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, print_json, words
from etl.cli.stores import filled_store
from etl.disk import write_whole
from exports.xlsx.template import form_of, template


def template_command(
    region: Annotated[str, typer.Option(metavar="CODE", help="Region that will fill it in.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.xlsx", help="Where to write it.")],
    *,
    campaign: Annotated[str | None, typer.Option(metavar="ID", help="Election; none = the newest.")] = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """A workbook for a region to fill in, with its known OPD; filled in, it comes back without a question."""
    t, now = words(), dt.datetime.now(dt.UTC)
    form = form_of(filled_store(store, t, now).frames(), region, campaign)
    write_whole(output, template(form, now=now))
    if as_json:
        print_json({"file": str(output), "region": form.region, "campaign": form.campaign, "opd": len(form.units)})
        return
    typer.echo(
        t(
            "{file}: the form of {region} for {campaign}, with {count} known OPD.",
            file=output,
            region=form.region,
            campaign=form.campaign,
            count=t.number(len(form.units)),
        )
    )


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("template")(template_command)
