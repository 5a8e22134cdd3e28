"""Data files that are written before anything names them: a load that dies leaves nothing behind but these."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import uuid4

import polars as pl

from warehouse import contract, delta
from warehouse.delta import Part, Values

_AT_ONCE = 32
"""Files that Polars writes in one run: starting one costs as much as writing a few thousand rows."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A folder beside the tables, emptied before and after each load. Every file holds rows of one partition."""

    folder: Path

    @classmethod
    @contextmanager
    def of(cls, warehouse: Path) -> Iterator[Self]:
        """The one of this warehouse. Only the store's one writer may ask for it."""
        aside = cls(warehouse / "_aside")
        shutil.rmtree(aside.folder, ignore_errors=True)
        try:
            yield aside
        finally:
            shutil.rmtree(aside.folder, ignore_errors=True)

    def write(self, table: str, values: Values, rows: pl.DataFrame) -> Part:
        """One file with rows of one partition."""
        return self._written([(values, rows.drop(contract.partition_by(table)))])[0]

    def spread(self, table: str, rows: pl.DataFrame) -> list[Part]:
        """One file a partition. Texts may be Enum: millions of rows are narrow then, and become text in portions."""
        by = contract.partition_by(table)
        rows = _together(rows, by)
        starts = rows.select(_is_start(by)).to_series().arg_true()
        values, stored = rows.select(by)[starts].rows(), rows.drop(by)
        parts: list[Part] = []
        for first in range(0, len(starts), _AT_ONCE):
            ends = [*starts[first : first + _AT_ONCE + 1], rows.height][: _AT_ONCE + 1]
            portion = contract.as_text(stored[ends[0] : ends[-1]])
            slices = [portion[start - ends[0] : end - ends[0]] for start, end in itertools.pairwise(ends)]
            parts += self._written(list(zip(values[first : first + _AT_ONCE], slices, strict=True)))
        return parts

    def _written(self, stored: Sequence[tuple[Values, pl.DataFrame]]) -> list[Part]:
        """A file for each partition's rows (without its values), all in one run of Polars."""
        self.folder.mkdir(exist_ok=True)
        paths = [self.folder / f"{uuid4().hex}.parquet" for _ in stored]
        with _disk_faults():
            pl.collect_all(
                rows.lazy().sink_parquet(path, compression_level=1, statistics=False, lazy=True)
                for path, (_values, rows) in zip(paths, stored, strict=True)
            )
        return [
            Part(path.name, rows.height, path.stat().st_size, values)
            for path, (values, rows) in zip(paths, stored, strict=True)
        ]

    def read(self, table: str, parts: Iterable[Part]) -> pl.DataFrame:
        """The rows of files that lie here."""
        return delta.read(self.folder, parts, contract.columns(table), contract.partition_by(table))

    def holds(self, part: Part) -> bool:
        """True where the file lies here; false for one that is in its table's folder already."""
        return (self.folder / part.path).is_file()

    def hand_over(self, parts: Iterable[Part], folder: Path) -> None:
        """Move what lies here of these files into a table's folder, where nothing names them yet."""
        for part in parts:
            if self.holds(part):
                (self.folder / part.path).replace(folder / part.path)


def _together(rows: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """The rows, each partition's in one run; as they are where they stand so already."""
    starts = rows.filter(_is_start(by)).select(by)
    if starts.is_unique().all():
        return rows
    # Codes of a single column are sorted far faster than several columns.
    return rows.sort([name for name in by if starts[name].n_unique() > 1], maintain_order=True)


def _is_start(by: Sequence[str]) -> pl.Expr:
    """True for each row that is of another partition than the one before."""
    is_other = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift(1)) for name in by)
    return is_other | (pl.int_range(pl.len()) == 0)


@contextmanager
def _disk_faults() -> Iterator[None]:
    """Raise OSError for what the system refused: Polars has no error of its own for a disk that is full."""
    try:
        yield
    except pl.exceptions.ComputeError as fault:
        if "os error" not in str(fault):
            raise
        raise OSError(str(fault)) from fault
