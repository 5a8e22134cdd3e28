"""What a cell is beside its text (number, error, formula …), collected while XML or records go by."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.sources.tabular.fault import Fault
from etl.sources.tabular.limits import Limits
from etl.sources.tabular.workbook import Merged

BLANK, TEXT, NUMBER, PERCENT, DATE, ERROR, TRUTH = range(7)
FORMULA = 16
"""Added to the mark of a formula's value."""


@dataclass(slots=True)
class Budget:
    """The cells that the sheets not yet read may still fill."""

    limits: Limits
    cells: int = 0

    def check(self, sheet: str | None, row: int, column: int, height: int, width: int) -> None:
        """Raise Fault where a filled cell reaches too far; the message names it, for it is often a forgotten one."""
        if column > self.limits.columns:
            raise Fault("too_many_columns", sheet=sheet or "CSV", cell=address(row, column), limit=self.limits.columns)
        if self.cells + height * width > self.limits.cells:
            raise Fault("too_many_cells", sheet=sheet or "CSV", cell=address(height, width), limit=self.limits.cells)


@dataclass(slots=True)
class Marks:
    """The marks of one sheet: `columns[c][r]`, both from 0, each column as long as its last mark; plain text has none.

    `texts` has what fastexcel does not say (an error's name, an ODS time), by row and column from 1.
    """

    sheet: str
    budget: Budget
    columns: list[bytearray] = field(default_factory=list)
    height: int = 0
    merged: list[Merged] = field(default_factory=list)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)

    def mark(self, row: int, column: int, code: int) -> None:
        """Set the mark of a filled cell; row and column from 1. Raises Fault beyond the limits."""
        if not (0 < row <= self.height and 0 < column <= len(self.columns)):
            self._grow(row, column)
        if code == TEXT:
            return
        cells = self.columns[column - 1]
        if row > len(cells):
            cells.extend(bytes(min(max(row, 2 * len(cells)), self.height) - len(cells)))
        cells[row - 1] = code

    def _grow(self, row: int, column: int) -> None:
        if row < 1 or column < 1:
            raise Fault("broken")
        height, width = max(row, self.height), max(column, len(self.columns))
        self.budget.check(self.sheet, row, column, height, width)
        self.height = height
        self.columns.extend(bytearray() for _ in range(width - len(self.columns)))

    def merge(self, area: Merged) -> None:
        """Keep a merged range of more than one cell."""
        if area[:2] != area[2:]:
            self.merged.append(area)

    def close(self) -> None:
        """Take the sheet's rectangle from the budget."""
        self.budget.cells += self.height * len(self.columns)


def address(row: int, column: int) -> str:
    """Row 3, column 28 as AB3."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
