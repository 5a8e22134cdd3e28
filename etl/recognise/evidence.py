"""What the cells of a column look like: figures, names, codes, types, tiers, days. Pure; samples distinct values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from etl.clean.dates import read_date
from etl.recognise.grid import ABSENT, COUNTED, Grid
from etl.recognise.words import employee_type_of, tier_of
from geo.names import opd_kind, resolve_frame

_SAMPLE = 300
_FEW = 40
_CODE = r"^\d{2}(?:\.?\d{2})?$"
_NIP = r"^'?(?:\d[\s.]?){17,19}$"
_SEQUENCE = r"^\(?(?:\d{1,6}|[a-z]{1,2}|[ivxl]{1,5})[.)]?$"
_MARKS = r"(?i)^(?:sudah|belum|ya|tidak|y|t|v|x|√|✓|✔|ok|hadir|1|0|true|false|-)$"
_TYPED = r"(?i)\b(?:kab\b|kabupaten|kota|prov\b|provinsi|pemkab|pemko|pemkot|pemprov|pemerintah)"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a column holds below its heading; `values` distinct texts, at most a few hundred."""

    filled: int
    distinct: int
    figures: float
    values: tuple[str, ...]
    dates_as_such: float

    def _share(self, holds: Callable[[str], bool], most: int = _SAMPLE) -> float:
        some = self.values[:most]
        return sum(map(holds, some)) / len(some) if some else 0.0

    def matching(self, pattern: str) -> float:
        """The share of the values that match."""
        return _share_of(pl.Series(self.values, dtype=pl.String).str.contains(pattern))

    @property
    def regions(self) -> float:
        """The share that names a region, uncertain ones included."""
        if not self.values:
            return 0.0
        status = resolve_frame(pl.Series(self.values, dtype=pl.String))["status"]
        return float(status.is_in(["exact", "alias", "ambiguous"]).sum()) / len(self.values)

    @property
    def units(self) -> float:
        """The share that reads like a unit of a government, central offices included."""
        return self._share(lambda value: opd_kind(value) is not None)

    @property
    def types(self) -> float:
        """The share that says an employee type and nothing else."""
        return self._share(lambda value: employee_type_of(value.lower()) is not None)

    @property
    def tiers(self) -> float:
        """The share that says a tier and nothing else."""
        return self._share(lambda value: tier_of(value.lower()) is not None)

    @property
    def dates(self) -> float:
        """The share that prints a day, month or year."""
        return max(self.dates_as_such, self._share(lambda value: read_date(value).precision is not None, _FEW))

    @property
    def codes(self) -> float:
        """The share written like a region's code."""
        return self.matching(_CODE)

    @property
    def nips(self) -> float:
        """The share written like an employee's number."""
        return self.matching(_NIP)

    @property
    def marks(self) -> float:
        """The share that says yes or no."""
        return self.matching(_MARKS)

    @property
    def typed(self) -> float:
        """The share with a region's type word."""
        return self.matching(_TYPED)

    def counts_rows(self) -> bool:
        """True for 1, 2, 3 … or a, b, c …: a place in a list and nothing that is counted."""
        if self.matching(_SEQUENCE) < 0.9 or self.distinct < self.filled * 0.9:
            return False
        if not all(value.strip("().").isdecimal() for value in self.values):
            return self.figures < 0.5
        numbers = [int(value.strip("().")) for value in self.values]
        return len(numbers) > 1 and all(0 < b - a <= 20 for a, b in pairwise(numbers))


def evidence_of(grid: Grid, column: int, first: int, stop: int) -> Evidence:
    """The evidence of a column's cells between two positions."""
    cells = grid.column(column, first, stop).drop_nulls()
    kinds = grid.sheet.kinds[f"c{column}"].slice(first, stop - first).drop_nulls()
    if cells.is_empty():
        return Evidence(0, 0, 0.0, (), 0.0)
    figures = cells.str.contains(f"(?:{COUNTED})|(?:{ABSENT})")
    distinct = cells.unique(maintain_order=True)
    return Evidence(
        cells.len(), distinct.len(), _share_of(figures), tuple(distinct.head(_SAMPLE)), _share_of(kinds == "d")
    )


def _share_of(holds: pl.Series) -> float:
    """The share of true among truth values; 0 of none."""
    return int(holds.sum()) / holds.len() if holds.len() else 0.0
