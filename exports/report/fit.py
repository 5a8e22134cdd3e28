"""Which of a report's tables it has room for, how many of their rows, and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from exports.report.grid import cut, height
from exports.report.room import lines_left, shared
from exports.report.values import Grid, Part, Source
from i18n import Text

_LEAST_ROWS = 6
"""A table that would show fewer of its rows is left out."""

_LINES_OF_A_ROW, _FEW_LINES = 4, 15
"""Tables with longer rows on average are paragraphs in a grid, a workbook's matter, unless few lines in all."""


def fitted(parts: Sequence[Part], sources: Sequence[Source], t: Text) -> tuple[Part, ...]:
    """The parts with the tables there is room for, cut and numbered. Notes say which ones are elsewhere.

    What stands later gives way first: the last sections explain, the first ones answer.
    """
    keys = [(at, index) for at, part in enumerate(parts) for index in range(len(part.grids))]
    kept = [key for key in keys if _is_list(_at(parts, key))]
    while True:
        lean = _with(parts, lambda at, index: _at(parts, (at, index)) if (at, index) in kept else None, t)
        wanted = [_at(parts, key) for key in kept]
        room = shared([height(grid) for grid in wanted], lines_left(lean, sources))
        shown = [cut(grid, lines, t) for grid, lines in zip(wanted, room, strict=True)]
        if all(len(now.rows) >= min(len(grid.rows), _LEAST_ROWS) for now, grid in zip(shown, wanted, strict=True)):
            break
        kept.pop()
    numbered = {key: replace(grid, number=number) for key, grid, number in zip(kept, shown, count(1), strict=False)}
    return _with(parts, lambda at, index: numbered.get((at, index)), t)


def _is_list(grid: Grid) -> bool:
    return height(grid) <= max(_LINES_OF_A_ROW * len(grid.rows), _FEW_LINES)


def _at(parts: Sequence[Part], key: tuple[int, int]) -> Grid:
    return parts[key[0]].grids[key[1]]


def _with(parts: Sequence[Part], choose: Callable[[int, int], Grid | None], t: Text) -> tuple[Part, ...]:
    """The parts with the chosen tables; each other one is a note."""
    made = []
    for at, part in enumerate(parts):
        pairs = [(grid, choose(at, index)) for index, grid in enumerate(part.grids)]
        gone = [t("Table “{title}” is in the workbook.", title=grid.caption) for grid, chosen in pairs if not chosen]
        made.append(replace(part, grids=tuple(one for _, one in pairs if one), notes=(*gone, *part.notes)))
    return tuple(made)
