"""The `ikrar` command: one module a command, wired here."""

from etl.cli.app import main

__all__ = ["main"]
