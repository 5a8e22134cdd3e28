"""Which column of codes, of which system, agrees with what names and places say.

Bare digits may be Kemendagri's or BPS's: 199 of 514 codes differ, and 169 of those are another region's. So the system
is found by how often the code's region is the one that the name or the place says, and never assumed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.boundaries import codes
from geo.boundaries.codes import SYSTEMS, Code, System
from geo.boundaries.units import Clues, Unit
from geo.boundaries.values import BoundaryLevel, Question, Unusable
from i18n import N_

BY_NAME = "nama"
QUESTION = "kode"

_ENOUGH = 0.8
_ASK_SYSTEM = N_("The codes do not show whether they are Kemendagri's or BPS's. Which are they?")
_ASK_DAMAGED = N_("Codes that have lost a zero or a point: {count}. Set these aside and match by name?")


@dataclass(frozen=True, slots=True)
class Join:
    """The code column (its place in a unit's cells) and its system; null = the codes are of no use.

    `forgives`: a person said that damaged codes are set aside, and names decide for them.
    """

    at: int | None = None
    system: System | None = None
    question: Question | None = None
    forgives: bool = False

    def code(self, unit: Unit) -> Code:
        """A unit's code as it was read."""
        return codes.read(None if self.at is None else unit.cells[self.at])

    def region(self, unit: Unit, level: BoundaryLevel) -> str | None:
        """The region of a unit's code; null where it has none or is damaged."""
        return codes.regions_by(self.system, level).get(self.code(unit).digits or "") if self.system else None


def join_of(units: Sequence[Unit], found: Clues, level: BoundaryLevel, answers: Mapping[str, str]) -> Join:
    """The join that holds for a table. Raises Unusable for an answer that is none."""
    width = len(units[0].cells) if units else 0
    columns = [[codes.read(unit.cells[at]) for unit in units] for at in range(width)]
    answer = answers.get(QUESTION)
    if answer not in {None, BY_NAME}:
        return _told(str(answer), columns)
    agreed = [
        (share, Join(at, system))
        for at, column in enumerate(columns)
        for system in SYSTEMS
        if (share := _agreement(column, found, codes.regions_by(system, level))) is not None and share >= _ENOUGH
    ]
    join = max(agreed, key=lambda each: each[0])[1] if agreed else _unproven(columns, named=any(found.named))
    damaged = 0 if join.at is None else sum(code.form == "damaged" for code in columns[join.at])
    if damaged and answer == BY_NAME:
        return replace(join, forgives=True)
    if damaged:
        asked = Question(QUESTION, "damaged_codes", _ASK_DAMAGED, (BY_NAME,), {"count": str(damaged)})
        return replace(join, question=asked)
    return join


def _agreement(column: Sequence[Code], found: Clues, regions: Mapping[str, str]) -> float | None:
    """Share of the sound codes whose region is one that the name says, or the place where the name says nothing."""
    agree = [
        regions.get(code.digits or "") in (named or placed)
        for code, named, placed in zip(column, found.named, found.placed, strict=True)
        if code.form == "sound" and (named or placed)
    ]
    return sum(agree) / len(agree) if agree else None


def _unproven(columns: Sequence[Sequence[Code]], *, named: bool) -> Join:
    """Codes that nothing confirms. Only Kemendagri writes a point; bare digits without names are a question."""
    at = _first(columns)
    if at is None:
        return Join()
    sound = [code for code in columns[at] if code.form == "sound"]
    if sound and all(code.dotted for code in sound):
        return Join(at, "kemendagri")
    if any(code.form == "damaged" for code in columns[at]):
        return Join(at)
    if named:
        return Join()
    return Join(at, None, Question(QUESTION, "codes", _ASK_SYSTEM, ("kemendagri", "bps"), {}))


def _told(answer: str, columns: Sequence[Sequence[Code]]) -> Join:
    """What a person said of the codes."""
    system = next((system for system in SYSTEMS if system == answer), None)
    if system is None:
        raise Unusable("wrong_answer", question=QUESTION, answer=answer, choices=", ".join((*SYSTEMS, BY_NAME)))
    return Join(_first(columns), system)


def _first(columns: Sequence[Sequence[Code]]) -> int | None:
    """The first column that holds codes at all."""
    coded = (at for at, column in enumerate(columns) if any(code.form in {"sound", "damaged"} for code in column))
    return next(coded, None)
