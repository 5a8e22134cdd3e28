"""`ikrar boundaries import|status|remove`: official boundaries for the map."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl import boundaries
from etl.boundaries import Provenance
from etl.cli.answers import read_choices
from etl.cli.boundaries_report import as_document, as_lines, edition_document, edition_row
from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, local_user, log, print_json, print_table, words
from etl.sources.boundaries import Asked, read_path
from etl.sources.boundaries.sniff import FORMATS
from geo.boundaries.editions import editions, in_force
from geo.boundaries.values import LEVELS
from i18n import N_, BadInput

AUTO = "auto"
As = StrEnum("As", [AUTO, *FORMATS])  # type: ignore[misc]  # the formats, and what finds out
Level = StrEnum("Level", [*LEVELS])  # type: ignore[misc]  # the levels


def import_command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="GeoParquet, GeoJSON, GeoPackage, or a Shapefile in a zip.")
    ],
    *,
    kind: Annotated[As, typer.Option("--format", help="What the file is; its content decides.")] = As[AUTO],
    layer: Annotated[str | None, typer.Option(metavar="NAME", help="Layer of a file with several.")] = None,
    level: Annotated[Level | None, typer.Option(help="What its areas are; none = seen from the file.")] = None,
    answers: Annotated[
        Path | None, typer.Option(metavar="ANSWERS.json", help="Answers to questions: {question id: choice}.")
    ] = None,
    edition: Annotated[str | None, typer.Option(metavar="TEXT", help="Edition, often a day or year: 2024-06.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who made them: BIG.")] = None,
    licence: Annotated[str | None, typer.Option(metavar="TEXT", help="What their licence allows.")] = None,
    source: Annotated[str | None, typer.Option(metavar="TEXT", help="Where the file comes from.")] = None,
    partial: Annotated[bool, typer.Option("--partial", help="Import even if some regions have no shape.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Boundaries for the map: joined to the regions, mended, checked, simplified. Exit 1 where anything differs."""
    t = words()
    if not file.is_file():
        raise BadInput(N_("There is no such file."), where=str(file), next_step=N_("Check its name and folder."))
    asked = Asked(
        format=next((known for known in FORMATS if known == kind), None),
        layer=layer,
        level=next((known for known in LEVELS if known == level), None),
        answers=read_choices(answers) if answers else {},
    )
    log(t("Reading, joining, mending and simplifying {name} …", name=file.name))
    reading = read_path(file, asked)
    obstacle = boundaries.obstacle(reading, partial=partial)
    kept = None
    if obstacle is None and not dry_run:
        said = Provenance(edition, publisher, licence, source)
        kept = boundaries.keep(store, reading, said, by=local_user(), now=dt.datetime.now(dt.UTC))
    if as_json:
        print_json(as_document(reading, kept, obstacle, t))
    else:
        for line in as_lines(reading, kept, obstacle, t):
            typer.echo(line)
    report = reading.report
    differs = report.missing or report.extra or report.refused or report.questions or report.area_differs
    if obstacle is not None or differs:
        raise typer.Exit(1)


def status_command(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """The editions that were imported, and which one the map shows."""
    t = words()
    kept, shown = editions(store), in_force(store)
    if as_json:
        print_json(
            {
                "in_force": edition_document(shown, t) if shown else None,
                "editions": [edition_document(each, t) for each in kept],
            }
        )
        return
    if shown is None:
        typer.echo(t("The map uses schematic shapes; there are no official boundaries yet."))
        return
    headings = ["", t("Edition"), t("Regions"), t("Publisher"), t("Licence"), t("File"), t("Imported"), t("Id")]
    print_table(headings, [edition_row(each, t, shown=each.id == shown.id) for each in kept])


def remove_command(
    edition: Annotated[str | None, typer.Argument(help="Id as `status` prints it; none = the one in force.")] = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Take an edition away. The map shows the one before it again, or the schematic shapes."""
    t = words()
    gone = boundaries.remove(store, edition)
    shown = in_force(store)
    if as_json:
        print_json({"removed": gone, "in_force": shown.id if shown else None})
        return
    typer.echo(t("Removed: {id}.", id=gone))
    if shown:
        typer.echo(t("The map now shows {id} ({name}).", id=shown.id, name=shown.file_name))
    else:
        typer.echo(t("The map uses schematic shapes; there are no official boundaries yet."))


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="Official boundaries for the map: import, status, remove.")
    group.command("import")(import_command)
    group.command("status")(status_command)
    group.command("remove")(remove_command)
    app.add_typer(group, name="boundaries")
