"""A few rows of a text file that is too large to be read as a workbook: streamed past, by line."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Collection, Iterator
from pathlib import Path

from etl.sources.tabular.separated import separator_of
from i18n import N_, BadInput

_SAMPLE = 65_536
_CELL = 1_000_000
"""Characters of a cell; more means that a quotation mark was never closed."""


def rows_at(path: Path, lines: Collection[int]) -> Iterator[tuple[int, tuple[str | None, ...]]]:
    """The records that begin on these lines (from 1), in order, with their cells; a blank cell is null.

    The file is UTF-8 (as a large roster has to be). Raises BadInput where its quotation marks do not match.
    """
    wanted, last = frozenset(lines), max(lines, default=0)
    csv.field_size_limit(_CELL)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        separator = separator_of("".join(itertools.islice(file, 200))[:_SAMPLE])
        file.seek(0)
        csv.field_size_limit(_CELL)  # telling the separator sets its own
        records = csv.reader(file, delimiter=separator)
        begins = 1
        try:
            for cells in records:
                if begins in wanted:
                    yield begins, tuple(cell or None for cell in cells)
                begins = records.line_num + 1
                if begins > last:
                    return
        except csv.Error as fault:
            raise BadInput(
                N_("From line {line} on the quotation marks of the file do not match."),
                where=path.name,
                next_step=N_("Save it as CSV UTF-8 anew."),
                line=begins,
            ) from fault
