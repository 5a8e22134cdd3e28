"""The reference of all commands, written from the commands themselves: `python -m etl.cli.reference`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import typer.main

from etl.cli.app import build

ROOT = Path(__file__).parents[2]
PATH = ROOT / "docs" / "commands.md"

HEAD = """# Commands

Written from the code by `python -m etl.cli.reference`; do not edit.

`uv run ikrar COMMAND …` (or `.venv/bin/ikrar`). Output is for people by default and one JSON document with `--json`;
progress and logs go to stderr. Exit code 0 = done, 1 = finished but something was refused or differs, 2 = bad input or
usage, 3 = our own fault.

| environment | what it sets |
|---|---|
| `IKRAR_STORE` | folder of the store, for every command without `--store` (default `data/store`) |
| `IKRAR_LANG` | language of the commands: `id` (default) or `en` |
| `IKRAR_SECRET` | at least 32 characters; without it the dashboard stays on loopback |
| `IKRAR_HOSTS` | names under which the dashboard is reached, comma-separated (default: loopback names) |
| `IKRAR_ADDRESS` | set by `ikrar serve` to what it listens on: only on loopback may files be sent and batches undone |
| `IKRAR_PUBLIC_ADDRESS` | where others open this installation: what the QR code on files leads to (default: nowhere) |
| `IKRAR_USER` | name that the audit log gives to whoever runs a command or sits at the pages (default: the account) |
| `IKRAR_ROSTER_KEY` | secret of the hashes of people, 64 hexadecimal digits (default: a key file beside the store) |
| `IKRAR_CATALOGUE_URL` | database address of the catalogue (default: SQLite inside the store) |
| `IKRAR_REFERENCE` | folder of reference material that some tests read |
"""


def reference() -> str:
    """The whole reference as Markdown: one section a command, one row an argument or option."""
    root = typer.main.get_command(build())
    sections = [HEAD]
    for name, command in _commands(root):
        sections.append(f"## ikrar {name}\n\n{command.help}\n")
        sections.append("\n".join(["| | | default |", "|---|---|---|", *map(_row, command.params)]) + "\n")
    return "\n".join(sections)


def _commands(group: Any, front: str = "") -> Iterator[tuple[str, Any]]:  # Typer keeps a click of its own
    """Every command with its words; a group's own (`boundaries import`) in its place."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{front}{name} ")
        else:
            yield f"{front}{name}", command


def _row(param: click.Parameter) -> str:
    names = f"`{(param.name or '').upper()}`" if param.param_type_name == "argument" else f"`{param.opts[0]}`"
    words = str(getattr(param, "help", None) or "").replace("|", "\\|")
    return f"| {names} | {words} | {_default(param.default)} |"


def _default(value: object) -> str:
    """The default as code; a path as seen from the project's folder. Empty where there is none."""
    if value in (None, False, ()) or callable(value):
        return ""
    if isinstance(value, Path) and value.is_relative_to(ROOT):
        value = value.relative_to(ROOT)
    return f"`{value.as_posix() if isinstance(value, Path) else value}`"


if __name__ == "__main__":
    PATH.write_text(reference(), encoding="utf-8", newline="\n")
