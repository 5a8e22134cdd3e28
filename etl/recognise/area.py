"""Where one table stands on its sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """One table by positions on its grid: `header` rows (none: it has no header), body rows `first..stop` (end
    exclusive), the columns from left to right with their heading words, the rows of its titles, and those where its
    header stands again, as on every printed page."""

    header: tuple[int, ...]
    first: int
    stop: int
    columns: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    titles: tuple[int, ...]
    repeats: tuple[int, ...] = ()
