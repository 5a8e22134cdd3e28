"""Which figures two snapshots give differently, and which batch made each differ, by whose hand and why. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Final

from indicators.counting.tallies import Measure
from indicators.history.behind import Behind, Blame, Row, blame
from indicators.history.widening import Cause, causes
from indicators.question import NATION
from indicators.registry import INDICATORS, query
from indicators.scope import ALL_CAMPAIGNS, LEVELS, QueryLevel, Scope
from warehouse.frames import Frames
from warehouse.steps import Step
from warehouse.vocabulary import Audience, State

_ONE_BY_ONE = 8
"""Regions whose OPD are asked for one region at a time; for more the whole country is asked at once."""
BY_ITSELF: Final = frozenset({"freshness_days"})
"""Figures that differ from day to day without any row: they are listed where they differ on one and the same day."""
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


def changed_figures(
    old: Frames, new: Frames, way: Sequence[Step], audience: Audience = Audience.PUBLIK
) -> tuple[FigureChange, ...]:
    """Every figure that differs, of the units that the way from `old` to `new` touches and of those above them.

    The nation first, then provinces, kabupaten and kota, OPD. For the elections that the rows are for, and for all
    together where an event is for none. Figures as `audience` may see them.
    """
    behind = Behind.of(old, new, way)
    found = [change for name in INDICATORS for change in _of_indicator(name, behind, (old, new), audience)]
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.level), one.code or "", one.campaign)))


def _of_indicator(
    name: str, behind: Behind, sides: tuple[Frames, Frames], audience: Audience
) -> Iterator[FigureChange]:
    units = behind.units(name)
    for campaign in _campaigns(behind.read_by(name), sides):
        for level, of_unit in units.items():
            scope = Scope(level=level, campaign=campaign, audience=audience)
            widening = cache(partial(causes, *sides, scope, _MEASURES[name])) if name in _MEASURES else dict
            for code, label, *values in _unlike(name, sides, scope, of_unit):
                if concerned := [row for row in of_unit[code] if row.is_of(campaign)]:
                    was, now = values
                    why = sorted(widening().get(code or None, ())) if _is_wider(was, now) else ()
                    made = blame(name, concerned)
                    yield FigureChange(name, level, campaign, code or None, label, was, now, made, tuple(why))


def _campaigns(rows: Sequence[Row], sides: tuple[Frames, Frames]) -> list[str]:
    """The elections that the rows are for. A target or an OPD is for every election that there are counts or duties
    for, since it counts in the nation's; an event may be for none, and then enters only what is asked of all."""
    named = {row.campaign_id for row in rows if row.campaign_id}
    if any(row.campaign_id is None for row in rows):
        for frames in sides:
            named.update(*(table["campaign_id"].unique() for table in (frames.signature, frames.obligation)))
    return [*sorted(named), *([ALL_CAMPAIGNS] if any(row.is_of_no_election for row in rows) else [])]


def _unlike(
    name: str, sides: tuple[Frames, Frames], scope: Scope, units: Collection[str]
) -> Iterator[tuple[str, str, Value | None, Value | None]]:
    """Key, name, old and new value of the units whose figures differ."""
    old, new = (_values(name, frames, scope, units) for frames in sides)
    then = old
    if name in BY_ITSELF:
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
