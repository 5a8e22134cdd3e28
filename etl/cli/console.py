"""What commands share: where the store is, the reader's language, and printing for people or as JSON."""

from __future__ import annotations

import getpass
import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from i18n import LANGUAGES, Text, text

StoreOption = Annotated[Path, typer.Option("--store", envvar="IKRAR_STORE", help="Folder of the store.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]

DATA = Path(__file__).parents[2] / "data"
"""The bundled inputs: beside the code, from wherever the command is run."""

DEFAULT_STORE = DATA / "store"

UNKNOWN_USER = "lokal"


def words() -> Text:
    """The reader's language: Indonesian, or what IKRAR_LANG names."""
    wanted = os.environ.get("IKRAR_LANG", "id")
    return text(next((language for language in LANGUAGES if language == wanted), "id"))


def local_user() -> str:
    """Name for the audit log: IKRAR_USER, else the account that runs the process, else `lokal`."""
    if named := os.environ.get("IKRAR_USER", "").strip():
        return named
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account without a name: how it shows depends on system and version
        return UNKNOWN_USER


def print_json(document: Any) -> None:
    """One JSON document on stdout, dates as ISO 8601, text as UTF-8."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def print_table(headings: list[str], rows: list[list[str]]) -> None:
    """An aligned table on stdout for people."""
    widths = [max(len(cell) for cell in column) for column in zip(headings, *rows, strict=True)]
    for row in [headings, ["─" * width for width in widths], *rows]:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def log(message: str) -> None:
    """Progress for people, on stderr."""
    typer.echo(message, err=True)
