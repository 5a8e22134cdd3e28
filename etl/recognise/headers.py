"""Which rows of a sheet are headers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

import polars as pl

from etl.recognise.grid import FIGURE, Grid, looks
from etl.recognise.rows import UNIT_CELL

Header = tuple[tuple[int, ...], int]
"""The rows of a header (none: a table without one) and the first row below it, by position."""

_HEADER_ROWS = 3
_LOOK_AHEAD = 20
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d|20\d\d-\d\d-\d\d")


def find_headers(grid: Grid) -> list[Header]:
    """The headers of a sheet from top to bottom: rows that words give away, else one that figures below it do."""
    found = _by_words(grid)
    if not found:
        by_contrast = _by_contrast(grid)
        return [] if by_contrast is None else [by_contrast]
    return found


def _by_words(grid: Grid) -> list[Header]:
    rows = grid.heads.to_frame("heads").with_columns(strong=grid.strong).with_row_index("at")
    candidates = rows.filter((pl.col("heads") >= 2) & (pl.col("strong") >= 1))["at"].to_list()
    found: list[Header] = []
    for at in candidates:
        # Right below a header stand its rows; further down a header is known by more than two of many words.
        if found and (_next_filled(grid, found[-1][1]) == at or at < found[-1][1] or not _mostly_words(grid, at)):
            continue
        header = _extended(grid, at, found[-1][1] if found else 0)
        found.append((header, header[-1] + 1))
    return found


def _next_filled(grid: Grid, at: int) -> int | None:
    return next((row for row in range(at, grid.height) if grid.filled[row]), None)


def _mostly_words(grid: Grid, at: int) -> bool:
    """Whether more than half of a row's cells are headings."""
    return bool(grid.heads[at] * 2 > grid.filled[at])


def _extended(grid: Grid, at: int, floor: int) -> tuple[int, ...]:
    """A header row with the rows above and below it that belong to it."""
    rows = [at]
    left = min(grid.line(at))
    above = at - 1
    if above >= floor and grid.filled[above] and not grid.figures[above]:
        cells = grid.line(above)
        if min(cells) > left and (len(cells) > 1 or _spans(grid, above, min(cells))):
            rows.insert(0, above)
    while len(rows) < _HEADER_ROWS and rows[-1] + 1 < grid.height and _continues(grid, rows):
        rows.append(rows[-1] + 1)
    return tuple(rows)


def _continues(grid: Grid, rows: list[int]) -> bool:
    """Whether the row below the header belongs to it: words or years under a group, nothing under the first column."""
    below = grid.line(rows[-1] + 1)
    if not below or (grid.figures[rows[-1] + 1] and not _only_days(grid, rows[-1] + 1, below)):
        return False
    left = min(min(grid.line(row)) for row in rows)
    if min(below) <= left or any(UNIT_CELL.fullmatch(cell.lower()) for cell in below.values()):
        return False
    over = {column for row in rows for column in grid.line(row)}
    under_group = any(column not in over for column in below) or any(
        _spans(grid, rows[-1], column) for column in below if column in over
    )
    alone = len(below) == 1 and not any(_spans(grid, rows[-1], column) for column in below)
    return under_group and not alone


def _only_days(grid: Grid, at: int, cells: dict[int, str]) -> bool:
    """Whether a row holds days and nothing else: headings of columns that each hold for a day."""
    return all(grid.kind(at, column) == "d" or _DAY.fullmatch(text) for column, text in cells.items())


def _spans(grid: Grid, at: int, column: int) -> bool:
    """Whether a cell is merged over several columns."""
    row = grid.rows[at]
    return any(top <= row <= bottom and left == column < right for top, left, bottom, right in grid.sheet.merged)


def _by_contrast(grid: Grid) -> Header | None:
    """A table that no word gives away: the row of words right above rows of figures, or rows of figures alone."""
    rows = pl.DataFrame({"filled": grid.filled, "figures": grid.figures}).with_row_index("at")
    body = rows.filter((pl.col("filled") >= 2) & (pl.col("figures") >= 1))["at"]
    if body.is_empty():
        return None
    first = int(body[0])
    above = rows.head(first).filter((pl.col("filled") >= 2) & (pl.col("figures") == 0))["at"].tail(1).to_list()
    for at in above:
        below = rows.slice(at + 1, _LOOK_AHEAD).filter(pl.col("filled") > 0)
        figures = {column for row in below["at"].head(3) for column in _figure_columns(grid, row)}
        if figures & set(grid.line(at)) and below.height and first - at <= 2:
            return ((at,), at + 1)
    if body.len() < 2:
        return None
    return ((), first)


def _figure_columns(grid: Grid, at: int) -> Iterator[int]:
    for column, text in grid.line(at).items():
        if looks(FIGURE, text):
            yield column
