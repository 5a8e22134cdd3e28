"""The command line's frame: commands, the language, exit codes."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module

import typer

from etl.cli.console import words
from i18n import IkrarError

COMMANDS: tuple[str, ...] = (
    "build",
    "serve",
    "resolve",
    "parse",
    "extract",
    "ingest",
    "boundaries",
    "template",
    "query",
    "events",
    "export",
    "simulate",
    "snapshots",
    "diff",
    "undo",
    "verify",
)
"""Modules of `etl.cli` that define commands with a `register(app)` function, in the order `--help` lists them."""


def build(wanted: str | None = None) -> typer.Typer:
    """The command line with every command registered, or only the one wanted where that is a command.

    A command imports what it needs; loading all of them for one would double the wait on an office PC.
    """
    app = typer.Typer(name="ikrar", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

    @app.callback()
    def root() -> None:
        """Ikrar: where civil servants have pledged neutrality, and how sure anyone can be of it."""

    for name in (wanted,) if wanted in COMMANDS else COMMANDS:
        import_module(f"etl.cli.{name}").register(app)
    return app


def main() -> None:
    """Run the command line. Exit 0 done, 1 something refused or differing, 2 bad input or usage, 3 our own fault."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows consoles default to cp1252
    try:
        build(next(iter(sys.argv[1:]), None))()
    except IkrarError as error:
        typer.echo(error.render(words()), err=True)
        sys.exit(error.exit_code)
    except Exception:  # the last stop: our own fault, its trace for whoever mends it, 3 for the caller
        traceback.print_exc()
        sys.exit(3)
