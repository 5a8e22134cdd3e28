"""Where tables stand on a sheet: header rows, the rows below them, the titles above them. Pure."""

from __future__ import annotations

from dataclasses import replace

from etl.recognise import headings
from etl.recognise.area import Area
from etl.recognise.grid import Grid
from etl.recognise.headers import find_headers
from etl.recognise.layout import Field
from etl.recognise.rows import FOOTER, TOTAL
from etl.recognise.spans import group_labels


def find_areas(grid: Grid) -> list[Area]:
    """The tables of a sheet, from top to bottom and from left to right."""
    headers = find_headers(grid)
    starts = [(header[0] if header else first) for header, first in headers]
    titles = [_titles(grid, start, starts[at - 1] if at else None) for at, start in enumerate(starts)]
    areas: list[Area] = []
    for at, (header, first) in enumerate(headers):
        stop = grid.height if at + 1 == len(headers) else min([*titles[at + 1], starts[at + 1]])
        area = _area(grid, header, first, stop, titles[at])
        if areas and not area.titles and area.words == areas[-1].words and area.columns == areas[-1].columns:
            areas[-1] = replace(areas[-1], stop=stop, repeats=(*areas[-1].repeats, *header))
        else:
            areas.append(area)
    return [part for area in areas for part in _side_by_side(grid, area)]


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
