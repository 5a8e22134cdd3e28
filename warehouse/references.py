"""Which column names a row of which other table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from warehouse import contract


@dataclass(frozen=True, slots=True)
class Reference:
    """Values of `table.column` are keys of `target`; null refers to nothing. `kind`: only claims of that subject."""

    table: str
    column: str
    target: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Dangling:
    """A row whose column names something that is not there. Of a table with partitions only the partition is told."""

    table: str
    key: dict[str, Any]
    column: str
    value: str
    target: str
    batch_id: str


REFERENCES: tuple[Reference, ...] = (
    Reference("region", "parent_code", "region"),
    Reference("region", "successor_code", "region"),
    Reference("opd", "region_code", "region"),
    Reference("opd", "parent_opd_id", "opd"),
    Reference("campaign", "source_id", "source"),
    Reference("campaign", "legal_basis", "regulation"),
    Reference("regulation", "replaced_by", "regulation"),
    Reference("regulation", "region_code", "region"),
    Reference("regulation", "source_id", "source"),
    Reference("event", "campaign_id", "campaign"),
    Reference("event", "organiser_region_code", "region"),
    Reference("event", "place_region_code", "region"),
    Reference("event", "opd_id", "opd"),
    Reference("event", "simultaneous_with", "event"),
    Reference("event_region", "event_id", "event"),
    Reference("event_region", "region_code", "region"),
    Reference("obligation", "campaign_id", "campaign"),
    Reference("obligation", "region_code", "region"),
    Reference("obligation", "opd_id", "opd"),
    Reference("obligation", "source_id", "source"),
    Reference("claim", "source_id", "source"),
    Reference("claim", "subject_id", "event", kind="event"),
    Reference("claim", "subject_id", "opd", kind="opd"),
    Reference("claim", "subject_id", "region", kind="region"),
    Reference("claim", "subject_id", "campaign", kind="campaign"),
    Reference("source", "syndicated_from", "source"),
    Reference("headcount", "region_code", "region"),
    Reference("headcount", "opd_id", "opd"),
    Reference("headcount", "source_id", "source"),
    Reference("signature", "campaign_id", "campaign"),
    Reference("signature", "region_code", "region"),
    Reference("signature", "opd_id", "opd"),
    Reference("signature", "source_id", "source"),
    Reference("risk_index", "region_code", "region"),
    Reference("risk_index", "source_id", "source"),
    Reference("person_key", "campaign_id", "campaign"),
    Reference("person_key", "region_code", "region"),
    Reference("person_key", "opd_id", "opd"),
)


def dangling(tables: Mapping[str, pl.DataFrame], references: Sequence[Reference]) -> list[Dangling]:
    """Every reference among these tables that leads nowhere; those of tables not given are left out."""
    return [found for reference in references if reference.table in tables for found in _dangling(reference, tables)]


def newly_dangling(
    earlier: Sequence[Mapping[str, pl.DataFrame]], after: Mapping[str, pl.DataFrame], references: Sequence[Reference]
) -> list[Dangling]:
    """What leads nowhere in `after` and did so in none of the earlier states."""
    known = {_identity(one) for state in earlier for one in dangling(state, references)}
    return [one for one in dangling(after, references) if _identity(one) not in known]


def of_table(table: str) -> list[Reference]:
    """The references that a table's rows make."""
    return [reference for reference in REFERENCES if reference.table == table]


def naming(table: str) -> set[str]:
    """The columns of a table with partitions that its references are followed by."""
    return {one.column for one in of_table(table)} | {*contract.partition_by(table), "batch_id"}


def sample(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Of one partition's rows, by the columns of `naming`, as many as name everything that any of them names."""
    return rows.unique(sorted({one.column for one in of_table(table)}), keep="any")


def _identity(one: Dangling) -> tuple[object, ...]:
    return one.table, tuple(one.key.values()), one.column, one.value


def _dangling(reference: Reference, tables: Mapping[str, pl.DataFrame]) -> list[Dangling]:
    rows, targets = tables[reference.table], tables[reference.target]
    if reference.kind:
        rows = rows.filter(pl.col("subject_kind") == reference.kind)
    if isinstance(rows.schema[reference.column], pl.List):
        rows = rows.explode(reference.column)
    known = targets[contract.key(reference.target)[0]]
    column = pl.col(reference.column)
    lost = rows.filter(column.is_not_null() & ~column.is_in(known.implode()))
    key = contract.partition_by(reference.table) or contract.key(reference.table)
    return [
        Dangling(
            reference.table,
            {name: row[name] for name in key},
            reference.column,
            row[reference.column],
            reference.target,
            row["batch_id"],
        )
        for row in lost.iter_rows(named=True)
    ]
