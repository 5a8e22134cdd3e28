"""The rows that were taken for no data, so that a person can object. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set

import polars as pl

from etl.recognise.found import Settled, text_of
from etl.recognise.grid import Grid
from etl.recognise.layout import SET_ASIDE
from etl.recognise.rows import DATA, FOOT

TITLE, HEADER, LEFT_OUT = "title", "header", "left_out"


def set_aside(grids: Sequence[Grid], settled: Sequence[Settled], left_out: Set[int]) -> pl.DataFrame:
    """Every filled row of the workbook that no table has as data, with what it was taken for (SET_ASIDE)."""
    rows: list[tuple[str | None, int, str, str]] = []
    for grid in grids:
        mine = [each for each in settled if each.table.grid is grid]
        what = _what(mine, left_out)
        data = {at for each in mine if id(each) not in left_out for at in each.data}
        first = min((each.table.area.header or (each.table.area.first,))[0] for each in mine) if mine else grid.height
        filled = grid.filled.to_frame("filled").with_row_index("at").filter(pl.col("filled") > 0)["at"]
        for at in filled.filter(~filled.is_in(sorted(data - set(what)))).to_list():
            role = what.get(at, TITLE if at < first else FOOT)
            rows.append((grid.sheet.name, int(grid.rows[at]), role, text_of(grid, at)))
    return pl.DataFrame(rows, schema=SET_ASIDE, orient="row")


def _what(settled: Sequence[Settled], left_out: Set[int]) -> dict[int, str]:
    """What rows were taken for, by position; a row may be data of one table and the total of another beside it."""
    found: dict[int, str] = {}
    for each in settled:
        for at in each.table.area.titles:
            found.setdefault(at, TITLE)
        for at in (*each.table.area.header, *each.table.area.repeats):
            found[at] = HEADER
        out = id(each) in left_out
        rows = each.rows if out else each.rows.filter(pl.col("what") != DATA)
        for at, what in rows.select("at", "what").iter_rows():
            found[at] = LEFT_OUT if out and what == DATA else what
    return found
