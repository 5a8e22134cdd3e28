"""On what people the targets rest: kind and day per unit, and whether units may be compared at all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from indicators.counting.cells import about, asked, newest
from indicators.question import Evidence, ask, within
from indicators.scope import Scope
from warehouse.frames import Frames
from warehouse.vocabulary import EmployeeType, OpdKind

_WHOLE = (EmployeeType.ASN.value,), (EmployeeType.PNS.value, EmployeeType.PPPK.value)
"""Kinds that count the same people: ASN unsplit, and both of its parts."""

AT_LEAST, AT_MOST = 2, 6
"""How many units are compared side by side."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a unit's target counts: employee types (`ASN` unsplit, `PNS`, `PPPK`) and the days they hold for.

    A day comes with its precision: `day`, `month` or `year`.
    """

    kinds: tuple[str, ...]
    days: tuple[tuple[dt.date, str], ...]

    @property
    def comparably(self) -> tuple[tuple[str, ...], tuple[tuple[dt.date, str], ...]]:
        """The same value for targets that can be compared: `PNS` and `PPPK` side by side count the same as `ASN`."""
        return (_WHOLE[0] if self.kinds in _WHOLE or "ASN" in self.kinds else self.kinds), self.days


@dataclass(frozen=True, slots=True)
class Differences:
    """In what the targets of some units differ: the people they count, the day they hold for."""

    kinds: bool = False
    days: bool = False

    def __bool__(self) -> bool:
        return self.kinds or self.days


def bases(frames: Frames, scope: Scope) -> dict[str, Basis]:
    """The basis of each OPD's target, by opd_id; units without a headcount are missing."""
    question = ask(frames, scope, Evidence.TALLIES)
    headcount = frames.headcount.filter(within(question.region), pl.col("people_low").is_not_null())
    counted = about(newest(headcount, question), asked(question))
    rows = counted.join(question.units, left_on="unit_id", right_on="unit", how="semi")
    found: dict[str, list[tuple[str, dt.date, str]]] = {}
    for unit, kind, day, precision in rows.select("unit_id", "employee_type", "as_of", "as_of_precision").iter_rows():
        found.setdefault(unit, []).append((kind, day, precision))
    return {
        unit: Basis(
            kinds=tuple(sorted({kind for kind, _, _ in cells})),
            days=tuple(sorted({(day, precision) for _, day, precision in cells})),
        )
        for unit, cells in found.items()
    }


def shared_bases(frames: Frames, scope: Scope) -> dict[str, Basis | None]:
    """The basis of each region's targets, by its code at the scope's level; null = its units differ among themselves.

    Regions without a headcount are missing.
    """
    question = ask(frames, scope, Evidence.TALLIES)
    central = frames.opd.filter(pl.col("kind") == OpdKind.VERTIKAL)
    headcount = frames.headcount.filter(within(question.region), pl.col("people_low").is_not_null())
    counted = about(newest(headcount, question), asked(question))
    day = pl.struct("as_of", "as_of_precision")
    kinds = (
        counted.join(central, left_on="unit_id", right_on="opd_id", how="anti")
        .group_by("unit_id", question.unit())
        .agg(kinds=pl.col("employee_type").unique().sort(), days=day.unique().sort())
        .select("unit", "kinds", "days")
        .unique()
    )
    found: dict[str, set[Basis]] = {}
    for unit, names, days in kinds.iter_rows():
        basis = Basis(tuple(names), tuple((one["as_of"], one["as_of_precision"]) for one in days))
        found.setdefault(unit, set()).add(Basis(*basis.comparably))
    return {unit: next(iter(several)) if len(several) == 1 else None for unit, several in found.items()}


def differences(found: Mapping[str, Basis], units: Iterable[str]) -> Differences:
    """In what the targets of these units differ. Units without a target do not differ: there is nothing to compare."""
    same = [found[unit].comparably for unit in units if unit in found]
    return Differences(*(len(set(part)) > 1 for part in zip(*same, strict=True))) if same else Differences()


def comparable(found: Mapping[str, Basis], units: Iterable[str]) -> frozenset[str]:
    """Of these units those whose targets count the same people on the same day as most of the targets do.

    Empty where no basis has a majority. Units without a target are not among them.
    """
    known = {unit: found[unit].comparably for unit in units if unit in found}
    counted = Counter(known.values()).most_common(1)
    if not counted or 2 * counted[0][1] <= len(known):
        return frozenset()
    return frozenset(unit for unit, basis in known.items() if basis == counted[0][0])


def chosen(frames: Frames, wanted: Iterable[str]) -> tuple[str, ...]:
    """The units to compare: of the opd_ids wanted those that there are, each once, at most six, in the order given."""
    known = set(frames.opd.filter(pl.col("kind") != OpdKind.VERTIKAL)["opd_id"])
    return tuple(dict.fromkeys(unit for unit in wanted if unit in known))[:AT_MOST]


def namesakes(frames: Frames, opd_id: str) -> dict[str, str]:
    """The units of other regions that have the same canonical name: region code to opd_id, in code order.

    An opd_id is a region code, `/`, and the slug of the canonical name.
    """
    slug = opd_id.split("/", 1)[1]
    same = frames.opd.filter(
        pl.col("opd_id").str.ends_with(f"/{slug}"),
        pl.col("opd_id") != opd_id,
        pl.col("valid_to").is_null(),
        pl.col("kind") != OpdKind.VERTIKAL,
    )
    return dict(same.sort("region_code").select("region_code", "opd_id").iter_rows())
