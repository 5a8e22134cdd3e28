"""Where tables stand on a sheet: header rows, the rows below them, the titles above them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from etl.recognise import headings
from etl.recognise.grid import FIGURE, Grid, looks
from etl.recognise.layout import Field
from etl.recognise.rows import FOOTER, TOTAL, UNIT_CELL
from etl.recognise.spans import group_labels

_HEADER_ROWS = 3
_LOOK_AHEAD = 20


@dataclass(frozen=True, slots=True)
class Area:
    """One table by positions on its grid: `header` rows (none: it has no header), body rows `first..stop` (end
    exclusive), the columns from left to right with their heading words, and the rows of its titles."""

    header: tuple[int, ...]
    first: int
    stop: int
    columns: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]
    titles: tuple[int, ...]

    def heading(self, column: int) -> str:
        """A column's header words joined."""
        return " / ".join(self.words[self.columns.index(column)])


def find_areas(grid: Grid) -> list[Area]:
    """The tables of a sheet, from top to bottom and from left to right."""
    headers = _headers(grid)
    if not headers:
        found = _by_contrast(grid)
        if found is None:
            return []
        headers = [found]
    starts = [(header[0] if header else first) for header, first in headers]
    titles = [_titles(grid, start, starts[at - 1] if at else None) for at, start in enumerate(starts)]
    areas: list[Area] = []
    for at, (header, first) in enumerate(headers):
        stop = grid.height if at + 1 == len(headers) else min([*titles[at + 1], starts[at + 1]])
        area = _area(grid, header, first, stop, titles[at])
        areas += _side_by_side(grid, area)
    return areas


def _headers(grid: Grid) -> list[tuple[tuple[int, ...], int]]:
    """(header rows, first row below) of every row that words give away as a header."""
    rows = grid.heads.to_frame("heads").with_columns(strong=grid.strong).with_row_index("at")
    candidates = rows.filter((pl.col("heads") >= 2) & (pl.col("strong") >= 1))["at"].to_list()
    found: list[tuple[tuple[int, ...], int]] = []
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
    if not below or grid.figures[rows[-1] + 1]:
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


def _spans(grid: Grid, at: int, column: int) -> bool:
    """Whether a cell is merged over several columns."""
    row = grid.rows[at]
    return any(top <= row <= bottom and left == column < right for top, left, bottom, right in grid.sheet.merged)


def _by_contrast(grid: Grid) -> tuple[tuple[int, ...], int] | None:
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


def _titles(grid: Grid, start: int, previous: int | None) -> tuple[int, ...]:
    """The rows above a header that are its titles: all above the first; above another those up to the end of the table
    before it."""
    if previous is None:
        return tuple(at for at in range(start) if grid.filled[at])
    found = []
    for at in range(start - 1, previous, -1):
        if not grid.filled[at]:
            continue
        cells = list(grid.line(at).values())
        if len(cells) > 2 or grid.figures[at] or FOOTER.match(cells[0].lower()) or TOTAL.match(cells[0].lower()):
            break
        found.append(at)
    return tuple(reversed(found))


def _area(grid: Grid, header: tuple[int, ...], first: int, stop: int, titles: tuple[int, ...]) -> Area:
    labels = group_labels(grid, header)
    body = grid.text.slice(first, stop - first)
    filled = [int(name[1:]) for name in body.columns if body[name].null_count() < body.height]
    columns = tuple(sorted({*labels, *filled}))
    return Area(header, first, stop, columns, tuple(labels.get(column, ()) for column in columns), titles)


def _side_by_side(grid: Grid, area: Area) -> list[Area]:
    """A table, cut where its headings begin anew: `No | OPD | Jumlah | No | OPD | Jumlah` are two."""
    keys = {Field.NUMBER, Field.OPD, Field.REGION, Field.NAME, Field.NIP}
    fields = [headings.read_heading(words).field for words in area.words]
    cuts, start = [0], 0
    for at in range(1, len(fields)):
        seen = [headings.plain(words[-1]) for words in area.words[start:at] if words]
        again = fields[at] in keys and area.words[at] and headings.plain(area.words[at][-1]) in seen
        units = set(fields[at:]) & (keys - {Field.NUMBER})
        if again and units and set(fields[start:at]) & (keys - {Field.NUMBER}) and len(fields) - at > 1:
            cuts.append(at)
            start = at
    if len(cuts) == 1:
        return [area]
    parts = []
    for low, high in zip(cuts, [*cuts[1:], len(fields)], strict=True):
        left = 0 if low == 0 else area.columns[low]
        right = area.columns[high] if high < len(fields) else grid.text.width + 1
        titles = tuple(at for at in area.titles if _reaches(grid.line(at), left, right))
        parts.append(replace(area, columns=area.columns[low:high], words=area.words[low:high], titles=titles))
    return parts


def _reaches(cells: dict[int, str], left: int, right: int) -> bool:
    """Whether a title row speaks of the columns `left..right`: a single cell speaks of all tables below it."""
    return len(cells) == 1 or any(left <= column < right for column in cells)
