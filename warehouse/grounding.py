"""A rebuild does not take away what rows that stay still name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from catalogue.history import Snapshot
from warehouse import contract
from warehouse.changes import Change
from warehouse.partitions import Exchange
from warehouse.references import REFERENCES, Dangling, naming, newly_dangling, of_table, sample
from warehouse.versions import Versions


def grounded(
    changes: Mapping[str, Change | Exchange], given: Mapping[str, pl.LazyFrame], base: Snapshot, versions: Versions
) -> dict[str, Change | Exchange]:
    """The changes without removals of rows that are named by rows which stay; those rows stay, too.

    What the input itself (`given`) names and does not hold is its own fault and keeps nothing.
    """
    small = {table: change for table, change in changes.items() if isinstance(change, Change)}
    if not any(change.removed for change in small.values()):
        return dict(changes)
    now = {table: versions.read(base, table) for table in small}
    alone = {table: given[table].collect() if table in given else now[table].clear() for table in small}
    large = {table: _names(versions, base, table) for table in changes.keys() - small.keys() - given.keys()}
    while True:
        then = {table: change.upon(now[table], contract.key(table)) for table, change in small.items()}
        lost = newly_dangling([now, alone], then, REFERENCES)
        for table, rows in large.items():
            lost += newly_dangling([now | {table: rows}], then | {table: rows}, of_table(table))
        kept = {table: _keeping(table, change, lost) for table, change in small.items()}
        if all(kept[table].removed == small[table].removed for table in small):
            return {**changes, **small}
        small = kept


def _keeping(table: str, change: Change, lost: list[Dangling]) -> Change:
    named = [one.value for one in lost if one.target == table]
    removals = change.removals.filter(~pl.col(contract.key(table)[0]).is_in(named))
    gone = removals.height
    return replace(change, removals=removals, removed=gone, kept=change.kept + change.removed - gone)


def _names(versions: Versions, base: Snapshot, table: str) -> pl.DataFrame:
    """What the rows of a table with partitions name, over all of them."""
    parts = versions.parts(base, table).values()
    found = [sample(table, versions.rows(table, of, naming(table))) for of in parts]
    return pl.concat(found) if found else pl.DataFrame(schema=contract.columns(table))
