"""Separated text: which separator, and its records as a sheet. Lines are counted as an editor shows them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

import polars as pl

from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import Limits
from etl.sources.tabular.marks import Budget
from etl.sources.tabular.workbook import Sheet

LONGEST_CELL = 32_767
"""What a spreadsheet's cell can hold; a longer one is a quotation mark that nobody closed."""

_SEPARATORS = {"\t": 1.0, "|": 1.0, ";": 1.0, ",": 0.5}
"""A comma counts half: it is also a decimal sign and part of names."""

_DECLARED = re.compile(r"sep=([^\r\n\"])(?=[\r\n])", re.IGNORECASE)
_SAMPLE_RECORDS = 500
_SAMPLE_LENGTH = 200_000
_CHUNK = 50_000

Record = tuple[int, list[str]]


def sheet(text: str, limits: Limits) -> Sheet:
    """The one sheet of a text file; short records end in nulls, long ones get columns of their own. Raises Fault."""
    text = text.rstrip("\x1a")
    records = _records(text, separator_of(text))
    if _DECLARED.match(text):
        next(records)
    budget, frames, height, width = Budget(limits), [], 0, 0
    for chunk in iter(lambda: list(itertools.islice(records, _CHUNK)), []):
        height += len(chunk)
        width = max(width, *(len(cells) for _, cells in chunk))
        budget.check(None, chunk[-1][0], width, height, width)
        frames.append(_frame(chunk))
    cells = pl.concat(frames, how="diagonal") if frames else pl.DataFrame(schema={"row": pl.Int64})
    columns = pl.exclude("row")
    cells = cells.with_columns(pl.when(columns != "").then(columns).name.keep())
    kinds = cells.with_columns(pl.when(columns.is_not_null()).then(pl.lit("t")).name.keep())
    return Sheet(None, hidden=False, text=cells, kinds=kinds)


def separator_of(text: str) -> str:
    """The separator that the first line declares (`sep=;`), else the one that most records agree on, by how many cells
    it makes of them; a tab where there is none.

    One that leaves text behind a closing quotation mark is taken only if all of them do.
    """
    if declared := _DECLARED.match(text):
        return declared.group(1)
    csv.field_size_limit(_SAMPLE_LENGTH)
    sample = text[:_SAMPLE_LENGTH]
    for strict in (True, False):
        scores = {mark: _agreement(sample, mark, strict=strict) * weight for mark, weight in _SEPARATORS.items()}
        if any(scores.values()):
            break
    return max(scores, key=lambda mark: scores[mark])


def _agreement(sample: str, separator: str, *, strict: bool) -> float:
    """Separators in a record of the commonest width, times the share of filled records that have it."""
    widths: Counter[int] = Counter()
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator, strict=strict)
    try:
        widths.update(len(cells) for cells in itertools.islice(reader, _SAMPLE_RECORDS) if cells)
    except csv.Error as error:
        if not _ends_open(error):
            return 0.0
    return max(((width - 1) * count for width, count in widths.items()), default=0) / max(1, widths.total())


def _ends_open(error: csv.Error) -> bool:
    """Whether a strict reader came to the end of the text inside quotation marks."""
    return "end of data" in str(error)


def _records(text: str, separator: str) -> Iterator[Record]:
    """Every record with the line it begins on, blank ones too. Raises Fault for a quotation mark left open."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            last, line = line, reader.line_num + 1
    except csv.Error as error:
        raise Fault("unclosed_quote", line=line) from error
    if line > 1 and _left_open(text, separator, last):
        raise Fault("unclosed_quote", line=last)


def _left_open(text: str, separator: str, last: int) -> bool:
    """Whether the file ends inside quotation marks; the lenient reader does not say so."""
    lines = itertools.islice(io.StringIO(text, newline=""), last - 1, None)
    try:
        for _ in csv.reader(lines, delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return _ends_open(error)
    return False


def _frame(records: list[Record]) -> pl.DataFrame:
    width = max(len(cells) for _, cells in records)
    padded = [cells + [""] * (width - len(cells)) for _, cells in records]
    rows = pl.Series("row", [line for line, _ in records], dtype=pl.Int64)
    columns = zip(*padded, strict=True)
    return pl.DataFrame([rows, *(pl.Series(f"c{n}", column, dtype=pl.String) for n, column in enumerate(columns, 1))])
