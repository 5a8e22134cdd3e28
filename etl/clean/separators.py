"""What point and comma mean in a column: thousands or decimals, decided from all of its numbers together. Pure.

`1.250` alone is one thousand two hundred and fifty; beside `3.5` nobody can say, and a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

Meaning = Literal["thousands", "decimal"]
ANSWERS: tuple[Meaning, ...] = get_args(Meaning)

_OTHER = {".": ",", ",": "."}
_GROUPS = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+") for mark in _OTHER}
_FRACTION = {mark: re.compile(rf"\d+\{mark}\d+") for mark in _OTHER}
_BOTH = {mark: re.compile(rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+\{other}\d+") for mark, other in _OTHER.items()}


@dataclass(frozen=True, slots=True)
class Separators:
    """What each mark means in a column; None where it does not occur. `asks`: only a person can tell."""

    point: Meaning | None = None
    comma: Meaning | None = None
    asks: bool = False

    @property
    def mixed(self) -> bool:
        """True where both marks stand for thousands."""
        return self.point == self.comma == "thousands"

    def value(self, number: str) -> Decimal | None:
        """The number that a print says, or None where it is not written by these rules.

        Where a mark stands for thousands, digits missing behind it are zeros that a program dropped: `3.5` is 3500.
        """
        if number.isdecimal():
            return Decimal(number)
        for mark, other in _OTHER.items():
            if _BOTH[mark].fullmatch(number):
                return Decimal(number.replace(mark, "").replace(other, "."))
        mark = "." if "." in number else ","
        groups = (self.point if mark == "." else self.comma) == "thousands"
        if groups and _GROUPS[mark].fullmatch(number):
            return Decimal(number.replace(mark, ""))
        if not _FRACTION[mark].fullmatch(number):
            return None
        whole, _, part = number.partition(mark)
        if not groups or not int(part):
            return Decimal(f"{whole}.{part}")
        return Decimal(whole + part.ljust(3, "0")) if len(part) <= 3 else None


@dataclass(slots=True)
class _Evidence:
    """What the prints of a column say about one mark."""

    thousands: bool = False
    decimal: bool = False
    either: bool = False
    lost_zeros: bool = False

    def meaning(self) -> Meaning | None:
        """What follows from this mark alone; None where nothing does, or where the prints contradict each other."""
        if self.decimal:
            return None if self.thousands or self.either else "decimal"
        return "thousands" if self.thousands else None

    @property
    def met(self) -> bool:
        return self.thousands or self.decimal or self.either


def decide(numbers: Iterable[str], *, whole: bool, answer: str | None = None) -> Separators:
    """What the separators in the numbers of a column mean.

    `whole`: the column counts people, so that a fraction is no value but a sign of lost zeros. `answer` is what a
    person said of the mark in doubt.
    """
    found = {mark: _Evidence() for mark in _OTHER}
    for number in numbers:
        _weigh(number, found)
    meanings = {mark: _meaning(mark, found, whole=whole) for mark in found}
    doubts = [mark for mark in found if found[mark].met and meanings[mark] is None]
    chosen = next((meaning for meaning in ANSWERS if meaning == answer), None)
    for mark in doubts:
        meanings[mark] = chosen or ANSWERS[0]
    return Separators(meanings["."], meanings[","], asks=bool(doubts) and chosen is None)


def _weigh(number: str, found: dict[str, _Evidence]) -> None:
    """Add what one number says."""
    for mark, other in _OTHER.items():
        if _BOTH[mark].fullmatch(number):
            found[mark].thousands = found[other].decimal = True
        elif _GROUPS[mark].fullmatch(number):
            if number.count(mark) > 1:
                found[mark].thousands = True
            else:
                found[mark].either = True
        elif _FRACTION[mark].fullmatch(number):
            found[mark].decimal = True
            found[mark].lost_zeros |= int(number.partition(mark)[2]) > 0


def _meaning(mark: str, found: dict[str, _Evidence], *, whole: bool) -> Meaning | None:
    """What a mark means, or None where it does not occur or a person has to say."""
    this, other = found[mark], found[_OTHER[mark]]
    if whole and this.lost_zeros and not (other.thousands or other.either):
        return None
    if this.either and not this.decimal and not this.thousands:
        # Indonesian print groups by points. A lone comma groups only where nothing else can be meant.
        if mark == "." or whole or other.decimal:
            return "thousands"
        return "decimal" if other.thousands or other.either else None
    return this.meaning()
