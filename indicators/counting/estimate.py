"""What is known of one cell of people in each unit, from all that is stated of it, of its parts and of its wholes.

A unit may be counted unsplit, by type, by tier and by both at once. What is stated of the cell, and what is stated of
its parts (added up), both hold where they agree. Of a whole that the cell is in, from none to all may be in it. Where
they cannot all be right the newer holds, and the coarser on a tie.

Computed on arrays with a place a unit, because a cell has up to seventeen others to be held against. There a bound
that is not known is NaN (low) or infinite (high): the smaller of two upper bounds is then simply the smaller one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from indicators.counting.cells import CELLS, TYPES, Cell, about
from warehouse.vocabulary import EmployeeType, Qualifier

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NEVER = -np.inf
"""The day of what is not stated."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a cell in each unit. `day` (days since 1970): the newest that it or a part of it was stated, or
    `_NEVER` where only wholes that it is in were, or nothing. `is_seen`: any of these was."""

    low: Numbers
    high: Numbers
    day: Numbers
    is_seen: Flags

    @property
    def is_own(self) -> Flags:
        """True where it or a part of it was stated."""
        return self.day > _NEVER


Stated = dict[Cell, Known]
Rest = Callable[[Cell], Numbers]
"""How many people of a cell may be counted, in each unit, where nothing is stated of them."""


def compare(target: pl.DataFrame, done: pl.DataFrame, cell: Cell) -> pl.DataFrame:
    """Targets of a cell beside counts of it, a row a unit: `unit_id`, `target_*`, `done_*`, `is_reported`, `is_loose`.

    Both inputs: rows of `newest` with `low`, `high`, `qualifier`; `target` also with `region_code`, `source_id`. Of
    whom nothing is stated in a unit that reported others, none or all may be done (no upper bound without a target).
    An unreported unit has `done` from 0 to its target. `is_loose`: nothing is stated of the very people asked for, if
    only of others together with them, so that whoever of them there are may all be done.

    A headcount is a full list: who is not in it is nobody. But a list without any PNS, or without any PPPK, does not
    tell of them; where they are counted as done the target has no upper bound.
    """
    counted = about(done, cell)
    units = pl.concat([target["unit_id"], counted["unit_id"]]).unique().sort()
    listed = _types_listed(target, units)
    people = _known(_stated(about(target, cell), units), cell, None)
    is_listed = np.logical_or.reduce([listed[kind] for kind in TYPES])

    def obliged(part: Cell) -> Numbers:
        return np.where(people[part].is_seen, people[part].high, np.where(is_listed, 0.0, np.inf))

    stated = _stated(counted, units)
    count = _known(_with_everyone(stated, counted, units, people), cell, obliged)[cell]
    is_nobody = ~people[cell].is_seen & np.logical_or.reduce([listed[kind] for kind in cell.types])
    has_more = np.logical_or.reduce(
        [~listed[kind] & stated[part].is_seen for kind in cell.types for part in CELLS if kind in part.types]
    )
    target_low = np.where(is_nobody, 0.0, people[cell].low)
    target_high = np.where(is_nobody, 0.0, np.where(has_more, np.inf, people[cell].high))
    return pl.DataFrame(
        {
            "unit_id": units,
            "target_low": _bound(target_low),
            "target_high": _bound(target_high),
            "done_low": _bound(np.where(count.is_seen, count.low, 0.0)),
            "done_high": _bound(np.where(count.is_seen, count.high, target_high)),
            "is_reported": pl.Series(count.is_seen),
            "is_loose": pl.Series(~count.is_own),
        }
    )


def _known(stated: Stated, cell: Cell, rest: Rest | None) -> Stated:
    """What is known of the cell and of each of its parts, the parts first.

    `rest` None: nobody is where nothing is stated (a target). Else at most so many of each cell are done.
    """
    known: Stated = {}
    for part in (part for part in CELLS if cell.holds(part)):
        value = stated[part]
        for parts in part.splits:
            value = _with_parts(value, stated[part].day, part, [(known[smaller], smaller) for smaller in parts], rest)
        known[part] = _within(
            value, [stated[whole] for whole in CELLS if whole != part and whole.holds(part)], part, rest
        )
    return known


def _with_parts(value: Known, day: Numbers, cell: Cell, parts: list[tuple[Known, Cell]], rest: Rest | None) -> Known:
    """What is known of the cell from itself (stated on `day`) and from its parts added up."""
    most = [np.zeros(len(day)) if rest is None else rest(part) for _, part in parts]
    each = [part for part, _ in parts]
    low = _added(np.nan_to_num(part.low) for part in each)
    stated = _added(np.where(part.is_own, part.high, 0.0) for part in each)
    # what the parts allow where the whole is refuted, and where it is not and limits them
    alone = _added(np.where(part.is_own, part.high, others) for part, others in zip(each, most, strict=True))
    high = _added(np.where(part.is_seen, part.high, others) for part, others in zip(each, most, strict=True))
    if rest is not None:
        alone, high = (np.maximum(stated, np.minimum(end, rest(cell))) for end in (alone, high))
    newest = np.maximum.reduce([part.day for part in each])
    if rest is None:
        # several parts counted on a later day are a new list: whoever it leaves out has gone
        is_new_list = (newest > day) & (_added(part.is_own.astype(np.float64) for part in each) > 1)
        high = np.where(is_new_list, alone, high)
    is_seen = np.logical_or.reduce([part.is_seen for part in each])
    is_newer = newest > value.day
    is_refuted = (low > value.high) | (high < value.low)
    cases = [~is_seen, ~value.is_own, newest == _NEVER, ~is_refuted, is_newer]
    return Known(
        low=np.select(cases, [value.low, low, value.low, np.fmax(value.low, low), low], value.low),
        high=np.select(cases, [value.high, high, value.high, np.minimum(value.high, high), alone], value.high),
        day=np.maximum(value.day, newest),
        is_seen=value.is_seen | is_seen,
    )


def _within(value: Known, wholes: list[Known], cell: Cell, rest: Rest | None) -> Known:
    """What is known of the cell, limited by what is stated of the wholes that it is in."""
    nobody_knows = np.full(len(value.low), np.inf)
    limit = np.minimum.reduce([nobody_knows, *(whole.high for whole in wholes)])
    if rest is not None:
        limit = np.where(value.is_own, limit, np.minimum(limit, rest(cell)))
    is_seen = np.logical_or.reduce([value.is_seen, *(whole.is_seen for whole in wholes)])
    return Known(
        low=np.where(~value.is_own & is_seen, 0.0, value.low),
        high=np.where(limit < value.low, value.high, np.minimum(value.high, limit)),
        day=value.day,
        is_seen=is_seen,
    )


def _stated(rows: pl.DataFrame, units: pl.Series) -> Stated:
    """What the rows state of each cell, as they were read."""
    at = _places(rows, units)
    low, high, day = (np.full((len(CELLS), len(units)), fill) for fill in (np.nan, np.inf, _NEVER))
    low[at] = rows["low"].cast(pl.Float64).fill_null(np.nan).to_numpy()
    high[at] = rows["high"].cast(pl.Float64).fill_null(np.inf).to_numpy()
    day[at] = rows["as_of"].cast(pl.Int32).to_numpy()
    return {cell: Known(low[i], high[i], day[i], day[i] > _NEVER) for i, cell in enumerate(CELLS)}


def _with_everyone(stated: Stated, rows: pl.DataFrame, units: pl.Series, people: Stated) -> Stated:
    """`seluruh ASN` without a number stands for the target, where that is known."""
    is_everyone = np.zeros((len(CELLS), len(units)), dtype=bool)
    is_everyone[_places(rows.filter(pl.col("low").is_null(), pl.col("qualifier") == Qualifier.ALL), units)] = True
    meant = {
        cell: replace(
            stated[cell],
            low=np.where(is_everyone[i], people[cell].low, stated[cell].low),
            high=np.where(is_everyone[i], people[cell].high, stated[cell].high),
        )
        for i, cell in enumerate(CELLS)
        if cell in people
    }
    return stated | meant


def _places(rows: pl.DataFrame, units: pl.Series) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each row belongs: the number of its cell and of its unit."""
    cells = pl.DataFrame(CELLS, schema=["employee_type", "tier"], orient="row").with_row_index("cell")
    numbered = pl.DataFrame({"unit_id": units}).with_row_index("unit")
    found = (
        rows.select("unit_id", "employee_type", "tier")
        .join(cells, on=["employee_type", "tier"], how="left", validate="m:1", maintain_order="left")
        .join(numbered, on="unit_id", how="left", validate="m:1", maintain_order="left")
    )
    return found["cell"].cast(pl.Int64).to_numpy(), found["unit"].cast(pl.Int64).to_numpy()


def _types_listed(target: pl.DataFrame, units: pl.Series) -> dict[EmployeeType, Flags]:
    """Whether the lists that each unit's headcount was read from name the type.

    A list is what one source says of one region: where it names PPPK anywhere, a unit of it without any has none.
    """
    named = {str(kind): pl.col("employee_type").is_in([EmployeeType.ASN, kind]).any() for kind in TYPES}
    one_list = ["region_code", "source_id"]
    lists = target.group_by(one_list).agg(**named)
    of_units = target.join(lists, on=one_list, validate="m:1").group_by("unit_id").agg(pl.col(*named).any())
    rows = pl.DataFrame({"unit_id": units}).join(of_units, on="unit_id", how="left", maintain_order="left")
    return {kind: rows[kind].fill_null(value=False).to_numpy() for kind in TYPES}


def _added(values: Iterable[Numbers]) -> Numbers:
    return np.asarray(np.sum(list(values), axis=0), dtype=np.float64)


def _bound(values: Numbers) -> pl.Series:
    """The bounds as whole people; null where there is none."""
    return pl.Series(np.where(np.isfinite(values), values, np.nan), nan_to_null=True).cast(pl.Int64)
