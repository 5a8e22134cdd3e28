"""`ikrar export KIND`: a briefing, or a picture or table of it, as a file that carries its way back."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Annotated

import typer

from briefings.briefing import Request, SectionName
from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, local_user, log, print_json, words
from etl.cli.stores import filled_store
from etl.disk import write_whole
from etl.issuing import KINDS, PICTURES, WHOLE, Origin, Progress, Wishes, issue, issue_part, known_kind, public_address
from i18n import LANGUAGES, N_, BadInput, Language, Text, text
from warehouse.as_of import AsOf
from warehouse.vocabulary import Audience


def export_command(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=f"One of: {', '.join(KINDS)}. {', '.join(WHOLE)} hold all sections; png and svg one picture, and so "
            "does pdf where exactly one --section is given; the others one table.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")],
    *,
    region: Annotated[str | None, typer.Option(metavar="CODE", help="Region; none = the nation.")] = None,
    campaign: Annotated[
        str | None, typer.Option(metavar="ID", help="Election; none = the newest with data, semua = all.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE|SNAPSHOT|SNAPSHOT@DATE", help="What was known on a day, or by a snapshot."),
    ] = None,
    section: Annotated[
        list[SectionName] | None,
        typer.Option(help="A section; may be given often. None = all; for one picture peta, for data every region."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="LANGUAGE", help=f"{' or '.join(LANGUAGES)}; none = the commands' own.")
    ] = None,
    audience: Annotated[
        Audience, typer.Option(help="Who will see it: figures of too few people for them are withheld.")
    ] = Audience.DALAM,
    template: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An office's own deck (.pptx, .potx) to put a pptx into.")
    ] = None,
    semicolon: Annotated[bool, typer.Option("--semicolon", help="Part a csv's cells by ; as Excel here does.")] = False,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """A briefing of a region as a deck, report, workbook or data, or one picture or table of it.

    The file carries its state, sources and a code; the page Cek angka opens the code and says whether the figures still
    hold. Exit 1 where the file was made but could not be put on record: it then says so in place of the code.
    """
    t, now = words(), dt.datetime.now(dt.UTC)
    known_kind(kind)
    asked = AsOf.read(as_of) if as_of else AsOf()
    wishes = Wishes(_bytes(template) if template else None, semicolon)
    address, reader = public_address(os.environ), text(_language(language)) if language else t
    origin = Origin(filled_store(store, t, now), reader, now, local_user(), asked, address)
    request = Request(region, campaign, audience=audience, sections=tuple(section or SectionName))
    is_picture = kind in PICTURES and len(section or ()) == 1
    if is_picture:
        made = issue_part(origin, request, kind, wishes)
    else:
        made = issue(origin, request, kind, wishes, progress=_progress(reader))
    write_whole(output, made.content)
    if as_json:
        print_json(
            {
                "file": str(output),
                "kind": kind,
                "bytes": len(made.content),
                "sha256": made.sha256,
                "code": made.code,
                "snapshot": made.snapshot,
                "recorded": made.export_id is not None,
            }
        )
    else:
        typer.echo(
            t(
                "{file}: {kind}, {bytes} bytes, snapshot {snapshot}, code {code}",
                file=output,
                kind=t(KINDS[kind].label),
                bytes=t.number(len(made.content)),
                snapshot=made.per,
                code=made.code,
            )
        )
    if made.export_id is None:
        log(t("The catalogue cannot be written, so the file is not on record and carries no code."))
        raise typer.Exit(1)


def _progress(t: Text) -> Progress:
    """Tells each step on stderr."""
    return lambda place, count, step: log(
        t("{step} … {place} of {count}", step=step, place=t.number(place), count=t.number(count))
    )


def _language(wanted: str) -> Language:
    for known in LANGUAGES:
        if known == wanted:
            return known
    raise BadInput(
        N_("There is no language “{language}”."),
        next_step=N_("Known: {known}."),
        language=wanted,
        known=", ".join(LANGUAGES),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            N_("The file cannot be read ({reason})."),
            where=str(path),
            next_step=N_("Check its name and its permissions."),
            reason=error.strerror,
        ) from error


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export_command)
