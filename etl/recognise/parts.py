"""Rows of people whom the row above them counts already: a UPTD under its dinas, a bagian under the Setda. Pure.

A numbering (1.1, a.), an indent or the kind of unit says that a row may be part of the one above; only sums prove it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import polars as pl

from etl.recognise.grid import Grid
from etl.recognise.rows import DATA, SUM, Roles
from etl.recognise.totals import Sums, Values

_PART = re.compile(
    r"(?:bagian|bidang|sub ?bag\w*|seksi|uptd?|upt|blud|puskesmas|pustu|labkesda|asisten|staf ahli|kelurahan|korwil\w*"
    r"|cabang dinas|cabdin|(?:sd|smp|sma|smk|slb|tk)n?)\b"
)
"""How units begin that stand below an OPD."""
_MARKS = (
    (0, re.compile(r"[IVX]+[.)]?")),
    (1, re.compile(r"\d{1,3}[.)]?")),
    (2, re.compile(r"\(?[a-z][.)]?|\d{1,3}\.\d{1,2}\.?")),
    (3, re.compile(r"[-–•*]|\d{1,3}\.\d{1,2}\.\d{1,2}\.?|\d{1,2}\)")),
)
"""How deep a number in front of a row says that it stands."""
_IN_NAME = re.compile(r"(\(?[a-z][.)]|\d{1,3}\.\d{1,2}\.?|[-–•*])\s")
_UNNUMBERED = 3
_OF_A_UNIT = 2


@dataclass(frozen=True, slots=True)
class Under:
    """A data row and those below it that may be part of it, by position."""

    parent: int
    children: tuple[int, ...]


def parts_of(grid: Grid, rows: pl.DataFrame, roles: Roles, values: Values) -> tuple[list[int], list[Under]]:
    """The data rows that sums prove to be counted in a row above them, and what may be so without a proof.

    `values`: the counts of the table, percentages left out.
    """
    data = rows.filter(pl.col("what") == DATA)["at"].to_list()
    groups = list(_groups(data, _depths(grid, data, roles)))
    proven = [each for each in groups if _is_sum(values, each)]
    taken = {at for each in proven for at in _below(each, {other.parent: other for other in groups})}
    doubtful = [
        each
        for each in groups
        if each.parent not in taken and not taken.issuperset(each.children) and _may_include(values, each)
    ]
    inside = {at for each in doubtful for at in each.children}
    last = rows.filter(pl.col("what") == SUM)["at"].max()
    if not inside or not isinstance(last, int):
        return sorted(taken), doubtful
    printed = values.at(last)
    counted = _less(values.sum((0, bisect_left(data, last))), _sum(values, taken))
    if _agrees(printed, counted):
        return sorted(taken), []
    if _agrees(printed, _less(counted, _sum(values, inside))):
        return sorted(taken | inside), []
    return sorted(taken), doubtful


def _depths(grid: Grid, data: list[int], roles: Roles) -> list[int]:
    """How deep each data row stands: by its number, else by that of its name, and its indent and kind of unit."""
    if roles.unit is None:
        return [0] * len(data)
    names = grid.text[f"c{roles.unit}"].gather(data).fill_null("").to_list()
    written = grid.sheet.text[f"c{roles.unit}"].gather(data).fill_null("").to_list()
    cells = grid.text[data].select(pl.coalesce([f"c{column}" for column in roles.numbers] or pl.lit(None, pl.String)))
    numbers = cells.to_series().to_list() if roles.numbers else [None] * len(data)
    numbered = sum(number is not None for number in numbers) * 2 > len(data)
    found = []
    for name, text, number in zip(names, written, numbers, strict=True):
        inner = _IN_NAME.match(name)
        mark = inner[1] if inner else number
        depth = _marked(mark) if mark else _UNNUMBERED if numbered else 1
        if _PART.match(name[inner.end() if inner else 0 :].lower()):
            depth = max(depth, _OF_A_UNIT)
        found.append(depth * 100 + min(len(text) - len(text.lstrip()), 99))
    return found


def _marked(mark: str) -> int:
    return next((depth for depth, pattern in _MARKS if pattern.fullmatch(mark.strip())), 1)


def _groups(data: Sequence[int], depths: Sequence[int]) -> Iterator[Under]:
    """Each row with the rows right below it that stand one step deeper."""
    for place, (at, depth) in enumerate(zip(data, depths, strict=True)):
        stop = next((after for after in range(place + 1, len(data)) if depths[after] <= depth), len(data))
        inner = range(place + 1, stop)
        if inner:
            nearest = min(depths[after] for after in inner)
            yield Under(at, tuple(data[after] for after in inner if depths[after] == nearest))


def _below(each: Under, groups: Mapping[int, Under]) -> Iterator[int]:
    """The rows of a group and all that stand below those."""
    for child in each.children:
        yield child
        if child in groups:
            yield from _below(groups[child], groups)


def _is_sum(values: Values, each: Under) -> bool:
    """Whether the row is the sum of those below it in every column; one row below, in one column, may be chance."""
    whole, parts = values.at(each.parent), _sum(values, each.children)
    certain = len(each.children) > 1 or len(_both(whole, parts)) > 1
    return certain and _agrees(whole, parts)


def _may_include(values: Values, each: Under) -> bool:
    """Whether no column of the row says less than those below it together."""
    pairs = _both(values.at(each.parent), _sum(values, each.children))
    return any(parts for _, parts in pairs) and all(whole >= parts for whole, parts in pairs)


def _agrees(whole: Sums, parts: Sums) -> bool:
    """Whether two rows of figures are the same where both give one, and say something."""
    pairs = _both(whole, parts)
    return any(a for a, _ in pairs) and all(abs(a - b) < 0.5 for a, b in pairs)


def _sum(values: Values, places: Iterable[int]) -> Sums:
    columns = zip(*(values.at(at) for at in places), strict=True)
    return [sum(known) if (known := [each for each in column if each is not None]) else None for column in columns]


def _less(whole: Sums, parts: Sums) -> Sums:
    """What is left of sums without others of the same columns (none = nothing is taken away)."""
    return [a if a is None else a - (b or 0) for a, b in zip_longest(whole, parts)]


def _both(one: Sums, other: Sums) -> list[tuple[float, float]]:
    return [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
