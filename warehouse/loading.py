"""What bringing a batch's rows in does to every table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import polars as pl

from catalogue.history import Snapshot
from warehouse import contract
from warehouse.aside import Aside
from warehouse.changes import Change, loaded
from warehouse.grounding import grounded
from warehouse.partitions import Exchange, Partitioned
from warehouse.tables import TABLES
from warehouse.versions import Versions


@dataclass(frozen=True, slots=True)
class Loading:
    """Rows to be brought in upon `base` (null = nothing yet): `given` by table, as `contract.given` makes them.

    `replaced`, where it is not null: per table the batches that the rows given are the whole of.
    """

    given: Mapping[str, pl.LazyFrame]
    replaced: Mapping[str, Sequence[str]] | None
    base: Snapshot | None
    versions: Versions
    aside: Aside

    def changes(self) -> dict[str, Change | Exchange]:
        """Per table what is to be done. Raises ValueError for rows that do not fit their schema, and Damaged."""
        changes = {table: self._change(table) for table in TABLES}
        if self.replaced is None or self.base is None:
            return changes
        return grounded(changes, self.given, self.base, self.versions)

    def _change(self, table: str) -> Change | Exchange:
        rows = self.given.get(table)
        replaced = None if self.replaced is None else self.replaced[table]
        stands = self.base if rows is not None or replaced else None  # what the load has no word on is not read
        if contract.partition_by(table):
            partitioned = Partitioned(table, partial(self.versions.rows, table), self.aside)
            return partitioned.loaded(self.versions.parts(stands, table), rows, replaced)
        given = None if rows is None else rows.collect()
        return loaded(table, self.versions.read(stands, table), given, replaced)
