"""Which figures two snapshots give differently, and which batch made each differ, by whose hand and why. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final, NamedTuple

import polars as pl

from catalogue.history import Batch
from indicators.counting.tallies import Measure
from indicators.history.because import Because, because
from indicators.history.touched import touched
from indicators.history.widening import Cause, causes
from indicators.question import NATION, Evidence
from indicators.registry import INDICATORS, query
from indicators.scope import ALL_CAMPAIGNS, LEVELS, QueryLevel, Scope
from warehouse.frames import Frames
from warehouse.steps import Step
from warehouse.vocabulary import Audience, State

_ONE_BY_ONE = 8
"""Regions whose OPD are asked for one region at a time; for more the whole country is asked at once."""
_BY_ITSELF: Final = frozenset({"freshness_days"})
"""Figures that differ from day to day without any row: they are listed where they differ on one and the same day."""
_EITHER: Final = frozenset({"signature", "obligation", "source", "region"})
_OF_EVENTS: Final = _EITHER | {"event", "event_region", "claim", "campaign"}
_READ: Final = {
    Evidence.TALLIES: _EITHER | {"headcount", "opd"},
    Evidence.EVENTS: _OF_EVENTS,
    Evidence.ANY: _OF_EVENTS,
}
"""The tables whose rows can change an indicator, by its evidence. That OPD are listed changes no figure on events."""


_MEASURES: Final = {
    "pledged_rate": Measure.PLEDGED,
    "signed_rate": Measure.SIGNED,
    "gap_people": Measure.SIGNED,
    "opd_finished": Measure.SIGNED,
}
"""The figures of which it is known why later evidence can leave them less sure."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's state, bounds and grade, as in `Figure`."""

    state: str
    low: float | None
    high: float | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class Blame:
    """A batch that changed rows behind a figure: what happened to them, and the reasons that people gave for it."""

    step: Step
    because: tuple[Because, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that differs. `code` null = the nation. A value of null: the unit is not there in that snapshot.

    `widened`: where a rate, a gap or the OPD finished is less sure than before, what can have made it so.
    """

    indicator: str
    level: QueryLevel
    campaign: str
    code: str | None
    name: str
    old: Value | None
    new: Value | None
    blame: tuple[Blame, ...]
    widened: tuple[Cause, ...] = ()


class _Row(NamedTuple):
    step: Step
    table: str
    what: str
    region_code: str | None
    opd_id: str | None
    campaign_id: str | None
    subject_id: str | None

    def is_of(self, campaign: str) -> bool:
        """True for a row of that election, or of any."""
        return self.campaign_id in {None, campaign}


def changed_figures(
    old: Frames, new: Frames, way: Sequence[Step], audience: Audience = Audience.PUBLIK
) -> tuple[FigureChange, ...]:
    """Every figure that differs, of the units that the way from `old` to `new` touches and of those above them.

    The nation first, then provinces, kabupaten and kota, OPD. For the elections that the rows are for, and for all
    together where an event is for none. Figures as `audience` may see them.
    """
    rows = [_Row(step, *row) for step in way for row in touched(step.found, old, new).iter_rows()]
    opds: defaultdict[str, set[str]] = defaultdict(set)
    for region, opd in pl.concat([old.opd, new.opd]).select("region_code", "opd_id").unique().iter_rows():
        opds[region].add(opd)
    found = [
        change
        for name, indicator in INDICATORS.items()
        if (read := [row for row in rows if row.table in _READ[indicator.evidence]])
        for change in _of_indicator(name, read, opds, (old, new), audience)
    ]
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.level), one.code or "", one.campaign)))


def _of_indicator(
    name: str,
    rows: Sequence[_Row],
    opds: Mapping[str, Collection[str]],
    sides: tuple[Frames, Frames],
    audience: Audience,
) -> Iterator[FigureChange]:
    behind: defaultdict[QueryLevel, defaultdict[str, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for level, unit in _units(row, opds):
            behind[level][unit].append(row)
    for campaign in _campaigns(rows, sides):
        for level, of_unit in behind.items():
            scope = Scope(level=level, campaign=campaign, audience=audience)
            widening = cache(partial(causes, *sides, scope, _MEASURES[name])) if name in _MEASURES else dict
            for code, label, *values in _unlike(name, sides, scope, of_unit):
                concerned = [row for row in of_unit[code] if campaign == ALL_CAMPAIGNS or row.is_of(campaign)]
                if concerned:
                    was, now = values
                    blame = tuple(_blame(_nearest(concerned, INDICATORS[name].evidence)))
                    why = sorted(widening().get(code or None, ())) if _is_wider(was, now) else ()
                    yield FigureChange(name, level, campaign, code or None, label, was, now, blame, tuple(why))


def _units(row: _Row, opds: Mapping[str, Collection[str]]) -> Iterator[tuple[QueryLevel, str]]:
    """The units whose figures the row enters, by level; a duty of a region may be one of every OPD of it."""
    yield "nasional", NATION
    if row.region_code:
        yield "provinsi", row.region_code[:2]
        # A kabupaten is its own government; a province's own is another figure than the province's.
        yield "kabupaten" if "." in row.region_code else "pemda", row.region_code
    if row.opd_id:
        yield "opd", row.opd_id
    elif row.table == "obligation" and row.region_code:
        yield from (("opd", opd) for opd in opds.get(row.region_code, ()))


def _campaigns(rows: Sequence[_Row], sides: tuple[Frames, Frames]) -> list[str]:
    """The elections that the rows are for. A target or an OPD is for every election that there are counts or duties
    for, since it counts in the nation's; an event may be for none, and then enters only what is asked of all."""
    named = {row.campaign_id for row in rows if row.campaign_id}
    if any(row.campaign_id is None for row in rows):
        for frames in sides:
            named.update(*(table["campaign_id"].unique() for table in (frames.signature, frames.obligation)))
    of_none = any(row.campaign_id is None and row.table in _OF_EVENTS - _EITHER for row in rows)
    return [*sorted(named), *([ALL_CAMPAIGNS] if of_none else [])]


def _unlike(
    name: str, sides: tuple[Frames, Frames], scope: Scope, units: Collection[str]
) -> Iterator[tuple[str, str, Value | None, Value | None]]:
    """Key, name, old and new value of the units whose figures differ."""
    old, new = (_values(name, frames, scope, units) for frames in sides)
    then = old
    if name in _BY_ITSELF:
        same_day = replace(sides[0], snapshot=replace(sides[0].snapshot, taken_at=sides[1].snapshot.taken_at))
        then = _values(name, same_day, scope, units)
    for code in units:
        was, now = (side.get(code, (None, None)) for side in (old, new))
        compared = then.get(code, (None, None))[1]
        if compared != now[1] and not (_says_nothing(was[1]) and _says_nothing(now[1])):
            yield code, now[0] or was[0] or code, was[1], now[1]


def _values(
    name: str, frames: Frames, scope: Scope, units: Collection[str]
) -> Mapping[str, tuple[str | None, Value | None]]:
    """Name and value of each of the units that there are."""
    regions: Sequence[str | None] = (
        sorted({unit.partition("/")[0] for unit in units}) if scope.level == "opd" else [None]
    )
    known = [region for region in regions if region is None or region in frames.region["code"]]
    asked = known if len(known) <= _ONE_BY_ONE else [None]
    return {
        row["code"] or NATION: (row["name"], Value(row["state"], row["low"], row["high"], _grade(name, row["grade"])))
        for region in asked
        for row in query(name, frames, replace(scope, region=region)).to_dicts()
        if (row["code"] or NATION) in units
    }


def _grade(name: str, grade: str | None) -> str | None:
    """The grade where it is the figure; else it only says how good the evidence for the figure is."""
    return grade if name == "evidence_grade" else None


def _says_nothing(value: Value | None) -> bool:
    return value is None or value.state == State.BELUM_ADA_BUKTI


def _is_wider(old: Value | None, new: Value | None) -> bool:
    """True where a bound is further out than before, or gone."""
    if old is None or new is None or old.state != State.NILAI or new.state != State.NILAI:
        return False
    lower = old.low is not None and (new.low is None or new.low < old.low)
    return lower or (old.high is not None and (new.high is None or new.high > old.high))


def _nearest(rows: Sequence[_Row], evidence: Evidence) -> Sequence[_Row]:
    """Without the counts behind a figure on events where there is more: alone they only end a unit's silence."""
    near = [row for row in rows if row.table != "signature"] if evidence is Evidence.EVENTS else rows
    return near or rows


def _newest_first(rows: Sequence[_Row]) -> list[Batch]:
    by_number = {row.step.snapshot.number: row.step.snapshot.batch for row in rows}
    return [by_number[number] for number in sorted(by_number, reverse=True)]


def _blame(rows: Sequence[_Row]) -> Iterator[Blame]:
    """The batches behind the rows, in the order travelled. One that was undone on the way changed nothing in the end,
    nor did its undoing: they are named only where nothing else is left."""
    of_batch: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        of_batch[row.step.snapshot.batch.batch_id].append(row)
    left = dict(of_batch)
    for batch in _newest_first(rows):
        if batch.undoes in left and batch.batch_id in left:
            del left[batch.undoes], left[batch.batch_id]
    for mine in (left or of_batch).values():
        step, subjects = mine[0].step, {row.subject_id for row in mine if row.table == "claim"}
        decided = [one for one in step.decided if one.subject_id in subjects]
        found = {because(row.table, row.what) for row in mine} | ({Because.DECIDED} if decided else set())
        reasons = tuple(dict.fromkeys(one.reason for one in decided))
        yield Blame(step, tuple(one for one in Because if one in found), reasons)
