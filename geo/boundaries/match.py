"""Which unit of a file is which region: by code where the codes prove themselves, else by name within its province.

What is still open is a question, asked as long as a region that may be meant has no shape.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo import register
from geo.boundaries import codes
from geo.boundaries.join import BY_NAME, Join, join_of
from geo.boundaries.units import Clues, Unit
from geo.boundaries.values import LEAVE_OUT, BoundaryLevel, Feature, Question, Unusable
from i18n import N_

WATER = frozenset({"1288", "1388", "1688", "1888", "3288", "3388", "3399", "7188"})
"""BPS codes that COD-AB gives to lakes and forests between the regions."""
_WATER_KINDS = frozenset({"waterbody", "water body", "danau", "waduk"})
_MOST_CHOICES = 8

_DAMAGED = N_("its code has lost a zero or a point, so it may be of several regions")
_UNKNOWN = N_("no region without a shape is known by this code, name or place")
_IS_WATER = N_("a lake or forest, not a region")
_LEFT_OUT = N_("left out by your answer")
_ASK_UNIT = N_("Which region is “{label}”? Its code and its name or place do not agree.")
_ASK_NAME = N_("Which region is “{label}”?")


@dataclass(frozen=True, slots=True)
class Match:
    """`regions`: code to the units that make it. `joined_by`: the system of the codes, or `nama`."""

    regions: Mapping[str, tuple[Unit, ...]]
    joined_by: str
    by_name: tuple[str, ...]
    extra: tuple[Feature, ...]
    dropped: tuple[Feature, ...]
    refused: tuple[Feature, ...]
    questions: tuple[Question, ...]


def match(units: Sequence[Unit], found: Clues, level: BoundaryLevel, answers: Mapping[str, str]) -> Match:
    """Every unit to a region, a question, or the list of what is none. Raises Unusable for an answer that is none."""
    join = join_of(units, found, level, answers)
    regions: dict[str, list[Unit]] = defaultdict(list)
    by_name: list[str] = []
    aside: dict[str, list[Feature]] = defaultdict(list)
    unsettled: list[int] = []
    for at, unit in enumerate(units):
        answer = answers.get(unit.id)
        coded = join.region(unit, level)
        if _is_water(unit):
            aside[_IS_WATER].append(_feature(unit, _IS_WATER))
        elif answer == LEAVE_OUT:
            aside[_LEFT_OUT].append(_feature(unit, _LEFT_OUT))
        elif answer is not None:
            regions[_answered(unit, answer, level)].append(unit)
        elif join.code(unit).form == "damaged" and not join.forgives:
            aside[_DAMAGED].append(_feature(unit, _DAMAGED))
        elif code := _agreed(coded, found.named[at], found.placed[at], stands_alone=_stands_alone(unit, join)):
            regions[code].append(unit)
            if join.system and code != coded:
                by_name.append(code)
        else:
            unsettled.append(at)
    missing = codes.in_force(level) - set(regions)
    questions = [join.question] if join.question else []
    for at in unsettled:
        coded = join.region(units[at], level)
        if choices := _choices(coded, found, at, missing):
            questions.append(_question(units[at], coded, choices))
        else:
            aside[_UNKNOWN].append(_feature(units[at], _UNKNOWN))
    return Match(
        {code: tuple(regions[code]) for code in sorted(regions)},
        join.system or BY_NAME,
        tuple(sorted(by_name)),
        (*aside[_UNKNOWN], *aside[_LEFT_OUT]),
        tuple(aside[_IS_WATER]),
        tuple(aside[_DAMAGED]),
        tuple(questions),
    )


def _agreed(coded: str | None, named: frozenset[str], placed: frozenset[str], *, stands_alone: bool) -> str | None:
    """The region that code, name and place agree on, or null.

    Two of the three settle it. A name alone does where the unit has no code, and a dotted code where it has no name.
    """
    if coded and (coded in named or (coded in placed and not named) or stands_alone):
        return coded
    both = named & placed
    if len(both) == 1:
        return next(iter(both))
    return next(iter(named)) if len(named) == 1 and coded is None else None


def _stands_alone(unit: Unit, join: Join) -> bool:
    return not unit.name and join.system == "kemendagri" and join.code(unit).dotted


def _choices(coded: str | None, found: Clues, at: int, missing: frozenset[str]) -> tuple[str, ...]:
    """The regions without a shape that a unit may be: what anything speaks for, best first."""
    likely = [coded, *sorted(found.named[at]), *sorted(found.placed[at]), *found.similar[at]]
    return tuple(dict.fromkeys(code for code in likely if code in missing))[:_MOST_CHOICES]


def _question(unit: Unit, coded: str | None, choices: tuple[str, ...]) -> Question:
    kind, text = ("disagrees", _ASK_UNIT) if coded else ("region", _ASK_NAME)
    return Question(unit.id, kind, text, (*choices, LEAVE_OUT), {"label": unit.label})


def _answered(unit: Unit, answer: str, level: BoundaryLevel) -> str:
    code = register.current_code(answer) if answer in register.by_code() else answer
    if code not in codes.in_force(level):
        raise Unusable("wrong_answer", question=unit.id, answer=answer, choices=LEAVE_OUT)
    return code


def _is_water(unit: Unit) -> bool:
    """Whether a publisher's own mark says that a unit is no region."""
    marks = ((cell or "").upper().removeprefix("ID") for cell in unit.cells if (cell or "").upper().startswith("ID"))
    return (unit.kind or "").lower() in _WATER_KINDS or any(mark in WATER for mark in marks)


def _feature(unit: Unit, reason: str) -> Feature:
    return Feature(unit.rows[0] + 1, unit.label, reason)
