"""All tables at one snapshot, as one immutable value: what indicators, charts and pages are given."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Self

import polars as pl

from warehouse.tables import TABLES


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """A commit of the whole warehouse. `number` counts from 1; 0 = nothing loaded yet."""

    number: int
    taken_at: datetime
    note: str = ""


NOTHING = SnapshotInfo(0, datetime(1970, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True, eq=False, repr=False, weakref_slot=True)
class Frames:
    """The warehouse as of one snapshot, a frame a table (schemas in `warehouse.tables`).

    Two are the same only if they are one object: what is kept of them (`indicators.mart`) goes when they go.
    """

    snapshot: SnapshotInfo
    region: pl.DataFrame
    opd: pl.DataFrame
    campaign: pl.DataFrame
    regulation: pl.DataFrame
    event: pl.DataFrame
    event_region: pl.DataFrame
    obligation: pl.DataFrame
    claim: pl.DataFrame
    source: pl.DataFrame
    headcount: pl.DataFrame
    signature: pl.DataFrame
    risk_index: pl.DataFrame

    def __repr__(self) -> str:
        """Which snapshot, not its thousands of rows."""
        return f"Frames({self.snapshot})"

    @classmethod
    def tables(cls) -> list[str]:
        """Names of the tables it holds."""
        return [field.name for field in fields(cls) if field.name != "snapshot"]

    @classmethod
    def of(cls, snapshot: SnapshotInfo = NOTHING, **tables: pl.DataFrame) -> Self:
        """Frames from the tables given; a table not given is empty. Each frame must match its schema."""
        names = cls.tables()
        unknown = set(tables) - set(names)
        if unknown:
            raise TypeError(f"unknown tables: {sorted(unknown)}")
        return cls(
            snapshot, **{name: tables[name] if name in tables else TABLES[name].create_empty() for name in names}
        )

    @property
    def is_simulated(self) -> bool:
        """True where any source is example data: everything shown from it must say so."""
        return bool(self.source["is_simulated"].any())
