"""Cells: the groups of people, employee type × tier, that headcounts and counts are of, and which rows speak of one.

`ASN` holds PNS and PPPK, `semua` holds every tier. People outside ASN have tiers but no types: they are a table of
their own, asked for explicitly, in which `ASN` stands for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from indicators.question import Question
from warehouse.vocabulary import EmployeeType, Tier

TYPES = (EmployeeType.PNS, EmployeeType.PPPK)
TIERS = tuple(tier for tier in Tier if tier is not Tier.SEMUA)


class Cell(NamedTuple):
    """A group of people of a unit."""

    employee_type: EmployeeType
    tier: Tier

    def holds(self, other: Cell) -> bool:
        """True where everyone of the other cell is in this one."""
        is_type = self.employee_type in (EmployeeType.ASN, other.employee_type)
        return is_type and self.tier in (Tier.SEMUA, other.tier)

    @property
    def types(self) -> tuple[EmployeeType, ...]:
        """The employee types in it."""
        return TYPES if self.employee_type is EmployeeType.ASN else (self.employee_type,)

    @property
    def splits(self) -> Iterator[tuple[Cell, ...]]:
        """The ways to split it one step: by type, by tier."""
        if self.employee_type is EmployeeType.ASN:
            yield tuple(Cell(kind, self.tier) for kind in TYPES)
        if self.tier is Tier.SEMUA:
            yield tuple(Cell(self.employee_type, tier) for tier in TIERS)


CELLS = tuple(Cell(kind, tier) for kind in (*TYPES, EmployeeType.ASN) for tier in (*TIERS, Tier.SEMUA))
"""The cells, each after its parts."""


def asked(question: Question) -> Cell:
    """The cell that the question is about."""
    kind = question.employee_type
    of_types = EmployeeType.ASN if kind in (None, EmployeeType.NON_ASN) else EmployeeType(kind)
    return Cell(of_types, Tier(question.tier or Tier.SEMUA))


def of_people(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Rows of ASN; of people outside ASN, as `ASN`, where those are asked for."""
    is_outside = pl.col("employee_type") == EmployeeType.NON_ASN
    if question.employee_type != EmployeeType.NON_ASN:
        return rows.filter(~is_outside)
    return rows.filter(is_outside).with_columns(employee_type=pl.lit(EmployeeType.ASN.value))


def latest(rows: pl.DataFrame) -> pl.DataFrame:
    """Of each unit's cell the newest row; of two elections' rows of one day (`campaign_id`) the last by name."""
    cell = ["unit_id", "employee_type", "tier"]
    rows = rows.filter(pl.col("as_of") == pl.col("as_of").max().over(cell))
    if "campaign_id" in rows.columns and rows["campaign_id"].n_unique() > 1:
        rows = rows.filter(pl.col("campaign_id") == pl.col("campaign_id").max().over(cell))
    return rows


def newest(headcount: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Of each unit's cell the newest headcount of the people asked for, by the day asked for."""
    return latest(of_people(headcount.filter(question.until_as_of("as_of")), question))


def about(rows: pl.DataFrame, cell: Cell) -> pl.DataFrame:
    """Rows that say anything of the cell: of itself, of a part, or of others together with people of it."""
    kind, tier = pl.col("employee_type"), pl.col("tier")
    is_type = pl.lit(cell.employee_type is EmployeeType.ASN) | kind.is_in([EmployeeType.ASN, cell.employee_type])
    is_tier = pl.lit(cell.tier is Tier.SEMUA) | tier.is_in([Tier.SEMUA, cell.tier])
    return rows.filter(is_type, is_tier)


def is_within(cell: Cell) -> pl.Expr:
    """True for rows of the cell itself or of a part of it."""
    is_type = pl.col("employee_type").is_in([*cell.types, cell.employee_type])
    return is_type & (pl.lit(cell.tier is Tier.SEMUA) | (pl.col("tier") == cell.tier))
