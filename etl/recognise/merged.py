"""Names that stand once for several rows: merged cells, and blanks below a name. Pure."""

from __future__ import annotations

import polars as pl

from etl.recognise.grid import Grid

Fills = dict[int, int]
"""Rows without a value of their own, to the row whose value they would get; both by position on the grid."""


def fills_of(grid: Grid, column: int, data: list[int], *, implied: bool) -> Fills:
    """The data rows whose cell in a column is blank and would be filled down from above.

    Always inside a merged range; with `implied` also below any filled cell (a text file keeps no merged ranges, and
    people clear repeated names by hand).
    """
    cells = grid.text[f"c{column}"]
    blank = set(pl.Series(data, dtype=pl.Int64).filter(cells.gather(data).is_null()).to_list())
    if not blank:
        return {}
    place = {number: at for at, number in enumerate(grid.rows)} if grid.sheet.merged else {}
    fills: Fills = {}
    for top, left, bottom, right in grid.sheet.merged:
        if not left <= column <= right or top == bottom or top not in place or left != column:
            continue
        source = place[top]
        if cells[source] is not None:
            fills.update({at: source for at in range(source + 1, place.get(bottom, source) + 1) if at in blank})
    if implied:
        source_above = None
        for at in data:
            if at not in blank:
                source_above = at
            elif source_above is not None:
                fills.setdefault(at, source_above)
    return fills


def filled_down(frame: pl.DataFrame, column: int, rows: dict[int, int]) -> pl.DataFrame:
    """A block's frame with the cells of a column copied down; `rows` by row number."""
    name = f"c{column}"
    source = pl.col("row").replace_strict(rows, default=None, return_dtype=pl.Int64)
    above = frame.select(pl.col("row").alias("source"), pl.col(name).alias("above"))
    joined = frame.with_columns(source=source).join(above, on="source", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("above", name).alias(name)).select(frame.columns)
