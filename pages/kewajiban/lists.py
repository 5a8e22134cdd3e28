"""The tables of the page: regions with their counts, and the units of one region."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from i18n import Text
from indicators.duties.reporting import NOT_REPORTED, REPORTED, Outcome, by_unit, counted
from pages.context import Context
from pages.ui import SourceItem
from pages.wilayah.claims import source_items

_GRAVEST = {outcome.value: place for place, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region and its units by outcome. `href` leads further down; `is_own`: a province's own government."""

    code: str
    name: str
    href: str
    is_own: bool
    counts: Mapping[str, int]

    def of(self, outcomes: tuple[Outcome, ...]) -> int:
        """Units with one of these outcomes."""
        return sum(self.counts[outcome] for outcome in outcomes)

    @property
    def obliged(self) -> int:
        """Units that owe it."""
        return self.of(REPORTED) + self.of(NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit. `day`: of the first evidence, in words; null = none; its bounds are `first_low` and `first_high`.
    `evidence`: where to look, words and address (null = a file without one); `source`: of a count.
    `note`: why exempt."""

    unit_id: str
    name: str
    outcome: str
    day: str | None
    first_low: dt.date | None
    first_high: dt.date | None
    evidence: tuple[str, str | None] | None
    source: SourceItem | None
    due_date: dt.date | None
    due_stated: str | None
    set_by: str
    note: str | None

    def deadline(self, t: Text) -> str | None:
        """Its deadline in words; null where none is set, or none applies."""
        return deadline_words(self.due_date, self.due_stated, t)

    @property
    def is_missing(self) -> bool:
        """True where it owes the duty and nothing was received."""
        return self.outcome in NOT_REPORTED


def region_rows(context: Context, rows: pl.DataFrame, province: str | None) -> tuple[RegionRow, ...]:
    """The provinces, or the kabupaten and kota of one with its own government; those who lack most reports first."""
    names = dict(context.frames.region.select("code", "name").iter_rows())
    code = pl.col("region_code").str.head(2) if province is None else pl.col("region_code")
    found = counted(by_unit(rows), code.alias("code")).to_dicts()
    listed = [_region(row, names, province, context) for row in found]
    return tuple(sorted(listed, key=lambda row: (-row.of(NOT_REPORTED), row.name)))


def _region(row: Mapping[str, Any], names: Mapping[str, str], province: str | None, context: Context) -> RegionRow:
    code, what = row["code"], context.params.get("tugas")
    name = names.get(code, code)
    return RegionRow(
        code=code,
        name=name if code != province else context.t("{province}: its own OPD", province=name),
        href=context.link("kewajiban", provinsi=code, tugas=what)
        if province is None
        else context.link("kewajiban", wilayah=code, tugas=what),
        is_own=code == province,
        counts={outcome: row[outcome] for outcome in Outcome},
    )


def unit_rows(context: Context, rows: pl.DataFrame) -> tuple[UnitRow, ...]:
    """The units of one region: what lacks and is late first, then by name."""
    items = source_items(context.frames)
    listed = [_unit(row, items, context) for row in by_unit(rows).to_dicts()]
    return tuple(sorted(listed, key=lambda row: (_GRAVEST[row.outcome], row.name)))


def _unit(row: Mapping[str, Any], items: Mapping[str, SourceItem], context: Context) -> UnitRow:
    t = context.t
    is_heard = row["event_id"] is not None or row["evidence_source_id"] is not None
    source = items[row["evidence_source_id"]] if row["evidence_source_id"] is not None else None
    return UnitRow(
        unit_id=row["unit_id"],
        name=row["name"],
        outcome=row["outcome"],
        day=_day(row["first_low"], row["first_high"], t) if is_heard else None,
        first_low=row["first_low"] if is_heard else None,
        first_high=row["first_high"] if is_heard else None,
        evidence=_evidence(row, source, context),
        source=source,
        due_date=row["due_date"],
        due_stated=row["due_stated"],
        set_by=row["set_by"],
        note=row["reason"],
    )


def deadline_words(day: dt.date | None, stated: str | None, t: Text) -> str | None:
    """A duty's deadline: its day, else the printed words in quotes; null where there is neither."""
    if day is not None:
        return t.date(day)
    return f"“{stated}”" if stated else None


def _day(low: dt.date | None, high: dt.date | None, t: Text) -> str:
    if low is not None and high is not None:
        return t.dates(low, high)
    return t("by {day}", day=t.date(high)) if high is not None else t("day not known")


def _evidence(row: Mapping[str, Any], source: SourceItem | None, context: Context) -> tuple[str, str | None] | None:
    if row["event_id"] is not None:
        return context.t("ceremony"), context.link("wilayah", wilayah=row["region_code"], acara=row["event_id"])
    return None if source is None else (source.publisher, source.href)
