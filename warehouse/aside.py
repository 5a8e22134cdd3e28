"""Data files that are written before anything names them: a load that dies leaves nothing behind but these."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import uuid4

import polars as pl

from warehouse import contract, delta
from warehouse.delta import Part, Values


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
        self.folder.mkdir(exist_ok=True)
        path = self.folder / _new_name()
        stored = contract.as_text(rows.drop(contract.partition_by(table)))
        with _disk_faults():
            stored.write_parquet(path, compression="zstd", compression_level=1, statistics=False)
        return Part(path.name, rows.height, path.stat().st_size, values)

    def spread(self, table: str, rows: pl.DataFrame) -> list[Part]:
        """One file a partition. Texts may be Enum, so that rows are narrow: each partition's become text by itself."""
        by = contract.partition_by(table)
        rows = _together(rows, by)
        starts = [*_starts(rows, by).arg_true(), rows.height]
        spans = [(first, after - first) for first, after in itertools.pairwise(starts)]

        def one(span: tuple[int, int]) -> Part:
            part = rows.slice(*span)
            return self.write(table, part.select(by).row(0), part)

        # Polars writes so small a file on one processor.
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            return list(threads.map(one, spans))

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
    starts = rows.filter(_starts(rows, by)).select(by)
    if starts.is_unique().all():
        return rows
    # Codes of a single column are sorted far faster than several columns.
    return rows.sort([name for name in by if starts[name].n_unique() > 1], maintain_order=True)


def _starts(rows: pl.DataFrame, by: Sequence[str]) -> pl.Series:
    """True for each row that is of another partition than the one before."""
    is_other = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift(1)) for name in by)
    return rows.select(is_other | (pl.int_range(pl.len()) == 0)).to_series()


@contextmanager
def _disk_faults() -> Iterator[None]:
    """Raise OSError for what the system refused: Polars has no error of its own for a disk that is full."""
    try:
        yield
    except pl.exceptions.ComputeError as fault:
        if "os error" not in str(fault):
            raise
        raise OSError(str(fault)) from fault


def _new_name() -> str:
    return f"{uuid4().hex}.parquet"
