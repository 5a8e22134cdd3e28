"""`ikrar ingest FILE`: a file through the whole flow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl.cli.answers import read_answers
from etl.cli.console import DEFAULT_STORE, JsonOption, StoreOption, local_user, log, print_json, words
from etl.cli.ingest_article import ingest_article_command
from etl.cli.ingest_report import as_document, as_lines
from etl.cli.stores import filled_store
from etl.disk import write_whole
from etl.ingest import ingest
from etl.ingest.refusals import refused_file
from etl.ingest.values import Request
from etl.recognise.layout import FileKind
from i18n import N_, BadInput, Text

ARTICLE = "article"
As = StrEnum("As", [*(kind.value for kind in FileKind), ARTICLE])  # type: ignore[misc]  # the kinds, and what is no list
"""What a file may be said to be."""


def ingest_command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="XLSX, XLS, ODS or separated text; an article with --as article.")
    ],
    *,
    kind: Annotated[As | None, typer.Option("--as", help="What it is about; none = seen from its columns.")] = None,
    region: Annotated[str | None, typer.Option(metavar="CODE", help="Region that the file is of.")] = None,
    campaign: Annotated[str | None, typer.Option(metavar="ID", help="Election that it is for.")] = None,
    sender: Annotated[
        str | None, typer.Option(metavar="NAME", help="Office that sent it; its answers are remembered.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    all_or_nothing: Annotated[
        bool, typer.Option("--all-or-nothing", help="Save only if every row is good; else the good ones.")
    ] = False,
    accept_mapping: Annotated[
        bool, typer.Option("--accept-mapping", help="Accept recognised columns, and new OPD whose names are known.")
    ] = False,
    answers: Annotated[
        Path | None, typer.Option(metavar="ANSWERS.json", help="Answers to questions: {question id: choice}.")
    ] = None,
    refused: Annotated[
        Path | None, typer.Option(metavar="OUT.xlsx", help="Write the rows with their verdicts, to correct and resend.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """A region's file or an article through the whole flow: read, check, compare, save. Exit 1 where a row is left."""
    t, now = words(), dt.datetime.now(dt.UTC)
    request = Request(
        name=file.name,
        by=local_user(),
        kind=None if kind is None or kind == ARTICLE else FileKind(kind),
        region=region,
        campaign=campaign,
        sender=sender,
        accept_mapping=accept_mapping,
        answers=read_answers(answers) if answers else {},
    )
    if not file.is_file():
        raise BadInput(N_("There is no such file."), where=str(file), next_step=N_("Check its name and folder."))
    if kind == ARTICLE:
        ingest_article_command(
            filled_store(store, t, now),
            file,
            request,
            now=now,
            dry_run=dry_run,
            all_or_nothing=all_or_nothing,
            refused=refused,
            as_json=as_json,
        )
        return
    outcome = ingest(
        filled_store(store, t, now),
        file,
        request,
        now=now,
        dry_run=dry_run,
        all_or_nothing=all_or_nothing,
        progress=_progress(t),
    )
    if as_json:
        print_json(as_document(outcome, t))
    else:
        for line in as_lines(outcome, t, dry_run=dry_run):
            typer.echo(line)
    if refused:
        write_whole(refused, refused_file(file, outcome.preview, t, now=now))
        log(t("{file} holds your rows with the verdict on each: correct it and send it again.", file=refused))
    if not outcome.preview.is_clean:
        raise typer.Exit(1)


def _progress(t: Text) -> Callable[[str, float], None]:
    """Tells each step once, on stderr."""
    told: set[str] = set()

    def tell(step: str, share: float) -> None:
        if step not in told:
            told.add(step)
            log(t("{share} {step} …", share=t.percent(share, 0), step=t(step)))

    return tell


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ingest")(ingest_command)
