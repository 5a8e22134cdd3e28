"""How far the making of a file is: real steps, told as each begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int, str], None]
"""Told as a step begins: which it is (from 1), of how many, and what is being made, in the reader's words."""


def unheard(_place: int, _count: int, _words: str) -> None:
    """For a file that nobody waits for."""


@dataclass(slots=True)
class Steps:
    """The steps of one file, counted as they begin. One that is made again, as no record could be kept of it, stays at
    its last step."""

    progress: Progress
    count: int
    begun: int = 0

    def begin(self, words: str) -> None:
        """Tell of the next step."""
        self.begun = min(self.begun + 1, self.count)
        self.progress(self.begun, self.count, words)
