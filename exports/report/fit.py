"""Which of a report's tables it has room for, how many of their rows, and their numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from exports.report.grid import cut, height
from exports.report.room import MOST_PAGES, pages, shared
from exports.report.values import Grid, Part, Source
from i18n import Text
from indicators.words import listed

_LEAST_ROWS = 4
"""A table that would show fewer of its rows is left out."""

_LINES_OF_A_ROW, _FEW_LINES = 4, 15
"""Tables with longer rows on average are paragraphs in a grid, a workbook's matter, unless few lines in all."""

_SPARED = ("opd", "daerah", "acara", "peta", "tanpa-bukti", "keadaan", "mutu", "definisi")
"""Names of tables that the key figures and the lists of whom to call go before: what a picture shows too, who is not
late, explanations."""

_Key = tuple[int, int]
"""The place of a part and of a table in it."""


def fitted(parts: Sequence[Part], sources: Sequence[Source], t: Text) -> tuple[Part, ...]:
    """The parts with the tables there is room for, cut and numbered. Notes say which ones are elsewhere.

    What answers least gives way first, and then what stands later.
    """
    keys = [(at, index) for at, part in enumerate(parts) for index in range(len(part.grids))]
    kept = sorted((key for key in keys if _is_list(_at(parts, key))), key=lambda key: _sparing(_at(parts, key)))
    while (shown := _cut_to_fit(parts, kept, sources, t)) is None:
        kept.pop()
    numbered = {key: replace(shown[key], number=number) for number, key in enumerate(sorted(shown), 1)}
    return _with(parts, numbered, t)


def _cut_to_fit(
    parts: Sequence[Part], kept: Sequence[_Key], sources: Sequence[Source], t: Text
) -> Mapping[_Key, Grid] | None:
    """The tables with as many rows as there are pages for; null = one would show too few."""
    wanted = [_at(parts, key) for key in kept]
    heights = [height(grid) for grid in wanted]

    def within(lines: int) -> dict[_Key, Grid]:
        room = shared(heights, lines)
        return {key: cut(grid, each, t) for key, grid, each in zip(kept, wanted, room, strict=True)}

    def taken(lines: int) -> int:
        return pages(_with(parts, within(lines), t), sources)

    shown = within(max(bisect_right(range(sum(heights) + 1), MOST_PAGES, key=taken) - 1, 0))
    has_enough = all(
        len(shown[key].rows) >= min(len(grid.rows), _LEAST_ROWS) for key, grid in zip(kept, wanted, strict=True)
    )
    return shown if has_enough else None


def _is_list(grid: Grid) -> bool:
    return height(grid) <= max(_LINES_OF_A_ROW * len(grid.rows), _FEW_LINES)


def _sparing(grid: Grid) -> int:
    return _SPARED.index(grid.name) + 1 if grid.name in _SPARED else 0


def _at(parts: Sequence[Part], key: _Key) -> Grid:
    return parts[key[0]].grids[key[1]]


def _with(parts: Sequence[Part], chosen: Mapping[_Key, Grid], t: Text) -> tuple[Part, ...]:
    """The parts with the chosen tables; a note names the others."""
    made = []
    for at, part in enumerate(parts):
        gone = [f"“{grid.caption}”" for index, grid in enumerate(part.grids) if (at, index) not in chosen]
        said = t.n(
            "Table {titles} is in the workbook.",
            "Tables {titles} are in the workbook.",
            len(gone),
            titles=listed(gone, t),
        )
        notes = (said, *part.notes) if gone else part.notes
        grids = tuple(chosen[at, index] for index in range(len(part.grids)) if (at, index) in chosen)
        made.append(replace(part, grids=grids, notes=notes))
    return tuple(made)
