"""A file that comes back with our verdicts beside its rows is read as if they were not there. Pure."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from etl.sources.tabular import Sheet
from exports.xlsx.refused import HEADINGS


def own_cells(sheet: Sheet) -> Sheet:
    """The sheet without the columns that Ikrar added to it (exports/xlsx/refused.py): what the sender wrote."""
    names = sheet.text.columns[1:]
    if not names:
        return sheet
    is_ours = sheet.text.select(pl.col(names).str.strip_chars().is_in(HEADINGS).any()).row(0)
    ours = [name for name, found in zip(names, is_ours, strict=True) if found]
    if not ours:
        return sheet
    kept = len(names)
    while kept and names[kept - 1] in ours:
        kept -= 1
    blank = [pl.lit(None, pl.String()).alias(name) for name in ours if name in names[:kept]]
    columns = ["row", *names[:kept]]
    places = {names.index(name) + 1 for name in ours}
    return replace(
        sheet,
        text=sheet.text.select(columns).with_columns(blank),
        kinds=sheet.kinds.select(columns).with_columns(blank),
        merged=tuple(span for span in sheet.merged if not places & set(range(span[1], span[3] + 1))),
    )
