"""A table as data files have it: a figure as lower bound, upper bound and state, and the way back beside each row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefings.stamp import Stamp
from briefings.table import Bounds, Cell, Column, Kind, Table
from i18n import N_, Text

Plain = str | int | float | bool | dt.date | None
"""What a cell of a data file holds; null = nothing known."""

Part = Literal["low", "high", "state"]
PARTS: dict[Part, str] = {"low": N_("at least"), "high": N_("at most"), "state": N_("state")}
"""The three fields that a figure becomes, in their order."""

CODE, AS_OF, IS_SIMULATED = "ikrar_code", "data_as_of", "is_simulated"
"""The fields that are added to every row: the way back, the day of the data, whether it is made up.

They stand in the rows because a file is renamed, its rows are pasted into another sheet and its side files stay behind:
a figure of example data must still say so, and one with a code can still be looked up. Comment lines above the header
would be lost the same way, and stop most programs from reading the file at all.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a data file. `part` null = the cell itself, else what it has of a figure's bounds.

    `type` is what its values are. `kind` null = one of the fields that are added. `null` says what an empty one means.
    """

    key: str
    title: str
    type: Literal["string", "integer", "number", "boolean", "date"]
    description: str
    null: str
    kind: Kind | None = None
    part: Part | None = None


_TYPES: dict[Kind, Literal["string", "integer", "number", "date"]] = {
    "text": "string",
    "count": "integer",
    "decimal": "number",
    "fraction": "number",
    "day": "date",
}
_BESIDE: dict[Part, str] = {
    "high": N_("Upper bound of “{heading}”, whose meaning stands with the lower one."),
    "state": N_("Whether there is a figure of “{heading}”, and if not, why."),
}
_NULLS: dict[Part, str] = {
    "low": N_("Empty: the state says why there is no figure, or nobody knows its size."),
    "high": N_("Empty beside a lower bound: there is no known upper limit. Empty beside none: see the state."),
    "state": N_("Empty: this figure was not asked for."),
}


def fields(table: Table, t: Text) -> tuple[Field, ...]:
    """The fields of a table's rows, in their order: its columns, then the way back."""
    return (*(field for column in table.columns for field in column_fields(column, t)), *_way_back(t))


def column_fields(column: Column, t: Text) -> Iterator[Field]:
    """What a column becomes: itself, or the three fields of a figure."""
    if not column.bounded:
        unknown = t("Empty: not known.")
        yield Field(column.key, column.heading, _TYPES[column.kind], column.description, unknown, column.kind)
        return
    for part, word in PARTS.items():
        yield Field(
            f"{column.key}_{part}",
            f"{column.heading} ({t(word)})",
            "string" if part == "state" else "integer" if column.kind == "count" else "number",
            t(_BESIDE[part], heading=column.heading) if part in _BESIDE else column.description,
            t(_NULLS[part]),
            "text" if part == "state" else column.kind,
            part,
        )


def rows(table: Table, stamp: Stamp) -> Iterator[tuple[Plain, ...]]:
    """The rows with a value a field. Raises ValueError for a count that is no whole number."""
    way_back = (stamp.code, stamp.as_of, stamp.is_simulated)
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        yield (*(value for column, cell in cells for value in column_values(column, cell)), *way_back)


def column_values(column: Column, cell: Cell) -> Iterator[Plain]:
    """A cell as the values of its column's fields. Raises ValueError for a count that is no whole number."""
    if not column.bounded:
        if isinstance(cell, Bounds):
            raise TypeError(f"column {column.key} is not bounded")
        yield cell
        return
    if cell is None:
        yield from (None, None, None)
        return
    if not isinstance(cell, Bounds):
        raise TypeError(f"column {column.key} is bounded")
    yield from (_bound(column, cell.low), _bound(column, cell.high), str(cell.state))


def _bound(column: Column, bound: float | None) -> float | None:
    if bound is None or column.kind != "count":
        return bound
    whole = int(bound)
    if whole != bound:
        raise ValueError(f"a count of column {column.key} is no whole number: {bound}")
    return whole


def _way_back(t: Text) -> Iterator[Field]:
    never = t("Never empty.")
    leads = t("The code that leads back to these figures: enter it on the page “Check a file”.")
    yield Field(CODE, t("Code"), "string", leads, never)
    yield Field(AS_OF, t("Data as of"), "date", t("The day that the figures hold for."), never)
    made_up = t("True: made up by a program. It reports on no real region.")
    yield Field(IS_SIMULATED, t("Example data"), "boolean", made_up, never)
