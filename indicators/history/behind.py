"""The rows that differ between two states, by the units whose figures they enter: who made a figure differ. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import polars as pl

from catalogue.history import Batch
from indicators.history.because import Because, because
from indicators.history.touched import touched
from indicators.question import NATION, Evidence
from indicators.registry import INDICATORS
from indicators.scope import ALL_CAMPAIGNS, QueryLevel
from warehouse.frames import Frames
from warehouse.steps import Step

_EITHER: Final = frozenset({"signature", "obligation", "source", "region"})
OF_EVENTS: Final = _EITHER | {"event", "event_region", "claim", "campaign"}
_READ: Final = {
    Evidence.TALLIES: _EITHER | {"headcount", "opd"},
    Evidence.EVENTS: OF_EVENTS,
    Evidence.ANY: OF_EVENTS,
}
"""The tables whose rows can change an indicator, by its evidence. That OPD are listed changes no figure on events."""


@dataclass(frozen=True, slots=True)
class Blame:
    """A batch that changed rows behind a figure: what happened to them, and the reasons that people gave for it."""

    step: Step
    because: tuple[Because, ...]
    reasons: tuple[str, ...]


class Row(NamedTuple):
    """One thing that differs, as `indicators.history.touched` names it, and the batch that did it."""

    step: Step
    table: str
    what: str
    region_code: str | None
    opd_id: str | None
    campaign_id: str | None
    subject_id: str | None

    def is_of(self, campaign: str) -> bool:
        """True for a row of that election, or of any."""
        return campaign == ALL_CAMPAIGNS or self.campaign_id in {None, campaign}

    @property
    def is_of_no_election(self) -> bool:
        """True for a part of an event that is for no election: it enters only what is asked of all."""
        return self.campaign_id is None and self.table in OF_EVENTS - _EITHER


Units = Mapping[QueryLevel, Mapping[str, Sequence[Row]]]
"""Rows by level and key of the units whose figures they enter."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Every row that differs on the way, and the OPD of each region in either state."""

    rows: tuple[Row, ...]
    opds: Mapping[str, Collection[str]]

    @classmethod
    def of(cls, old: Frames, new: Frames, way: Sequence[Step]) -> Behind:
        """The rows on the way from `old` to `new`."""
        opds: defaultdict[str, set[str]] = defaultdict(set)
        for region, opd in pl.concat([old.opd, new.opd]).select("region_code", "opd_id").unique().iter_rows():
            opds[region].add(opd)
        return cls(tuple(Row(step, *row) for step in way for row in touched(step.found, old, new).iter_rows()), opds)

    def units(self, indicator: str) -> Units:
        """The rows that can change an indicator, by the units."""
        behind: defaultdict[QueryLevel, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in self.read_by(indicator):
            for level, unit in self._units(row):
                behind[level][unit].append(row)
        return behind

    def read_by(self, indicator: str) -> list[Row]:
        """The rows that can change an indicator."""
        return [row for row in self.rows if row.table in _READ[INDICATORS[indicator].evidence]]

    def _units(self, row: Row) -> Iterator[tuple[QueryLevel, str]]:
        """The units whose figures the row enters, by level; a duty of a region may be one of every OPD of it."""
        yield "nasional", NATION
        if row.region_code:
            yield "provinsi", row.region_code[:2]
            # A kabupaten is its own government; a province's own is another figure than the province's.
            yield "kabupaten" if "." in row.region_code else "pemda", row.region_code
        if row.opd_id:
            yield "opd", row.opd_id
        elif row.table == "obligation" and row.region_code:
            yield from (("opd", opd) for opd in self.opds.get(row.region_code, ()))


def blame(indicator: str, rows: Sequence[Row]) -> tuple[Blame, ...]:
    """The batches behind a figure, as `by_batch` has them; `rows` are those of its unit and election."""
    return by_batch(_nearest(rows, INDICATORS[indicator].evidence))


def by_batch(rows: Sequence[Row]) -> tuple[Blame, ...]:
    """What each batch did to these rows, in the order travelled. One that was undone on the way changed nothing in the
    end, nor did its undoing: they are named only where nothing else is left."""
    of_batch = defaultdict[str, list[Row]](list)
    for row in rows:
        of_batch[row.step.snapshot.batch.batch_id].append(row)
    left = dict(of_batch)
    for batch in _newest_first(rows):
        if batch.undoes in left and batch.batch_id in left:
            del left[batch.undoes], left[batch.batch_id]
    return tuple(_blame(mine) for mine in (left or of_batch).values())


def _blame(rows: Sequence[Row]) -> Blame:
    """What one batch did."""
    step, subjects = rows[0].step, {row.subject_id for row in rows if row.table == "claim"}
    decided = [one for one in step.decided if one.subject_id in subjects]
    found = {because(row.table, row.what) for row in rows} | ({Because.DECIDED} if decided else set())
    reasons = tuple(dict.fromkeys(one.reason for one in decided))
    return Blame(step, tuple(one for one in Because if one in found), reasons)


def _nearest(rows: Sequence[Row], evidence: Evidence) -> Sequence[Row]:
    """Without the counts behind a figure on events where there is more: alone they only end a unit's silence."""
    near = [row for row in rows if row.table != "signature"] if evidence is Evidence.EVENTS else rows
    return near or rows


def _newest_first(rows: Sequence[Row]) -> list[Batch]:
    by_number = {row.step.snapshot.number: row.step.snapshot.batch for row in rows}
    return [by_number[number] for number in sorted(by_number, reverse=True)]
