"""Which of a report's tables it has room for, how many of their rows, and their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from exports.report.grid import cut, height
from exports.report.room import lines_left, shared
from exports.report.values import Grid, Part, Source
from i18n import Text
from indicators.words import listed

_LEAST_ROWS = 6
"""A table that would show fewer of its rows is left out."""

_LINES_OF_A_ROW, _FEW_LINES = 4, 15
"""Tables with longer rows on average are paragraphs in a grid, a workbook's matter, unless few lines in all."""

_SPARED = ("opd", "daerah", "acara", "peta", "tanpa-bukti", "keadaan", "mutu", "definisi")
"""Names of tables that the key figures and the lists of whom to call go before: what a picture shows too, who is not
late, explanations."""


def fitted(parts: Sequence[Part], sources: Sequence[Source], t: Text) -> tuple[Part, ...]:
    """The parts with the tables there is room for, cut and numbered. Notes say which ones are elsewhere.

    What answers least gives way first, and then what stands later.
    """
    keys = [(at, index) for at, part in enumerate(parts) for index in range(len(part.grids))]
    kept = sorted((key for key in keys if _is_list(_at(parts, key))), key=lambda key: _sparing(_at(parts, key)))
    while True:
        lean = _with(parts, lambda at, index: _at(parts, (at, index)) if (at, index) in kept else None, t)
        wanted = [_at(parts, key) for key in kept]
        room = shared([height(grid) for grid in wanted], lines_left(lean, sources))
        shown = [cut(grid, lines, t) for grid, lines in zip(wanted, room, strict=True)]
        if all(len(now.rows) >= min(len(grid.rows), _LEAST_ROWS) for now, grid in zip(shown, wanted, strict=True)):
            break
        kept.pop()
    in_order = sorted(zip(kept, shown, strict=True), key=lambda pair: pair[0])
    numbered = {key: replace(grid, number=number) for (key, grid), number in zip(in_order, count(1), strict=False)}
    return _with(parts, lambda at, index: numbered.get((at, index)), t)


def _is_list(grid: Grid) -> bool:
    return height(grid) <= max(_LINES_OF_A_ROW * len(grid.rows), _FEW_LINES)


def _sparing(grid: Grid) -> int:
    return _SPARED.index(grid.name) + 1 if grid.name in _SPARED else 0


def _at(parts: Sequence[Part], key: tuple[int, int]) -> Grid:
    return parts[key[0]].grids[key[1]]


def _with(parts: Sequence[Part], choose: Callable[[int, int], Grid | None], t: Text) -> tuple[Part, ...]:
    """The parts with the chosen tables; a note names the others."""
    made = []
    for at, part in enumerate(parts):
        pairs = [(grid, choose(at, index)) for index, grid in enumerate(part.grids)]
        gone = [f"“{grid.caption}”" for grid, chosen in pairs if not chosen]
        said = t.n(
            "Table {titles} is in the workbook.",
            "Tables {titles} are in the workbook.",
            len(gone),
            titles=listed(gone, t),
        )
        notes = (said, *part.notes) if gone else part.notes
        made.append(replace(part, grids=tuple(one for _, one in pairs if one), notes=notes))
    return tuple(made)
