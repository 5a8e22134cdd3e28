"""What whoever waits for a briefing, or for a file of it, is told meanwhile."""

from __future__ import annotations

from collections.abc import Callable

Begun = Callable[[str], None]
"""Told, in the reader's words, what is being made, each time that another part begins."""


def unheard(_: str) -> None:
    """For work that nobody waits for."""
