"""Data files that are written before anything names them: a load that dies leaves nothing behind but these."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import uuid4

import polars as pl
from polars.io.partition import FileProviderArgs

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
        with _disk_faults():
            rows.drop(contract.partition_by(table)).write_parquet(path)
        return Part(path.name, rows.height, path.stat().st_size, values)

    def stream(self, table: str, rows: pl.LazyFrame) -> list[Part]:
        """One file a partition; the rows are never all in memory, and not counted (`rows` is 0)."""
        written: dict[str, Values] = {}

        def name(given: FileProviderArgs) -> str:
            file = _new_name()
            written[file] = given.partition_keys.row(0)
            return file

        by_partition = pl.PartitionBy(
            self.folder,
            file_path_provider=name,
            key=contract.partition_by(table),
            include_key=False,
            approximate_bytes_per_file=None,
        )
        with _disk_faults():
            rows.sink_parquet(by_partition, maintain_order=False, mkdir=True)
        if len(set(written.values())) != len(written):
            raise RuntimeError(f"{table}: Polars wrote a partition into two files, though no size was named")
        return [Part(file, 0, (self.folder / file).stat().st_size, values) for file, values in written.items()]

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
